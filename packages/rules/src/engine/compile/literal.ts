const width = 100;

/**
 * Plain data as a literal of JavaScript, laid out to be read: what fits a line stands on one. It is ASCII, and nothing
 * in it can end a text, a line or a script.
 */
export function literal(data: unknown, margin = ""): string {
  if (typeof data !== "object" || data === null) return primitive(data);
  const isList = Array.isArray(data);
  const inner = `${margin}  `;
  const parts = isList
    ? data.map((item) => literal(item, inner))
    : Object.entries(data).map(([name, value]) => `${key(name)}: ${literal(value, inner)}`);
  const [open, close] = isList ? ["[", "]"] : ["{ ", " }"];
  if (parts.length === 0) return isList ? "[]" : "{}";
  const whole = `${open}${parts.join(", ")}${close}`;
  if (margin.length + whole.length <= width && !whole.includes("\n")) return whole;
  return `${open.trim()}\n${parts.map((part) => `${inner}${part},\n`).join("")}${margin}${close.trim()}`;
}

/** A name as a property has it; one that would set the prototype is computed. */
function key(name: string): string {
  if (name === "__proto__") return `["__proto__"]`;
  return /^[A-Za-z][A-Za-z0-9]*$/.test(name) ? name : primitive(name);
}

function primitive(data: unknown): string {
  return JSON.stringify(data).replace(
    /[<>\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
