import { dayFromIso, isoFromDay } from "../../../packages/rules/src/calendar/civil-day.js";
import { addTerm } from "../../../packages/rules/src/calendar/term.js";
import { declaredFacts } from "../../../packages/rules/src/language/declared-facts.js";
import type { Expression } from "../../../packages/rules/src/language/expression.js";
import type { Policy } from "../../../packages/rules/src/language/policy.js";

// Engines that compare numbers fast and texts or days slowly, or not at all, get a day as the number yyyymmdd.

type Nested = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
type Groups = Record<string, Record<string, unknown>>;

export function numberOfDay(day: string): number {
  return Number(day.slice(0, 4)) * 10000 + Number(day.slice(5, 7)) * 100 + Number(day.slice(8));
}

export function dayOfNumber(number: number): string {
  const text = String(number);
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}

/** The facts of a policy with its days as numbers, and the days that lie a term after them as facts of their own. */
export class DaysAsNumbers {
  readonly #days: readonly (readonly [string, string])[];
  readonly #terms = new Map<
    string,
    { readonly from: readonly [string, string]; readonly months: number; readonly days: number }
  >();

  constructor(policy: Policy) {
    this.#days = [...declaredFacts(policy.facts)].flatMap(([path, { kind }]) =>
      kind === "date" ? [split(path)] : [],
    );
  }

  /** The name, in the group `term`, of the day a term after a fact. */
  later({ months, days }: { readonly months: number; readonly days: number }, from: Expression): string {
    if (typeof from !== "object" || !("fact" in from)) throw new RangeError("bench: a term starts at a fact");
    const at = split(from.fact);
    const name = `${at.join("_")}_${String(months)}_${String(days)}`;
    this.#terms.set(name, { from: at, months, days });
    return name;
  }

  of(facts: object): Groups {
    const nested = facts as Nested;
    const copy: Groups = { ...(nested as Groups) };
    for (const [group, name] of this.#days) {
      copy[group] = { ...nested[group], ...(copy[group] === nested[group] ? {} : copy[group]) };
      copy[group][name] = numberOfDay(String(nested[group]?.[name]));
    }
    if (this.#terms.size > 0) {
      const term: Record<string, unknown> = (copy["term"] = {});
      for (const [name, { from, months, days }] of this.#terms) {
        const start = dayFromIso(String(nested[from[0]]?.[from[1]])) ?? 0;
        term[name] = numberOfDay(isoFromDay(addTerm(start, { months, days })));
      }
    }
    return copy;
  }
}

function split(path: string): readonly [string, string] {
  const [group = "", name = ""] = path.split(".");
  return [group, name];
}
