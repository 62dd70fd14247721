import { deskTaskNames } from "../desk/desk-task-names.js";
import { deskWordingOf } from "../desk/wording-of.js";
import { exitCode, type ExitCode } from "../exit-code.js";
import { pageOf, paragraphLines } from "../render/layout.js";
import { lookOf } from "../render/look.js";
import { tableLines } from "../render/table.js";
import type { Surroundings } from "../surroundings.js";

export interface DeskListRequest {
  readonly language: string | undefined;
  readonly asJson: boolean;
}

/** Prints the desk tasks: what each answers, and an input to start from. */
export function listDeskTasks(request: DeskListRequest, { stdout, env }: Surroundings): Promise<ExitCode> {
  const { tasks, taskColumns, taskExamples } = deskWordingOf(request.language ?? "en");
  const listed = deskTaskNames.map((task) => ({
    task,
    answers: tasks[task].answers,
    example: exampleOf(task),
  }));
  if (request.asJson) stdout.write(`${JSON.stringify(listed, null, stdout.isTTY === true ? 2 : 0)}\n`);
  else {
    const look = lookOf(stdout, env);
    const columns = taskColumns.map((head) => ({ head }));
    const rows = listed.map(({ task, answers }) => [task, answers]);
    const examples = { text: taskExamples(exampleOf("<task>")), paint: look.paint.dim };
    stdout.write(pageOf([tableLines(columns, rows, 0, look), paragraphLines(examples, 0, look)]));
  }
  return Promise.resolve(exitCode.decided);
}

/** Where the repository has an input to start from. */
function exampleOf(task: string): string {
  return `examples/desk/${task}.json`;
}
