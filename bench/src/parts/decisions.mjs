import { goal } from "../page/goal.mjs";
import { bytes, duration, median, table, times } from "../page/markdown.mjs";
import { note, run } from "../run.mjs";

/** Complete facts: every variant on every task. */
export function decisions({ tasks, variants, rounds, only }) {
  const runs = new Map();
  for (let round = 1; round <= rounds; round += 1) {
    for (const task of tasks) {
      for (const { id, flags } of variants) {
        const key = `${task.id} ${id}`;
        if (!only.test(key)) continue;
        const found = run("measure", [id, task.id], flags);
        runs.set(key, [...(runs.get(key) ?? []), found]);
        note(`round ${round} of ${rounds}: ${key}: ${duration(found.p50)}`);
      }
    }
  }
  const at = (task, variant, figure = "p50") => {
    const found = runs.get(`${task.id} ${variant}`)?.map((one) => one[figure]);
    return found === undefined || found[0] === undefined ? undefined : median(found);
  };
  return {
    goals: goalsOf(tasks, at),
    sections: tasks.map((task) => sectionOf(task, variants, at)),
    at,
  };
}

function goalsOf(tasks, at) {
  const ratios = (over, under, bounds = {}) =>
    tasks.map((task) => [task.id, at(task, over) / at(task, under), bounds[task.id]]);
  return [
    goal("outcome and ids of cases, to hand-written: `compile`", 2.5, ratios("generated", "hand-written")),
    goal(
      "outcome and ids of cases, to hand-written: ahead of time",
      2,
      ratios("ahead-of-time", "hand-written"),
    ),
    goal("outcome and ids of cases, to hand-written: closures", 10, ratios("closures", "hand-written")),
    goal(
      "the same, faster than json-rules-engine, engine kept; on tele-expertise 1,000×",
      200,
      ratios("json-rules-engine", "generated", { "tele-expertise": 1000 }),
      { atLeast: true },
    ),
    goal(
      "the same, faster than json-logic-engine, compiled, on facts checked by hand; on tele-expertise 2×",
      1.3,
      ratios("json-logic-engine-checked", "generated", { "tele-expertise": 2 }),
      { atLeast: true },
    ),
    goal("a decision with `because` read, to a decision", 6, ratios("compile-because", "compile")),
    goal(
      "heap for a decision, in bytes",
      1000,
      tasks.map((task) => [task.id, at(task, "compile", "heap") / task.decisions]),
      { unit: "" },
    ),
  ];
}

function sectionOf(task, variants, at) {
  const rows = variants
    .filter(({ id }) => at(task, id) !== undefined)
    .toSorted((left, right) => at(task, left.id) - at(task, right.id))
    .map(({ id, title, gives, checks }) => {
      const heap = at(task, id, "heap");
      return [
        title,
        gives,
        checks ? "yes" : "no",
        duration(at(task, id)),
        `${duration(at(task, id, "p25"))} to ${duration(at(task, id, "p75"))}`,
        times(at(task, id) / at(task, "hand-written")),
        heap === undefined ? "" : bytes(heap),
      ];
    });
  const head = ["variant", "gives", "checked", "time", "quartiles", "to hand-written", "heap"];
  return `## Deciding: ${task.title}\n\n${table(head, rows)}`;
}
