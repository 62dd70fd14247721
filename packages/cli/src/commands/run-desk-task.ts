import { suggest } from "@guichet/rules";
import { deskTaskNames, type DeskTaskName } from "../desk/desk-task-names.js";
import { deskTasks } from "../desk/desk-tasks.js";
import { deskWords } from "../desk/desk-words.js";
import type { ExitCode } from "../exit-code.js";
import { isPiped } from "../input/is-piped.js";
import { parseJsonText } from "../input/parse-json-text.js";
import { readText } from "../input/read-input.js";
import { usageRefusal } from "../refusal.js";
import { pageOf } from "../render/layout.js";
import { lookOf } from "../render/look.js";
import type { Surroundings } from "../surroundings.js";

export interface DeskRequest {
  readonly task: string;
  /** A file, `-`, or nothing: what is piped in. */
  readonly input: string | undefined;
  readonly language: string | undefined;
  readonly asJson: boolean;
}

/** Runs a desk task on one JSON object and prints what it answers: for machines as JSON, for people in words. */
export async function runDeskTask(request: DeskRequest, surroundings: Surroundings): Promise<ExitCode> {
  const task = deskTasks[taskNamed(request.task)];
  const words = await deskWords(task.policies, request.language);
  const source = request.input ?? (isPiped(surroundings) ? "-" : undefined);
  if (source === undefined) {
    throw usageRefusal(
      "input-not-named",
      `guichet desk ${request.task}`,
      "no input",
      "name a file, or pipe it in",
    );
  }
  const where = source === "-" ? "standard input" : source;
  const { result, code, sections } = task.answer(parseJsonText(await readText(source, surroundings), where));
  const { stdout, env } = surroundings;
  if (request.asJson) stdout.write(`${JSON.stringify(result, null, stdout.isTTY === true ? 2 : 0)}\n`);
  else stdout.write(pageOf(sections(words, lookOf(stdout, env))));
  return code;
}

function taskNamed(name: string): DeskTaskName {
  const found = deskTaskNames.find((one) => one === name);
  if (found !== undefined) return found;
  const todo = suggest(name, deskTaskNames, 'run "guichet desk"');
  throw usageRefusal("task-unknown", "guichet desk", `no task "${name}"`, todo);
}
