import { holds, type Value } from "../../../engine/evaluate.js";
import type { Reference } from "../../../language/expression.js";
import type { Policy } from "../../../language/policy.js";
import type { FactColumn } from "../fact-column.js";
import type { Waitlist } from "../read-waitlist.js";
import { rankBy, rankByFact, type Ranking } from "./ranking.js";
import type { Pairing, PlannedGround, SegmentPlan } from "./segment-plan.js";
import { passes, sideTest, type SideTest } from "./side-test.js";

/** What a fact of the entry means among the slots. It counts where the guard holds. */
export interface Asked {
  readonly guard: SideTest;
  readonly codes: Uint32Array;
  /** By the code of the entry: a rank, a bound on ranks, or bits. */
  readonly table: readonly number[];
}

/** A key: the rank that an entry looks for, -1 where no slot has it. */
export interface KeyAsked extends Asked {
  readonly ranking: Ranking;
}

/** The least or the greatest rank of a value that suits. */
export interface BoundAsked extends Asked {
  /** Which of the rankings. */
  readonly place: number;
  readonly isLeast: boolean;
}

/** A plan on one waitlist: what it did not leave to the policy, worked out for each distinct value. */
export class Limits {
  /** Entries that get nothing, and slots that nobody gets. */
  readonly noEntry: SideTest[] = [];
  readonly noSlot: SideTest[] = [];
  readonly keys: KeyAsked[] = [];
  /** The values with bounds. The day and the time come first, bounds or not: the list is in their order. */
  readonly rankings: [day: Ranking, time: Ranking, ...others: Ranking[]];
  readonly bounds: BoundAsked[] = [];
  /** By slot, its bits; and those that entries do not take. */
  readonly bitsOf: Int32Array;
  readonly bits: Asked[] = [];
  private readonly waitlist: Waitlist<Policy>;
  private readonly plan: SegmentPlan;
  private readonly rankingOf = new Map<string, Ranking>();
  private usedBits = 0;

  constructor(waitlist: Waitlist<Policy>, plan: SegmentPlan) {
    [this.waitlist, this.plan] = [waitlist, plan];
    this.bitsOf = new Int32Array(waitlist.slots.ids.length);
    this.rankings = [
      this.ranking({ fact: "slot.day" }, "slot.day"),
      this.ranking({ fact: "slot.time" }, "slot.time"),
    ];
    for (const ground of plan.grounds) this.add(ground);
  }

  private add(ground: PlannedGround): void {
    const { waitlist, plan } = this;
    const { became, pairing } = ground;
    const guard = sideTest(waitlist, plan.words, waitlist.entries, ground.ofEntry);
    const ofSlot = sideTest(waitlist, plan.words, waitlist.slots, ground.ofSlot);
    // Rules nothing out in this waitlist.
    if (became === "checked" || guard === false || ofSlot === false) return;
    if (became === "key" && pairing) this.addKey(guard, pairing);
    else if (became === "range" && pairing) this.addBound(guard, pairing);
    else if (became === "bits" && pairing) this.addElements(guard, pairing);
    else if (became === "bits") this.addBit(guard, ofSlot);
    else if (ground.ofSlot.length > 0) this.noSlot.push(ofSlot);
    else this.noEntry.push(guard);
  }

  private addKey(guard: SideTest, pairing: Pairing): void {
    const ranking = this.ranking(pairing.slot.reference, pairing.slot.fact);
    const rankWith = new Map(ranking.values.map(({ value }, rank) => [value, rank]));
    const { codes, values } = this.entryColumn(pairing);
    const table = values.map((value) => rankWith.get(this.entryValue(pairing, value)) ?? -1);
    this.keys.push({ guard, codes, table, ranking });
  }

