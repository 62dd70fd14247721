/** Freezes plain data, however shared and however deep; the input is returned. */
export function freezeDeeply<Data>(data: Data): Data {
  const waiting: unknown[] = [data];
  // Not `Object.isFrozen`: a frozen object may hold one that is not.
  const seen = new Set<unknown>();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next !== "object" || next === null || seen.has(next)) continue;
    seen.add(Object.freeze(next));
    // Not spread into one call: a long list would overflow the stack.
    for (const part of Object.values(next)) if (typeof part === "object") waiting.push(part);
  }
  return data;
}
