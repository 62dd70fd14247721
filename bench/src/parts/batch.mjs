import { existsSync } from "node:fs";
import { goal } from "../page/goal.mjs";
import { table, whole } from "../page/markdown.mjs";
import { here, note, runFile } from "../run.mjs";

const titles = {
  "bare-loop": "a loop that parses and prints the lines",
  "jobs-1": "`guichet batch`",
  "jobs-2": "`guichet batch --jobs 2`",
};

/** A million cases through the command. */
export function batch({ only }) {
  if (!only.test("batch") || !existsSync(here("batch.mjs"))) return undefined;
  const { policy, cases, variants, ofBareLoop, twoJobsByWall } = runFile(here("batch.mjs"), [
    "--json",
    "--cases",
    "1000000",
    "--rounds",
    "1",
  ]);
  note("batch: done");
  const rows = variants.map(({ id, linesPerSecond, cpu, megabytes }) => [
    titles[id] ?? id,
    whole(linesPerSecond),
    `${((cpu / cases) * 1e6).toFixed(1)} µs`,
    `${whole(megabytes)} MB`,
  ]);
  const memory = variants
    .filter(({ id }) => id !== "bare-loop")
    .map(({ id, megabytes }) => [titles[id], megabytes]);
  return {
    goals: [
      goal(
        "`guichet batch` on one core, of the speed of a loop that parses and prints",
        0.6,
        [["", ofBareLoop]],
        {
          atLeast: true,
        },
      ),
      goal("`--jobs 2`, of the speed of one", 1.6, [["", twoJobsByWall]], { atLeast: true }),
      goal("memory of a million cases at its peak", 200, memory, { unit: " MB" }),
    ],
    sections: [
      `## A batch\n\n${whole(cases)} cases of ${policy}, a line each, from a file to a file.\n\n${table(["program", "lines a second", "processor, a line", "memory at its peak"], rows)}`,
    ],
  };
}
