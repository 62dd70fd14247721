import type { Because, Decision } from "@guichet/rules";
import type { BatchCounts } from "../ui-wording.js";

/** What came of the lines of a batch: plain data, which crosses threads and stands in files. */
export type Tally = { -readonly [Name in keyof BatchCounts]: BatchCounts[Name] } & {
  /** For each decision, in how many lines each of its cases made the answer, or can have made it. */
  readonly cases: CasesCounted;
};

type CasesCounted = Record<string, Record<string, number>>;

export function emptyTally(): Tally {
  return { lines: 0, decided: 0, open: 0, notInForce: 0, wrong: 0, blank: 0, cases: bare() };
}

/** Counts lines. Decisions share their reasons: these are counted as a whole, and their cases at the end. */
export class LineCounter {
  readonly #tally = emptyTally();
  readonly #reasons = new Map<readonly Because[], number>();

  /** Counts one line; one that was answered, by its decision. */
  count(came: Decision | "wrong" | "blank"): void {
    const tally = this.#tally;
    tally.lines += 1;
    if (came === "wrong" || came === "blank") {
      tally[came] += 1;
      return;
    }
    tally[came.status === "not-in-force" ? "notInForce" : came.status] += 1;
    const { because } = came;
    if (because) this.#reasons.set(because, (this.#reasons.get(because) ?? 0) + 1);
  }

  tally(): Tally {
    for (const [because, lines] of this.#reasons) {
      for (const { decision, cases } of because) {
        for (const { id } of cases) addCase(this.#tally, decision, id, lines);
      }
    }
    this.#reasons.clear();
    return this.#tally;
  }
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
