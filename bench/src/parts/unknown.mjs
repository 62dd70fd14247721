import { goal } from "../page/goal.mjs";
import { duration, median, table, times } from "../page/markdown.mjs";
import { note, run } from "../run.mjs";

const ways = ["compile", "decide"];

/** Every other fact left out: the answers that are open, and what they depend on. */
export function unknown({ tasks, rounds, only }) {
  if (!only.test("unknown")) return undefined;
  const runs = new Map();
  for (let round = 1; round <= rounds; round += 1) {
    for (const task of tasks) {
      for (const known of ["complete", "half"]) {
        for (const way of ways) {
          const key = `${task.id} ${way} ${known}`;
          const { p50 } = run("measure", [way, task.id, known]);
          runs.set(key, [...(runs.get(key) ?? []), p50]);
          note(`round ${round} of ${rounds}: ${key}: ${duration(p50)}`);
        }
      }
    }
  }
  const at = (task, way, known) => median(runs.get(`${task.id} ${way} ${known}`));
  const rows = tasks.flatMap((task) =>
    ways.map((way) => [
      task.title,
      `\`${way}\``,
      duration(at(task, way, "complete")),
      duration(at(task, way, "half")),
      times(at(task, way, "half") / at(task, way, "complete")),
    ]),
  );
  const head = ["policy", "by", "complete facts", "half of them, `needs` read", "to complete"];
  return {
    goals: [
      goal(
        "half the facts missing, `needs` read, against a decision on complete facts",
        100,
        tasks.map((task) => [task.id, at(task, "compile", "half") / at(task, "compile", "complete")]),
      ),
    ],
    sections: [`## Deciding with half the facts missing\n\n${table(head, rows)}`],
  };
}
