import { goal } from "../page/goal.mjs";
import { bytes, duration, table, whole } from "../page/markdown.mjs";
import { note, runFile, here } from "../run.mjs";

/** All that is proved of all shipped policies. */
export function proof({ only }) {
  if (!only.test("proof")) return undefined;
  const { proved, peak } = runFile(here("../dist/prove.mjs"));
  note("proofs: done");
  const sum = (figure) => proved.reduce((all, one) => all + one[figure], 0);
  const row = (name, one) => [
    name,
    ...["segments", "nodes", "regions", "laws", "findings"].map((figure) => whole(one(figure))),
    duration(one("seconds") * 1e9),
  ];
  const rows = [...proved.map((one) => row(one.policy, (figure) => one[figure])), row("all", sum)];
  const head = ["policy", "stretches of days", "nodes", "classes of facts", "laws", "findings", "time"];
  return {
    goals: [
      goal("every proof of every shipped policy, on one core, in seconds", 30, [["", sum("seconds")]], {
        unit: " s",
      }),
      goal("memory of that process at its peak, in MB", 500, [["", peak / 1e6]], { unit: " MB" }),
    ],
    sections: [
      `## Proving\n\n\`verifyPolicy\` on every shipped policy with its worked examples, in one process; ${bytes(peak)} at its peak.\n\n${table(head, rows)}\n\nClasses of facts are those that a public decision does not tell apart, summed over decisions and stretches of days; nothing is sampled.`,
    ],
  };
}
