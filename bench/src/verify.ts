import { isDeepStrictEqual } from "node:util";
import { casesOfTask, tasks } from "./cases.js";
import { uncompared, variants, type Answer } from "./variants.js";

// Every variant answers what the specification answers, case by case, or nothing is timed.
const count = Number(process.env["BENCH_VERIFY"] ?? 2000);
let compared = 0;
for (const task of tasks) {
  const made = variants
    .filter(({ id }) => !uncompared.includes(id))
    .map(({ id, make }) => ({ id, run: make(task.policy) }));
  const specification = made.find(({ id }) => id === "evaluate");
  const names = Object.entries(task.policy.decisions).flatMap(([name, { internal }]) =>
    internal === true ? [] : [name],
  );
  for (const [at, facts] of casesOfTask(task, count).flat().slice(0, count).entries()) {
    const expected = plain((await specification?.run(facts)) as Answer, names);
    // The slow one is compared on fewer.
    for (const { id, run } of made) {
      if (id === "json-rules-engine" && at >= count / 10) continue;
      const answer = (await run(facts)) as Answer | undefined;
      const got = answer && plain(answer, names);
      const same =
        isDeepStrictEqual(got?.outcome, expected.outcome) &&
        (answer?.cases === undefined ||
          Array.isArray(answer.cases) ||
          isDeepStrictEqual(got?.cases, expected.cases));
      if (!same) {
        console.error(`${task.id}, ${id}: another answer for ${JSON.stringify(facts)}`);
        console.error(JSON.stringify(got), JSON.stringify(expected));
        process.exit(1);
      }
      compared += 1;
    }
  }
}
console.log(compared);

function plain({ outcome, cases }: Answer, names: readonly string[]) {
  const ids = (cases ?? {}) as Readonly<Record<string, readonly string[]>>;
  return {
    outcome: Object.fromEntries(Object.entries(outcome)),
    cases: Object.fromEntries(names.map((name) => [name, [...(ids[name] ?? [])]])),
  };
}
