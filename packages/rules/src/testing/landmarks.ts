import { dayFromIso } from "../calendar/civil-day.js";
import { termFromDuration, type Term } from "../calendar/term.js";
import type { Policy } from "../language/policy.js";

/** Where a policy's answers change: random facts are drawn around these, for between them nothing happens. */
export interface Landmarks {
  /** The numbers and texts a fact itself is compared with. */
  readonly of: ReadonlyMap<string, readonly (number | string)[]>;
  /** Every number of the policy. */
  readonly numbers: readonly number[];
  /** Every day of the policy, as day numbers: thresholds, first days of editions and of rates, ends of months. */
  readonly days: readonly number[];
  /** Every term that is added to a day. */
  readonly terms: readonly Term[];
}

const endsOfMonths = ["2023-02-28", "2023-12-31", "2024-02-29", "2024-08-31"];
const known = new WeakMap<Policy, Landmarks>();

/** The landmarks of a policy, from its editions, rates, laws and what is given. */
export function landmarksOf(policy: Policy): Landmarks {
  let landmarks = known.get(policy);
  if (!landmarks) known.set(policy, (landmarks = findLandmarks(policy)));
  return landmarks;
}

function findLandmarks(policy: Policy): Landmarks {
  const of = new Map<string, (number | string)[]>();
  const all: (number | string)[] = [];
  const terms: Term[] = [];
  const waiting: unknown[] = [policy.editions.map(({ tables }) => tables), policy.given, policy.laws];
  while (waiting.length > 0) {
    const part = waiting.pop();
    if (typeof part !== "object" || part === null) continue;
    if (isComparison(part)) {
      const literals = literalsOf(policy, part.value);
      of.set(part.fact, [...(of.get(part.fact) ?? []), ...literals]);
      all.push(...literals);
    }
    if ("plus" in part && Array.isArray(part.plus))
      terms.push(termFromDuration(String(part.plus[1])) ?? oneDay);
    waiting.push(...(Object.values(part) as unknown[]));
  }
  const starts = policy.editions.map(({ inForceFrom }) => inForceFrom);
  const changes = Object.values(policy.rates).flatMap(({ rows }) => rows.map(({ from }) => from));
  const texts = [...all.filter((value) => typeof value === "string"), ...starts, ...changes, ...endsOfMonths];
  return {
    of,
    numbers: [...new Set(all.filter((value) => typeof value === "number"))],
    days: [...new Set(texts.map(dayFromIso).filter((day) => day !== undefined))],
    terms,
  };
}

const oneDay: Term = { months: 0, days: 1 };

function isComparison(part: object): part is { readonly fact: string; readonly value: unknown } {
  return "operator" in part && "value" in part && "fact" in part && typeof part.fact === "string";
}

function literalsOf(policy: Policy, value: unknown): readonly (number | string)[] {
  if (typeof value === "number" || typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap((element) => literalsOf(policy, element));
  if (typeof value !== "object" || value === null || !("fact" in value)) return [];
  const name = /^rate\.(.*)$/.exec(String(value.fact))?.[1];
  const rows = name === undefined ? [] : (policy.rates[name]?.rows ?? []);
  return rows.flatMap((row) => (row.value === "none" ? [] : literalsOf(policy, row.value)));
}
