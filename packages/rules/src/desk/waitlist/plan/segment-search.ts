import type { Policy } from "../../../language/policy.js";
import { objectionsTo, wasRefused } from "../objections-to.js";
import type { Waitlist } from "../read-waitlist.js";
import { Limits } from "./limits.js";
import { slotsWhere } from "./ranking.js";
import type { SegmentPlan } from "./segment-plan.js";
import { passes, type SideTest } from "./side-test.js";
import { SlotBlocks } from "./slot-blocks.js";

/** Looks for the slots of one segment that suit an entry. */
export class SegmentSearch {
  private readonly waitlist: Waitlist<Policy>;
  private readonly isExact: boolean;
  private readonly limits: Limits;
  /** The slots that somebody can get, in the order of the list. */
  private readonly inOrder: Uint32Array;
  /** By the keys that are asked for, a bit each: made when somebody first asks for them. */
  private readonly blocksBy = new Map<number, SlotBlocks>();
  // What the entry at hand asks for.
  private readonly keys: number[] = [];
  private readonly least: number[] = [];
  private readonly most: number[] = [];
  private unwantedBits = 0;

  /** Takes the slots in the order of the list. */
  constructor(waitlist: Waitlist<Policy>, plan: SegmentPlan, inOrder: Uint32Array) {
    this.waitlist = waitlist;
    this.isExact = plan.isExact;
    this.limits = new Limits(waitlist, plan);
    const { noSlot } = this.limits;
    this.inOrder = noSlot.length === 0 ? inOrder : without(inOrder, waitlist.slots.ids.length, noSlot);
  }

  /** The first slot that suits an entry and is not taken. */
  firstLeft(entry: number, taken: Uint8Array): number | undefined {
    return this.visit(entry, taken, () => true);
  }

  /** How many slots suit an entry, taken or not. */
  countSuitable(entry: number): number {
    let count = 0;
    this.visit(entry, undefined, () => {
      count += 1;
      return false;
    });
    return count;
  }

  /** Goes through the slots that suit, in the order of the list, until one is enough. */
  private visit(
    entry: number,
    taken: Uint8Array | undefined,
    isEnough: (slot: number) => boolean,
  ): number | undefined {
    const blocks = this.blocksFor(entry);
    const group = blocks?.groupWith(this.keys);
    if (!blocks || group === undefined) return undefined;
    const { days, slots, starts, times } = blocks;
    const [firstDay = 0, firstTime = 0] = this.least;
    const [lastDay = 0, lastTime = 0] = this.most;
    const lastBlock = blocks.groups[group + 1] ?? 0;
    let block = firstFrom(days, firstDay, blocks.groups[group] ?? 0, lastBlock);
    for (; block < lastBlock && (days[block] ?? 0) <= lastDay; block += 1) {
      if (this.passesOver(blocks, block)) continue;
      const stop = starts[block + 1] ?? 0;
      let position = firstFrom(times, firstTime, starts[block] ?? 0, stop);
      if (taken) position = blocks.nextLeft(position, taken);
      while (position < stop && (times[position] ?? 0) <= lastTime) {
        const slot = slots[position] ?? 0;
        if (this.suits(entry, slot) && isEnough(slot)) return slot;
        position = taken ? blocks.nextLeft(position + 1, taken) : position + 1;
      }
    }
    return undefined;
  }

  /** Notes what an entry asks for, and gives the index to look it up in; none where the entry gets nothing. */
  private blocksFor(entry: number): SlotBlocks | undefined {
    const { noEntry, keys, rankings, bounds, bits } = this.limits;
    for (const test of noEntry) if (passes(test, entry)) return undefined;
    let [keysAsked, count] = [0, 0];
    for (let place = 0; place < keys.length; place += 1) {
      const { guard, codes, table } = keys[place] as (typeof keys)[number];
      if (!passes(guard, entry)) continue;
      const rank = table[codes[entry] ?? 0] ?? -1;
      if (rank === -1) return undefined;
      keysAsked |= 1 << place;
      this.keys[count] = rank;
      count += 1;
    }
    for (let place = 0; place < rankings.length; place += 1) {
      this.least[place] = 0;
      this.most[place] = (rankings[place]?.values.length ?? 0) - 1;
    }
    for (const { guard, codes, table, place, isLeast } of bounds) {
      if (!passes(guard, entry)) continue;
      const bound = table[codes[entry] ?? 0] ?? 0;
      if (isLeast) this.least[place] = Math.max(this.least[place] ?? 0, bound);
      else this.most[place] = Math.min(this.most[place] ?? 0, bound);
    }
    this.unwantedBits = 0;
    for (const { guard, codes, table } of bits) {
      if (passes(guard, entry)) this.unwantedBits |= table[codes[entry] ?? 0] ?? 0;
    }
    return this.blocksBy.get(keysAsked) ?? this.makeBlocks(keysAsked);
  }

  private makeBlocks(keysAsked: number): SlotBlocks {
    const { bitsOf, keys, rankings } = this.limits;
    const [day, time, ...others] = rankings;
    const asked = keys.filter((_, place) => (keysAsked & (1 << place)) !== 0);
    const blocks = new SlotBlocks(
      this.inOrder,
      { day, time, others, bitsOf },
      asked.map(({ ranking }) => ranking),
    );
    this.blocksBy.set(keysAsked, blocks);
    return blocks;
  }

  /** Whether no slot of a block suits. */
  private passesOver({ commonBits, ranges }: SlotBlocks, block: number): boolean {
    if (((commonBits[block] ?? 0) & this.unwantedBits) !== 0) return true;
    for (let place = 0; place < ranges.length; place += 1) {
      const range = ranges[place];
      const [from, to] = [this.least[place + 2] ?? 0, this.most[place + 2] ?? 0];
      if (range && ((range.most[block] ?? 0) < from || (range.least[block] ?? 0) > to)) return true;
    }
    return false;
  }

  /** Whether a slot of the right keys, day and time suits in all else. */
  private suits(entry: number, slot: number): boolean {
    const { bitsOf, rankings } = this.limits;
    if (((bitsOf[slot] ?? 0) & this.unwantedBits) !== 0) return false;
    for (let place = 2; place < rankings.length; place += 1) {
      const rank = rankings[place]?.rankOf[slot] ?? 0;
      if (rank < (this.least[place] ?? 0) || rank > (this.most[place] ?? 0)) return false;
    }
    if (this.isExact) return !wasRefused(this.waitlist, entry, slot);
    return objectionsTo(this.waitlist, entry, slot).length === 0;
  }
}

/** The slots for which no test holds. Tested as they are listed: their facts then lie side by side. */
function without(inOrder: Uint32Array, count: number, tests: readonly SideTest[]): Uint32Array {
  const isOut = new Uint8Array(count);
  for (const test of tests)
    for (let slot = 0; slot < count; slot += 1) if (passes(test, slot)) isOut[slot] = 1;
  return slotsWhere(inOrder, (slot) => isOut[slot] === 0);
}

/** The first place from `from` up to `end` whose rank reaches `least`; ranks rise. */
function firstFrom(ranks: ArrayLike<number>, least: number, from: number, end: number): number {
  let [low, high] = [from, end];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranks[middle] ?? 0) >= least) high = middle;
    else low = middle + 1;
  }
  return low;
}
