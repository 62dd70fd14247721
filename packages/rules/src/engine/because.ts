import type { Policy } from "../language/policy.js";
import type { Answers } from "./answers.js";
import type { Because } from "./decision.js";
import type { Value } from "./evaluate.js";
import {
  entryFor,
  madeByDefault,
  madeByRow,
  nothing,
  rateUsed,
  rowsRead,
  together,
  type Made,
} from "./made.js";
import type { Segment } from "./timeline.js";
import { traceOf, type RateRead } from "./trace.js";

/** Says what made the settled decisions: their cases and, through the helpers they read, rates and citations. */
export function becauseOf(
  policy: Policy,
  facts: ReadonlyMap<string, Value>,
  answers: Answers,
  settled: readonly (readonly [decision: string, value: Value])[],
): readonly Because[] {
  const tracing = new Tracing(policy, facts, answers);
  return settled.map(([decision, value]) => {
    const isEmpty = Array.isArray(value) && value.length === 0;
    return isEmpty
      ? entryFor(decision, [], nothing)
      : entryFor(decision, tracing.cases(decision), tracing.made(decision));
  });
}

class Tracing {
  readonly #policy: Policy;
  readonly #facts: ReadonlyMap<string, Value>;
  readonly #answers: Answers;
  readonly #made = new Map<string, Made>();

  constructor(policy: Policy, facts: ReadonlyMap<string, Value>, answers: Answers) {
    this.#policy = policy;
    this.#facts = facts;
    this.#answers = answers;
  }

  made(decision: string): Made {
    let made = this.#made.get(decision);
    if (!made) this.#made.set(decision, (made = this.#trace(decision)));
    return made;
  }

  cases(decision: string): Because["cases"] {
    const segments = this.#heldRows(decision);
    const ids = new Set(segments.flatMap(({ rows }) => rows.flatMap(({ row }) => row.id ?? [])));
    // A case is certain when it is so in every segment that is possible.
    const isCertain = (id: string): boolean =>
      segments.every(({ rows }) => rows.some(({ row, certain }) => row.id === id && certain));
    return [...ids].map((id) => ({ id, certain: isCertain(id) }));
  }

  #trace(decision: string): Made {
    const made = (names: readonly string[]): readonly Made[] => names.map((name) => this.made(name));
    const parts = this.#heldRows(decision).flatMap(({ segment, rows, guards }) => {
      if (rows.length === 0) return [madeByDefault(segment.edition.source, made(guards))];
      const { source } = segment.edition;
      return rows.map(({ row }) =>
        madeByRow(row, source, this.#rates(segment, row.rates), made(row.helpers ?? [])),
      );
    });
    return together(parts);
  }

  #heldRows(decision: string) {
    return this.#answers.cases(decision).map(({ segment, cases }) => {
      const trace = traceOf(this.#policy, segment.edition).decisions[decision];
      const rows = cases.flatMap(({ index, certain }) => {
        const row = trace?.rows[index];
        return row ? [{ row, certain }] : [];
      });
      return { segment, rows, guards: trace?.guards ?? [] };
    });
  }

  #rates({ rates }: Segment, read: readonly RateRead[] = []): Made["rates"] {
    return read.flatMap(({ rate, by }) => {
      const key = by.map((path) => this.#facts.get(path));
      return rowsRead(rates.get(rate) ?? [], key).map((row) => rateUsed(rate, row));
    });
  }
}
