/** More than a clinic meets in a day; what comes after them is put together each time. */
const mostKept = 4096;

/** Items kept by a row of whole numbers. */
export class Combinations<Item> {
  readonly #buckets = new Map<number, { readonly key: readonly number[]; readonly item: Item }[]>();
  #kept = 0;

  /** The item kept by a key, or the one that is made then. The caller may change the list of the key afterwards. */
  get(key: readonly number[], make: () => Item): Item {
    let hash = 17;
    for (const part of key) hash = (Math.imul(hash, 31) + part) | 0;
    const bucket = this.#buckets.get(hash);
    if (bucket) {
      for (const entry of bucket) if (isSame(entry.key, key)) return entry.item;
    }
    const item = make();
    if (this.#kept < mostKept) {
      this.#kept += 1;
      const entry = { key: key.slice(), item };
      if (bucket) bucket.push(entry);
      else this.#buckets.set(hash, [entry]);
    }
    return item;
  }
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}
