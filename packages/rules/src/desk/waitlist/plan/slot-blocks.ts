import { sortedBy, type Ranking } from "./ranking.js";

/** What slots are looked up and passed over by. */
export interface SlotOrder {
  readonly day: Ranking;
  readonly time: Ranking;
  /** Values with bounds besides. */
  readonly others: readonly Ranking[];
  /** By slot: what rules it out for those who ask for it, a bit each. */
  readonly bitsOf: Int32Array;
}

/** By block: the least and the greatest rank of a value. */
export interface BlockRanges {
  readonly least: Uint32Array;
  readonly most: Uint32Array;
}

/**
 * An index of slots: those that agree in all keys are a group, in the order of the list (day, time, id), and those
 * of one day in it are a block. Of each block it is known what its slots have in common, so that a whole block can
 * be passed over.
 */
export class SlotBlocks {
  /** By position in the index. */
  readonly slots: Uint32Array;
  /** By position: the rank of the time. */
  readonly times: Uint32Array;
  /** By group: its first block; at the end, where the last one stops. */
  readonly groups: readonly number[];
  /** By block: its first position; at the end, where the last one stops. */
  readonly starts: Uint32Array;
  /** By block: the rank of the day. */
  readonly days: Uint32Array;
  /** By block: the bits that all of its slots have. */
  readonly commonBits: Int32Array;
  /** By other value. */
  readonly ranges: readonly BlockRanges[];
  private readonly keys: readonly Ranking[];
  /** By key: from the group of the keys before it and its own rank to the group of both. */
  private readonly groupOf: readonly Map<number, number>[];
  /** By position: a position up to which nothing is left. */
  private readonly skipTo: Uint32Array;

  /** Takes the slots in the order of the list. */
  constructor(inOrder: Uint32Array, { day, time, others, bitsOf }: SlotOrder, keys: readonly Ranking[]) {
    this.keys = keys;
    this.groupOf = keys.map(() => new Map<number, number>());
    this.slots = keys.toReversed().reduce(sortedBy, inOrder);
    this.times = new Uint32Array(this.slots.length);
    this.skipTo = new Uint32Array(this.slots.length + 1);
    for (let position = 0; position < this.skipTo.length; position += 1) this.skipTo[position] = position;
    for (let position = 0; position < this.times.length; position += 1) {
      this.times[position] = time.rankOf[this.slots[position] ?? 0] ?? 0;
    }

    this.starts = this.cutBy([...keys, day]);
    this.groups = this.groupBlocks();
    this.days = this.starts.map((start) => day.rankOf[this.slots[start] ?? 0] ?? 0);
    this.commonBits = new Int32Array(this.starts.length - 1);
    this.noteCommonBits(bitsOf);
    this.ranges = others.map((ranking) => this.rangesOf(ranking));
  }

  /** The group with these keys, by their ranks; none when no slot has them all. */
  groupWith(ranks: ArrayLike<number>): number | undefined {
    let group: number | undefined = this.slots.length > 0 ? 0 : undefined;
    for (let place = 0; place < this.keys.length && group !== undefined; place += 1) {
      const size = this.keys[place]?.values.length ?? 0;
      group = this.groupOf[place]?.get(group * size + (ranks[place] ?? 0));
    }
    return group;
  }

  /** The first position from here on whose slot is not taken. */
  nextLeft(from: number, taken: Uint8Array): number {
    const { slots } = this;
    let position = this.skipped(from);
    while (position < slots.length && taken[slots[position] ?? 0] === 1) {
      this.skipTo[position] = position + 1;
      position = this.skipped(position);
    }
    return position;
  }

  private skipped(from: number): number {
    const { skipTo } = this;
    let position = from;
    // Each step halves the way for whoever comes after.
    for (let next = skipTo[position] ?? 0; next !== position; next = skipTo[position] ?? 0) {
      position = skipTo[position] = skipTo[next] ?? 0;
    }
    return position;
  }

  /** The positions at which one of the ranks is another one than before, and the end. */
  private cutBy(rankings: readonly Ranking[]): Uint32Array {
    const { slots } = this;
    const isCut = new Uint8Array(slots.length + 1);
    isCut[0] = isCut[slots.length] = 1;
    for (const { rankOf } of rankings) {
      for (let position = 1; position < slots.length; position += 1) {
        if (rankOf[slots[position] ?? 0] !== rankOf[slots[position - 1] ?? 0]) isCut[position] = 1;
      }
    }
    const positions = new Uint32Array(isCut.reduce((sum, cut) => sum + cut));
    let count = 0;
    for (let position = 0; position < isCut.length; position += 1) {
      if (isCut[position] === 1) positions[count++] = position;
    }
    return positions;
  }

  /** The first block of each group, and the end. */
  private groupBlocks(): readonly number[] {
    const { keys, slots, starts } = this;
    const groups: number[] = [];
    const end = starts.length - 1;
    let before: number | undefined;
    for (let block = 0; block < end; block += 1) {
      const slot = slots[starts[block] ?? 0] ?? 0;
      if (before === undefined || keys.some(({ rankOf }) => rankOf[slot] !== rankOf[before ?? 0])) {
        this.addGroup(slot);
        groups.push(block);
      }
      before = slot;
    }
    return [...groups, end];
  }

  private addGroup(slot: number): void {
    let group = 0;
    for (const [place, { rankOf, values }] of this.keys.entries()) {
      const known = this.groupOf[place] as Map<number, number>;
      const own = group * values.length + (rankOf[slot] ?? 0);
      group = known.get(own) ?? known.size;
      known.set(own, group);
    }
  }

  private noteCommonBits(bitsOf: Int32Array): void {
    const { slots, starts } = this;
    for (let block = 0; block < this.commonBits.length; block += 1) {
      const end = starts[block + 1] ?? 0;
      let bits = -1;
      for (let position = starts[block] ?? 0; position < end && bits !== 0; position += 1) {
        bits &= bitsOf[slots[position] ?? 0] ?? 0;
      }
      this.commonBits[block] = bits;
    }
  }

  private rangesOf({ rankOf }: Ranking): BlockRanges {
    const { slots, starts } = this;
    const least = new Uint32Array(starts.length - 1);
    const most = new Uint32Array(starts.length - 1);
    for (let block = 0; block < least.length; block += 1) {
      const end = starts[block + 1] ?? 0;
      let [low, high] = [Infinity, 0];
      for (let position = starts[block] ?? 0; position < end; position += 1) {
        const rank = rankOf[slots[position] ?? 0] ?? 0;
        if (rank < low) low = rank;
        if (rank > high) high = rank;
      }
      least[block] = low;
      most[block] = high;
    }
    return { least, most };
  }
}
