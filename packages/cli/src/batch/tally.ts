import type { Because, Decision } from "@guichet/rules";
import type { BatchCounts } from "../ui-wording.js";

/** What came of the lines of a batch: plain data, which crosses threads and stands in files. */
export type Tally = LinesCounted & {
  /** For each decision, in how many lines each of its cases made the answer, or can have made it. */
  readonly cases: CasesCounted;
};

type CasesCounted = Record<string, Record<string, number>>;

type LinesCounted = { -readonly [Name in keyof BatchCounts]: BatchCounts[Name] };

export function emptyTally(): Tally {
  return { ...noLines(), cases: bare() };
}

/** Counts lines, chunk after chunk. Decisions share their reasons: whose cases these name is found out once. */
export class LineCounter {
  #lines = noLines();
  readonly #counts = new Map<string, Map<string, CaseCount>>();
  readonly #ofReasons = new WeakMap<readonly Because[], readonly CaseCount[]>();
  /** Those that are not zero, in the order in which they came. */
  #counted: CaseCount[] = [];

  /** Counts one line; one that was answered, by its decision. */
  count(came: Decision | "wrong" | "blank"): void {
    const lines = this.#lines;
    lines.lines += 1;
    if (came === "wrong" || came === "blank") {
      lines[came] += 1;
      return;
    }
    lines[came.status === "not-in-force" ? "notInForce" : came.status] += 1;
    const { because } = came;
    if (because === undefined) return;
    for (const count of this.#countsOf(because)) {
      if (count.lines === 0) this.#counted.push(count);
      count.lines += 1;
    }
  }

  /** What was counted since it was asked last. */
  taken(): Tally {
    const tally = { ...this.#lines, cases: bare<Record<string, number>>() };
    for (const count of this.#counted) {
      addCase(tally, count.decision, count.id, count.lines);
      count.lines = 0;
    }
    this.#counted = [];
    this.#lines = noLines();
    return tally;
  }

  #countsOf(because: readonly Because[]): readonly CaseCount[] {
    const known = this.#ofReasons.get(because);
    if (known !== undefined) return known;
    const counts = because.flatMap(({ decision, cases }) =>
      cases.map(({ id }) => this.#countOf(decision, id)),
    );
    // Others are those of one decision alone.
    if (Object.isFrozen(because)) this.#ofReasons.set(because, counts);
    return counts;
  }

  #countOf(decision: string, id: string): CaseCount {
    let counts = this.#counts.get(decision);
    if (counts === undefined) this.#counts.set(decision, (counts = new Map<string, CaseCount>()));
    let count = counts.get(id);
    if (count === undefined) counts.set(id, (count = { decision, id, lines: 0 }));
    return count;
  }
}

/** In how many lines a case made a decision. */
interface CaseCount {
  readonly decision: string;
  readonly id: string;
  lines: number;
}

function noLines(): LinesCounted {
  return { lines: 0, decided: 0, open: 0, notInForce: 0, wrong: 0, blank: 0 };
}

/** Adds what was counted elsewhere. */
export function addTally(tally: Tally, { cases, ...lines }: Tally): void {
  for (const [name, count] of entries(lines)) tally[name] += count;
  for (const [decision, counts] of Object.entries(cases)) {
    for (const [id, count] of Object.entries(counts)) addCase(tally, decision, id, count);
  }
}

function addCase({ cases }: Tally, decision: string, id: string, lines: number): void {
  const counted = (cases[decision] ??= bare());
  counted[id] = (counted[id] ?? 0) + lines;
}

function entries(counts: BatchCounts): readonly (readonly [keyof BatchCounts, number])[] {
  return Object.entries(counts) as (readonly [keyof BatchCounts, number])[];
}

// Ids are somebody's own: "constructor" must not be found on every object.
function bare<Item>(): Record<string, Item> {
  return Object.create(null) as Record<string, Item>;
}
