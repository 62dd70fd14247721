/**
 * Whether a value that was parsed from JSON has every key of the text: where one stands twice in an object, the first is
 * dropped without a word. False also where only `scanJson` can tell.
 *
 * A JSON text has a colon for every key, and those inside its strings.
 */
export function keepsEveryKey(text: string, value: unknown): boolean {
  try {
    const colons = colonsIn(text);
    // As many as there are keys: none is left for a key that was dropped, however strings are written.
    if (colons === keysOf(value)) return true;
    // A colon that is written as an escape would not be found.
    if (text.includes("\\u") && /\\u003a/i.test(text)) return false;
    return colons === colonsOf(value);
  } catch (error) {
    // Nested deeper than calls can be.
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function keysOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const isList = Array.isArray(value);
  const items: readonly unknown[] = isList ? value : Object.values(value);
  let keys = isList ? 0 : items.length;
  for (const item of items) if (typeof item === "object") keys += keysOf(item);
  return keys;
}

function colonsOf(value: unknown): number {
  if (typeof value === "string") return colonsIn(value);
  if (typeof value !== "object" || value === null) return 0;
  let colons = 0;
  if (Array.isArray(value)) for (const item of value) colons += colonsOf(item);
  else {
    const fields = value as Readonly<Record<string, unknown>>;
    for (const key of Object.keys(fields)) colons += 1 + colonsIn(key) + colonsOf(fields[key]);
  }
  return colons;
}

function colonsIn(text: string): number {
  let colons = 0;
  for (let at = text.indexOf(":"); at >= 0; at = text.indexOf(":", at + 1)) colons += 1;
  return colons;
}
