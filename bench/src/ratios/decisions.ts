import { casesOfTask, tasks, type Task } from "../cases.js";
import { guichet } from "../guichet.js";
import { handWritten } from "../hand-written/index.js";
import type { Run } from "../variant.js";
import type { Race } from "./race.js";

/** Every way to decide against the one it is measured by, on each policy. */
export async function decisionRaces(): Promise<readonly Race[]> {
  const races = await Promise.all(tasks.map(racesOf));
  return races.flat();
}

async function racesOf(task: Task): Promise<readonly Race[]> {
  const facts = casesOfTask(task, 256).flat();
  const over = (run: Run) => () => {
    let decided = 0;
    for (const one of facts) if (run(one) !== undefined) decided += 1;
    return decided;
  };
  const byHand = handWritten[task.policy.id];
  const [compiled, generated, closures, evaluated] = await Promise.all(
    ["compile", "generated", "closures", "evaluate"].map((id) =>
      guichet.find((variant) => variant.id === id)?.make(task.policy),
    ),
  );
  if (!byHand || !compiled || !generated || !closures || !evaluated)
    throw new RangeError("bench: a way is missing");
  return [
    { name: `${task.id}: compile to hand-written`, other: over(compiled), base: over(byHand) },
    { name: `${task.id}: compile and its ids to hand-written`, other: over(generated), base: over(byHand) },
    { name: `${task.id}: closures to generated code, ids too`, other: over(closures), base: over(generated) },
    { name: `${task.id}: evaluate to compile and its ids`, other: over(evaluated), base: over(generated) },
  ];
}
