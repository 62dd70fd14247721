import type { OpenAnswer } from "../engine/answers.js";
import type { Decision } from "../engine/decision.js";
import type { Value } from "../engine/evaluate.js";

/** What a decision can still be, settled or not: a value stands for itself alone. */
export type Possible = { readonly only: Value } | OpenAnswer;

/** The possible answers of each decision; nothing before the first edition. */
export function possibleAnswers(decision: Decision): ReadonlyMap<string, Possible> {
  const settled = Object.entries((decision.outcome ?? {}) as Readonly<Record<string, Value>>);
  const open = Object.entries((decision.open ?? {}) as Readonly<Record<string, OpenAnswer>>);
  return new Map<string, Possible>([...settled.map(([name, only]) => [name, { only }] as const), ...open]);
}

/** Whether everything that is possible now was possible before. */
export function isWithin(now: Possible, was: Possible): boolean {
  if ("only" in was) return "only" in now && JSON.stringify(now.only) === JSON.stringify(was.only);
  if ("oneOf" in was) {
    const values = "only" in now ? [now.only] : "oneOf" in now ? now.oneOf : undefined;
    return values !== undefined && isSubset(values, was.oneOf);
  }
  if ("possible" in was) {
    const set = "only" in now ? { certain: now.only as readonly string[], possible: [] } : now;
    if (!("possible" in set)) return false;
    return (
      isSubset(was.certain, set.certain) &&
      isSubset([...set.certain, ...set.possible], [...was.certain, ...was.possible])
    );
  }
  if ("only" in now) {
    const value = now.only as number | string;
    if (value === "none") return was.none === true;
    return (was.from === null || was.from <= value) && (was.to === null || value <= was.to);
  }
  if (!("from" in now) || (now.none === true && was.none !== true)) return false;
  const isBelow = was.to === null || (now.to !== null && now.to <= was.to);
  return isBelow && (was.from === null || (now.from !== null && now.from >= was.from));
}

function isSubset(part: readonly unknown[], whole: readonly unknown[]): boolean {
  return part.every((item) => whole.includes(item));
}
