import { freezeDeeply } from "../../language/freeze-deeply.js";
import type { Because } from "../decision.js";
import { Combinations } from "./combinations.js";
import type { Common, Grounds } from "./common.js";
import {
  entryFor,
  madeByDefault,
  madeByRow,
  nothing,
  rateUsed,
  rowsRead,
  together,
  type Made,
} from "../made.js";
import type { DecisionTrace, EditionTrace, RateRead, RowTrace } from "../trace.js";
import { bitsPerWord, caseWords, groundOf, noCase, type Frame, type Outcome } from "./frame.js";
import type { EditionData, SegmentData, TableData } from "./policy-data.js";

/** The reasons of one decision, and the oldest of the sources they cite. */
export interface Reason {
  readonly entry: Because;
  readonly checkedOn: string;
  readonly dated: boolean;
}

/**
 * The reasons of a segment's decisions, by the numbers of their cases. Those of one decision come again among others:
 * each is put together once, and kept.
 */
export class SegmentReasons {
  readonly #segment: SegmentData;
  readonly #trace: EditionTrace;
  readonly #common: Common;
  readonly #decisions: ReadonlyMap<string, Decided>;
  /** The public decisions in declared order. */
  readonly #public: readonly Decided[];
  #made = 0;

  constructor(segment: SegmentData, { tables: printed, trace }: EditionData, common: Common) {
    this.#segment = segment;
    this.#trace = trace;
    this.#common = common;
    const tables = new Map(printed.flatMap((table) => table.decides.map((name) => [name, table])));
    this.#decisions = new Map(
      Object.entries(trace.decisions).map(([name, decision]) => {
        const table = tables.get(name);
        const words = table ? caseWords(table.rows, table.collects) : 0;
        return [name, { name, trace: decision, table, held: new Combinations<Held>(words) }];
      }),
    );
    this.#public = this.#decided(common.outcome);
  }

  /** Why each public decision is what it is. */
  of(outcome: Outcome, grounds: Grounds, frame: Frame): readonly Reason[] {
    return this.#public.map((decided) => {
      const { name } = decided;
      const value = outcome[name];
      if (Array.isArray(value) && value.length === 0) {
        return (decided.empty ??= this.#reason(entryFor(name, [], nothing)));
      }
      const kept = this.#kept(decided, grounds, frame);
      return (kept.reason ??= this.#reason(entryFor(name, kept.cases, kept.made)));
    });
  }

  /** The ids of the cases that made each decision. */
  caseIds(grounds: Grounds): Readonly<Record<string, readonly string[]>> {
    return Object.fromEntries(
      [...this.#decisions.values()].map((decided) => [decided.name, this.#held(decided, grounds).ids]),
    );
  }

  #decided(names: Iterable<string>): readonly Decided[] {
    return [...names].flatMap((name) => this.#decisions.get(name) ?? []);
  }

  #held(decided: Decided, grounds: Grounds): Held {
    const { table, held } = decided;
    const from = table?.casesAt ?? 0;
    const key = grounds.subarray(from, from + held.width);
    return held.get(key) ?? held.keep(key, this.#heldNow(decided, grounds));
  }

  #heldNow({ trace, table }: Decided, grounds: Grounds): Held {
    const rows = (table ? heldRows(table, grounds) : []).flatMap((index) => trace.rows[index] ?? []);
    const helpers = new Set(rows.length === 0 ? trace.guards : rows.flatMap((row) => row.helpers ?? []));
    const keys = new Set(rows.flatMap((row) => (row.rates ?? []).flatMap(({ by }) => by)));
    const keyed = [...keys].flatMap((path) => this.#common.slots.get(path) ?? []);
    return {
      ids: Object.freeze(rows.flatMap(({ id }) => id ?? [])),
      rows,
      helpers: this.#decided(helpers),
      keyed,
      source: this.#trace.source,
      kept: new Combinations<Kept>(helpers.size + keyed.length),
    };
  }

  #kept(decided: Decided, grounds: Grounds, frame: Frame): Kept {
    const held = this.#held(decided, grounds);
    const made = held.helpers.map((decision) => this.#kept(decision, grounds, frame));
    const key = Int32Array.of(
      ...made.map(({ number }) => number),
      ...held.keyed.map((slot) => groundOf(frame[slot])),
    );
    return held.kept.get(key) ?? held.kept.keep(key, this.#keep(held, made, frame));
  }

  #keep({ ids, rows, helpers, source }: Held, made: readonly Kept[], frame: Frame): Kept {
    const of = (names: readonly string[]): readonly Made[] =>
      this.#decided(names).flatMap((decided) => made[helpers.indexOf(decided)]?.made ?? []);
    const whole =
      rows.length === 0
        ? madeByDefault(
            source,
            made.map((helper) => helper.made),
          )
        : together(
            rows.map((row) =>
              madeByRow(row, source, this.#rates(row.rates ?? [], frame), of(row.helpers ?? [])),
            ),
          );
    this.#made += 1;
    return {
      number: this.#made,
      made: whole,
      cases: ids.map((id) => ({ id, certain: true })),
      reason: undefined,
    };
  }

  #rates(reads: readonly RateRead[], frame: Frame): Made["rates"] {
    return reads.flatMap(({ rate, by }) => {
      const key = by.map((path) => this.#common.shows.get(path)?.(frame));
      const declared = this.#common.rates[rate] ?? [];
      const inForce = (this.#segment.rates[rate] ?? []).flatMap((at) => declared[at] ?? []);
      return rowsRead(inForce, key).map((row) => rateUsed(rate, row));
    });
  }

  #reason(entry: Because): Reason {
    const used = entry.cites.flatMap(({ document }) => this.#common.sources[document] ?? []);
    return {
      // Decisions share it: nobody may change it.
      entry: freezeDeeply(entry),
      checkedOn: used.map(({ checkedOn }) => checkedOn).sort()[0] ?? lateEnough,
      dated: used.every(({ dated }) => dated),
    };
  }
}

/** After every day: what cites nothing makes nothing old. */
const lateEnough = "9999-12-31";

/** What is known of a decision of the segment. */
interface Decided {
  readonly name: string;
  readonly trace: DecisionTrace;
  readonly table: TableData | undefined;
  /** By the numbers of its cases. */
  readonly held: Combinations<Held>;
  empty?: Reason;
}

/** Rows that held together, and what their reasons depend on beside them. */
interface Held {
  readonly ids: readonly string[];
  readonly rows: readonly RowTrace[];
  /** Decisions whose reasons belong to these. */
  readonly helpers: readonly Decided[];
  /** The slots of the facts on which the rows of their rates depend. */
  readonly keyed: readonly number[];
  readonly source: EditionTrace["source"];
  /** By the reasons of the helpers, and those keys. */
  readonly kept: Combinations<Kept>;
}

interface Kept {
  readonly number: number;
  readonly made: Made;
  readonly cases: Because["cases"];
  reason: Reason | undefined;
}

/** The rows of a table that made its decision, by their places. */
function heldRows({ casesAt, rows, collects }: TableData, grounds: Grounds): readonly number[] {
  if (collects !== true) {
    const only = grounds[casesAt] ?? noCase;
    return only === noCase ? [] : [only];
  }
  return Array.from({ length: rows }, (_, index) => index).filter(
    (index) =>
      ((grounds[casesAt + Math.floor(index / bitsPerWord)] ?? 0) & (1 << (index % bitsPerWord))) !== 0,
  );
}
