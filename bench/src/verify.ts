import { isDeepStrictEqual } from "node:util";
import { casesOfTask, tasks } from "./cases.js";
import { specification } from "./guichet.js";
import type { Answer } from "./variant.js";
import { variants } from "./variants.js";

// Every variant answers what the specification answers, case by case, or nothing is timed. The slow ones are compared
// on as many as a few seconds allow.
const most = Number(process.env["BENCH_VERIFY"] ?? 2000);
const longest = 4000;
let compared = 0;
for (const task of tasks) {
  const shown = Object.entries(task.policy.decisions).flatMap(([name, { internal }]) =>
    internal === true ? [] : [name],
  );
  const expect = specification(task.policy);
  const facts = casesOfTask(task, most).flat().slice(0, most);
  for (const { id, answers, make } of variants) {
    const run = await make(task.policy);
    const names = answers ?? shown;
    if (!run || names.length === 0) continue;
    const start = performance.now();
    for (const one of facts) {
      if (performance.now() - start > longest) break;
      const [expected, got] = [expect(one), await run(one)];
      const same =
        isDeepStrictEqual(outcomeOf(got, names), outcomeOf(expected, names)) &&
        namesWithCases(got, names).every(
          (name) =>
            got !== undefined && isDeepStrictEqual(casesOf(got, name), [...(expected?.cases?.[name] ?? [])]),
        );
      if (!same) {
        console.error(`${task.id}, ${id}: another answer for ${JSON.stringify(one)}`);
        console.error(JSON.stringify(got), JSON.stringify(expected));
        process.exit(1);
      }
      compared += 1;
    }
  }
}
console.log(compared);

function outcomeOf(answer: Answer | undefined, names: readonly string[]) {
  const outcome = answer?.outcome as Readonly<Record<string, unknown>> | undefined;
  return outcome && names.map((name) => outcome[name]);
}

/** Reasons do not tell the cases of a set that came out empty. */
function namesWithCases(answer: Answer | undefined, names: readonly string[]): readonly string[] {
  if (answer?.cases) return names;
  if (!answer?.reasons && !answer?.because) return [];
  const outcome = answer.outcome as Readonly<Record<string, unknown>>;
  return names.filter((name) => !Array.isArray(outcome[name]) || outcome[name].length > 0);
}

function casesOf({ cases, reasons, because }: Answer, name: string): readonly string[] {
  const told = because?.find(({ decision }) => decision === name)?.cases.map(({ id }) => id);
  return told ?? [...((cases ?? reasons)?.[name] ?? [])];
}
