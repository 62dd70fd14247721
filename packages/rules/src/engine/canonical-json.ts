/**
 * One text for equal contents: JSON as RFC 8785 writes it, without spaces, and with the keys of every object in the
 * order of their UTF-16 units. What `JSON.stringify` leaves out or writes otherwise (`undefined`, a `Date`) is so here.
 *
 * @example
 * canonicalJson({ to: 2, from: 1 }); // {"from":1,"to":2}
 */
export function canonicalJson(value: unknown): string {
  return write(JSON.parse(JSON.stringify(value)));
}

function write(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(write).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${write(field)}`);
  return `{${fields.join()}}`;
}
