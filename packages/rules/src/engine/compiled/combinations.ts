/** More than a clinic meets in a day; what comes after them is put together each time. */
const mostKept = 4096;

/**
 * Items kept by a row of whole numbers, of a length that is the same for all. The rows lie one after another, so that
 * to find an item among thousands touches little memory.
 */
export class Combinations<Item> {
  readonly width: number;
  /** From 1 on. */
  readonly #items: (Item | undefined)[] = [undefined];
  readonly #keys: number[] = [];
  /** By what is left of a hash, the number of an item; 0 is nobody's. At most half of the places are taken. */
  #numbers = new Uint16Array(16);

  constructor(width: number) {
    this.width = width;
  }

  /** The item kept by a key. */
  get(key: Int32Array): Item | undefined {
    return this.#items[this.#numbers[this.#placeOf(key)] ?? 0];
  }

  /** Keeps an item, unless so many are kept already, and gives it back. The caller may change the key afterwards. */
  keep(key: Int32Array, item: Item): Item {
    const number = this.#items.length;
    if (number > mostKept) return item;
    if (number * 2 > this.#numbers.length) this.#spread();
    this.#numbers[this.#placeOf(key)] = number;
    this.#items.push(item);
    this.#keys.push(...key);
    return item;
  }

  /** Gives everybody a place among twice as many. */
  #spread(): void {
    this.#numbers = new Uint16Array(this.#numbers.length * 2);
    for (let number = 1; number < this.#items.length; number += 1) {
      const end = number * this.width;
      this.#numbers[this.#placeOf(Int32Array.from(this.#keys.slice(end - this.width, end)))] = number;
    }
  }

  /** The place of a key's item, or the empty one that could be. */
  #placeOf(key: Int32Array): number {
    const mask = this.#numbers.length - 1;
    let hash = 17;
    for (let at = 0; at < this.width; at += 1) hash = (Math.imul(hash, 31) + (key[at] ?? 0)) | 0;
    for (let place = hash ^ (hash >>> 15); ; place += 1) {
      const number = this.#numbers[place & mask] ?? 0;
      if (number === 0 || this.#has(number, key)) return place & mask;
    }
  }

  #has(number: number, key: Int32Array): boolean {
    const from = (number - 1) * this.width;
    for (let at = 0; at < this.width; at += 1) if (this.#keys[from + at] !== key[at]) return false;
    return true;
  }
}
