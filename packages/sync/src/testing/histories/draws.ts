import type { Random } from "../../surroundings.js";

/** What a history draws from its seed. */
export class Draws {
  readonly random: Random;

  constructor(random: Random) {
    this.random = random;
  }

  /** A whole number from 0 to below `count`. */
  upTo(count: number): number {
    return Math.floor(this.random.next() * count);
  }

  oneOf<Item>(items: readonly Item[]): Item {
    const item = items[this.upTo(items.length)];
    if (item === undefined) throw new TypeError("nothing to draw from");
    return item;
  }

  happens(share: number): boolean {
    return this.random.next() < share;
  }
}
