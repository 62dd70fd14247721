import { dayFromIso, firstDay, isoFromDay, lastDay } from "../src/calendar/civil-day.js";
import { addTerm } from "../src/calendar/term.js";
import { readFacts } from "../src/engine/check-facts.js";
import { evaluate, holds, type Value } from "../src/engine/evaluate.js";
import { segmentOn } from "../src/engine/timeline.js";
import { declaredFacts } from "../src/language/declared-facts.js";
import type { Policy } from "../src/language/policy.js";
import { landmarksOf } from "../src/testing/landmarks.js";
import { randomFacts } from "../src/testing/random-facts.js";
import type { Random } from "../src/testing/random.js";

type Facts = ReadonlyMap<string, Value>;
type Outcome = Readonly<Record<string, Value>>;

/** Draws completions of partial facts of a real policy, where its answers change. */
export class RandomCompletions {
  readonly #policy: Policy;
  readonly #random: Random;
  readonly #pool: readonly Facts[];

  /** The pool keeps drawing cheap: a completion takes its parts from facts that were drawn once. */
  constructor(policy: Policy, random: Random, poolSize = 600) {
    this.#policy = policy;
    this.#random = random;
    this.#pool = Array.from(
      { length: poolSize },
      (_, seed) => readFacts(policy, randomFacts(policy, seed)).values,
    );
  }

  /** Some of the facts of one of the pool. */
  partial(share: number): Facts {
    return new Map([...this.#random.pick(this.#pool)].filter(() => this.#random.chance(share)));
  }

  /** A completion in force that meets what is given, or `undefined` where a few draws find none. */
  complete(known: Facts): { readonly facts: Facts; readonly outcome: Outcome } | undefined {
    for (let draw = 0; draw < 20; draw += 1) {
      const facts = new Map([...this.#random.pick(this.#pool), ...known]);
      for (const path of facts.keys()) {
        if (!known.has(path) && this.#random.chance(0.3)) facts.set(path, this.value(path, facts));
      }
      const outcome = this.outcome(facts);
      if (outcome) return { facts, outcome };
    }
    return undefined;
  }

  /** Another value of a fact; of a date, often one a term away from another date. */
  value(path: string, facts: Facts): Value {
    const random = this.#random;
    const declared = declaredFacts(this.#policy.facts).get(path);
    if (declared?.kind === "date" && random.chance(0.6)) {
      const other =
        dayFromIso(String(random.pick([...facts].filter(([name]) => this.#isDate(name)))[1])) ?? 0;
      const { months, days } = random.pick([{ months: 0, days: 0 }, ...landmarksOf(this.#policy).terms]);
      const sign = random.pick([1, -1]);
      const day = addTerm(other, { months: sign * months, days: sign * days }) + random.integer(-2, 2);
      return isoFromDay(Math.min(Math.max(day, firstDay), lastDay));
    }
    if (declared?.kind === "set-of") {
      // One element more or less tells most.
      const set = facts.get(path) as readonly string[];
      const changed = random.pick(declared.values);
      return declared.values.filter((element) => set.includes(element) !== (element === changed));
    }
    return random.pick(this.#pool).get(path) ?? "";
  }

  /** What the specification answers, where the facts are in force and meet what is given. */
  outcome(facts: Facts): Outcome | undefined {
    const read = (path: string): Value => facts.get(path) ?? "";
    const segment = segmentOn(this.#policy, String(read(this.#policy.datedBy)));
    const meets = (this.#policy.given ?? []).every((given) => holds(given.holds, ({ fact }) => read(fact)));
    return segment && meets ? evaluate(this.#policy, segment, read).values : undefined;
  }

  #isDate(path: string): boolean {
    return declaredFacts(this.#policy.facts).get(path)?.kind === "date";
  }
}
