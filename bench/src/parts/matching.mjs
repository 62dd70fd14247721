import { existsSync } from "node:fs";
import { goal } from "../page/goal.mjs";
import { duration, table, times, whole } from "../page/markdown.mjs";
import { here, note, runFile } from "../run.mjs";

/** A waitlist against free slots, and a search for slots, beside code written by hand. */
export function matching({ only }) {
  if (!only.test("matching") || !existsSync(here("matching.mjs"))) return undefined;
  const { compared, found, ratios } = runFile(here("matching.mjs"), ["--json"]);
  note("matching: done");
  const largest = Math.max(...Object.keys(ratios.waitlistToHandWritten).map(Number));
  const size = (variant, of) =>
    variant.startsWith("waitlist")
      ? `${whole(of)} × ${whole(of * 5)}`
      : `500 practitioners, 90 days, one wish of ${of} specialties`;
  const base = ({ variant, size: of }) =>
    found.find((one) => one.size === of && one.variant === `${variant.split(" ")[0]} hand-written`)?.cpuMs;
  const rows = found.map((one) => [
    one.variant,
    size(one.variant, one.size),
    duration(one.cpuMs * 1e6),
    base(one) === undefined ? "" : times(one.cpuMs / base(one)),
    `${whole(one.megabytes)} MB`,
  ]);
  const head = ["variant", "size", "time", "to hand-written", "memory of the process at its peak"];
  return {
    goals: [
      goal("`matchWaitlist`, 100,000 × 500,000, index included, to the hand-written index", 1.5, [
        ["", ratios.waitlistToHandWritten[largest]],
      ]),
      goal("ten times the work of `matchWaitlist`, in time", 14, [["", ratios.waitlistTenTimesTheWork]]),
    ],
    sections: [
      `## Matching\n\nWaitlists against free slots, and searches for slots. ${whole(compared)} answers were compared before.\n\n${table(head, rows)}`,
    ],
  };
}
