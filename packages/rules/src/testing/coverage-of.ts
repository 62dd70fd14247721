import { dayBefore, segmentsOf } from "../engine/timeline.js";
import type { Policy } from "../language/policy.js";
import { rowsOf } from "../language/table-rows.js";
import { uncoveredBoundaries } from "../verify/uncovered-boundaries.js";
import { answerTo } from "./answer-to.js";

/** Something of a policy that no case shows. */
export type Missing =
  /** A case of a table that never takes part. */
  | { readonly what: "case"; readonly edition: string; readonly id: string }
  /** The last value below a threshold, or the first above it. */
  | { readonly what: "boundary"; readonly edition: string; readonly fact: string; readonly value: string }
  /** The first day of an edition or of a rate, or the day before it. */
  | { readonly what: "day"; readonly day: string };

/** How many there are of something, and how many are shown. */
export interface Covered {
  readonly of: number;
  readonly shown: number;
  /** In whole percent, rounded down: 100 means all. */
  readonly percent: number;
}

/** What a set of cases shows of a policy. */
export interface Coverage {
  readonly policy: string;
  readonly cases: Covered;
  readonly boundaries: Covered;
  readonly days: Covered;
  readonly missing: readonly Missing[];
}

/**
 * Says what a set of cases shows of a policy: each case of its tables in each edition, both sides of each threshold,
 * and each day on which an edition or a rate begins, with the day before it.
 *
 * Errors: `facts-refused` for facts the policy refuses.
 *
 * @example
 * coverageOf(parking, parkingExamples).missing; // [{ what: "day", day: "2025-12-31" }]
 */
export function coverageOf(policy: Policy, cases: readonly { readonly facts: object }[]): Coverage {
  const answers = cases.map(({ facts }) => answerTo(policy, facts));
  const rows = casesOf(policy);
  const absentRows = rows.filter(
    ({ edition, id }) => !answers.some((one) => one.edition === edition && one.cases.has(id)),
  );
  // Asked without examples, it names every side of every threshold.
  const [sides, absentSides] = [[], cases].map((shown) => sidesMissing(policy, shown));
  const days = daysOf(policy);
  const absentDays = days.filter(({ day }) => !answers.some((one) => one.day === day));
  return {
    policy: policy.id,
    cases: covered(rows, absentRows),
    boundaries: covered(sides ?? [], absentSides ?? []),
    days: covered(days, absentDays),
    missing: [...absentRows, ...(absentSides ?? []), ...absentDays],
  };
}

function covered(all: readonly Missing[], missing: readonly Missing[]): Covered {
  const [of, shown] = [all.length, all.length - missing.length];
  return { of, shown, percent: of === 0 ? 100 : Math.floor((100 * shown) / of) };
}

function casesOf(policy: Policy): readonly Extract<Missing, { what: "case" }>[] {
  return policy.editions.flatMap(({ inForceFrom: edition, tables }) =>
    tables.flatMap((table) =>
      rowsOf(table).flatMap(({ id }) => (id === undefined ? [] : [{ what: "case", edition, id } as const])),
    ),
  );
}

function sidesMissing(policy: Policy, cases: readonly { readonly facts: object }[]): readonly Missing[] {
  const examples = cases.map(({ facts }) => ({ shows: "", facts, expect: {} }));
  return uncoveredBoundaries(policy, examples).flatMap(({ at: fact, place, related }) =>
    related.map((value): Missing => ({ what: "boundary", edition: place?.edition ?? "", fact, value })),
  );
}

/** On the day before the first edition nothing is answered. */
function daysOf(policy: Policy): readonly Extract<Missing, { what: "day" }>[] {
  const [first, ...later] = segmentsOf(policy).map(({ from }) => from);
  const starts = [first, ...later].filter((day) => day !== null && day !== undefined);
  const before = later.filter((day) => day !== null).map(dayBefore);
  return [...new Set<string>([...before, ...starts])].toSorted().map((day) => ({ what: "day", day }));
}
