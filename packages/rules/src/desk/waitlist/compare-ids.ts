/** The order of two items by their ids: by code units, on every machine the same. */
export function compareIds(ids: readonly string[], left: number, right: number): number {
  const [one = "", other = ""] = [ids[left], ids[right]];
  return one < other ? -1 : one > other ? 1 : 0;
}