  private addBound(guard: SideTest, pairing: Pairing): void {
    const { comparison, slot, slotFirst } = pairing;
    const ranking = this.ranking(slot.reference, slot.fact);
    let place = this.rankings.indexOf(ranking);
    if (place === -1) place = this.rankings.push(ranking) - 1;
    const isLeast = slotFirst === comparison.operator.startsWith("lessThan");
    const { codes, values } = this.entryColumn(pairing);
    const { length } = ranking.values;
    const table = values.map((value) => {
      const isRuledOut = (rank: number): boolean => this.rulesOut(pairing, ranking, rank, value);
      // The first of those that suit, or the last.
      return isLeast
        ? firstWhere(length, (rank) => !isRuledOut(rank))
        : firstWhere(length, (rank) => isRuledOut(rank)) - 1;
    });
    this.bounds.push({ guard, codes, table, place, isLeast });
  }

  private addElements(guard: SideTest, pairing: Pairing): void {
    const ranking = this.ranking(pairing.slot.reference, pairing.slot.fact);
    const first = this.useBits(ranking.values.length);
    const { codes, values } = this.entryColumn(pairing);
    const table = values.map((value) =>
      ranking.values.reduce(
        (bits, _, rank) =>
          this.rulesOut(pairing, ranking, rank, value) ? bits | (1 << (first + rank)) : bits,
        0,
      ),
    );
    this.setBits((slot) => 1 << (first + (ranking.rankOf[slot] ?? 0)));
    this.bits.push({ guard, codes, table });
  }

  private addBit(guard: SideTest, ofSlot: SideTest): void {
    const bit = 1 << this.useBits(1);
    this.setBits((slot) => (passes(ofSlot, slot) ? bit : 0));
    this.bits.push({ guard, codes: new Uint32Array(this.waitlist.entries.ids.length), table: [bit] });
  }

  private setBits(bitsOf: (slot: number) => number): void {
    for (let slot = 0; slot < this.bitsOf.length; slot += 1) {
      this.bitsOf[slot] = (this.bitsOf[slot] ?? 0) | bitsOf(slot);
    }
  }

  private useBits(count: number): number {
    this.usedBits += count;
    return this.usedBits - count;
  }

  /** Slots by the value of a name that reads one of their facts. */
  private ranking(reference: Reference, fact: string): Ranking {
    const name = JSON.stringify([reference.fact, reference.params]);
    let ranking = this.rankingOf.get(name);
    if (!ranking) {
      const column = this.columnOf("slots", fact);
      ranking =
        reference.fact === fact
          ? rankByFact(column)
          : rankBy(column, (value) => this.reader([[fact, value]])(reference));
      this.rankingOf.set(name, ranking);
    }
    return ranking;
  }

  /** Asks the policy's own comparison. */
  private rulesOut(
    { comparison, slot, entry }: Pairing,
    ranking: Ranking,
    rank: number,
    value: Value,
  ): boolean {
    const ofSlot = ranking.values[rank]?.fact ?? "";
    return holds(
      comparison,
      this.reader([
        [slot.fact, ofSlot],
        [entry.fact, value],
      ]),
    );
  }

  private entryValue({ entry }: Pairing, value: Value): Value {
    return this.reader([[entry.fact, value]])(entry.reference);
  }

  private reader(facts: Iterable<readonly [string, Value]>): (reference: Reference) => Value {
    const known = new Map([...this.waitlist.offer, ...facts]);
    return this.plan.words.reader((path) => {
      const value = known.get(path);
      if (value === undefined) throw new TypeError(`"${path}" is not known here: the plan is wrong`);
      return value;
    });
  }

  private entryColumn({ entry }: Pairing): FactColumn {
    return this.columnOf("entries", entry.fact);
  }

  private columnOf(list: "entries" | "slots", fact: string): FactColumn {
    const column = this.waitlist[list].columns.get(fact);
    if (!column) throw new TypeError(`"${fact}" is no fact of the ${list}: the plan is wrong`);
    return column;
  }
}

/** The first number below `end` for which a test holds that holds for all after it too; `end` if there is none. */
function firstWhere(end: number, test: (number: number) => boolean): number {
  let [from, to] = [0, end];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (test(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
