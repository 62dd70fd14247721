/** What a reader of JSON text should know and `JSON.parse` does not tell. */
export interface JsonScan {
  /** Where the text stops being JSON, or `undefined` where it is JSON. */
  readonly fault: number | undefined;
  /** Keys that stand twice in one object: `JSON.parse` drops the first without a word. */
  readonly repeated: readonly { readonly key: string; readonly position: number }[];
}

type Expected = "value" | "value or end" | "key" | "key or end" | "colon" | "comma or end" | "nothing";

const blank = /[ \t\n\r]*/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Scans JSON text token by token, without recursion. */
export function scanJson(text: string): JsonScan {
  const repeated: { key: string; position: number }[] = [];
  /** The keys of each open object; `null` for an open list. */
  const open: (Set<string> | null)[] = [];
  let expected: Expected = "value";
  let at = match(blank, text, 0);
  const afterValue = (): Expected => (open.length === 0 ? "nothing" : "comma or end");
  while (at < text.length) {
    const sign = text[at];
    const keys = open.at(-1);
    let end = at + 1;
    if (expected === "colon" && sign === ":") expected = "value";
    else if (expected === "comma or end" && sign === ",") expected = keys ? "key" : "value";
    else if (expected.endsWith("or end") && sign === (keys ? "}" : "]")) {
      open.pop();
      expected = afterValue();
    } else if (expected.startsWith("key") && sign === '"' && keys) {
      end = endOfString(text, at);
      if (end < 0) return { fault: -end, repeated };
      const key = JSON.parse(text.slice(at, end)) as string;
      if (keys.has(key)) repeated.push({ key, position: at });
      keys.add(key);
      expected = "colon";
    } else if (expected.startsWith("value") && (sign === "{" || sign === "[")) {
      open.push(sign === "{" ? new Set() : null);
      expected = sign === "{" ? "key or end" : "value or end";
    } else if (expected.startsWith("value")) {
      end = sign === '"' ? endOfString(text, at) : match(scalar, text, at);
      if (end < 0 || end === at) return { fault: Math.abs(end), repeated };
      expected = afterValue();
    } else {
      return { fault: at, repeated };
    }
    at = match(blank, text, end);
  }
  return { fault: expected === "nothing" ? undefined : text.length, repeated };
}

/** The end of what a sticky expression matches at a position; the position itself where it matches nothing. */
function match(expression: RegExp, text: string, position: number): number {
  expression.lastIndex = position;
  return expression.test(text) ? expression.lastIndex : position;
}

/** The position after the closing quote; the negative position of the fault where there is none. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '"') return at + 1;
    if (text.charCodeAt(at) < 0x20) return -at;
    if (text[at] !== "\\") continue;
    const end = match(escape, text, at);
    if (end === at) return -at;
    at = end - 1;
  }
  return -text.length;
}
