import type { Canaries } from "./canaries.js";

/**
 * Throws when one of the canaries stands in what is given, in any of the forms a careless line of code leaves it in:
 * texts, bytes, errors with their stacks and causes, and all that objects hold, hidden properties included.
 */
export function expectNoCanary(canaries: Canaries, ...found: readonly unknown[]): void {
  const forms = formsOf(canaries);
  for (const [index, value] of found.entries())
    for (const [path, text] of textsIn(value, `[${String(index)}]`)) {
      const simple = simplified(text);
      const hit = forms.find(([, form]) => simple.includes(form));
      if (hit) throw new Error(`canary found: ${hit[0]}, at ${path}`);
    }
}

type Named = readonly [name: string, text: string];

/** As it is, in a URL, and in base64 wherever it starts; a note by its only telling word. */
function formsOf(canaries: Canaries): readonly Named[] {
  return Object.entries(canaries as unknown as Readonly<Record<string, string>>).flatMap(([name, text]) => {
    const core = text.replace(/^(?:whsec_|\+|a note about )/, "");
    const encoded = [0, 1, 2].map((shift) => base64Core(core, shift));
    return [core, encodeURIComponent(core), ...encoded].map((form): Named => [name, simplified(form)]);
  });
}

/** The digits of base64 that depend on nothing but the text, when it starts at so many bytes after a multiple of three. */
function base64Core(text: string, shift: number): string {
  const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(text)]);
  return bytes
    .subarray(0, bytes.length - (bytes.length % 3))
    .toString("base64")
    .slice(shift === 0 ? 0 : 4);
}

function simplified(text: string): string {
  return text.normalize("NFC").toLowerCase();
}

function* textsIn(value: unknown, path: string, seen = new Set<unknown>()): Generator<Named> {
  if (typeof value === "string") {
    yield [path, value];
    // JSON inside a text writes some letters in another way.
    if (value.includes("\\u"))
      yield [
        path,
        value.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
      ];
  }
  if (typeof value === "symbol" || typeof value === "bigint" || typeof value === "number")
    yield [path, String(value)];
  if ((typeof value !== "object" && typeof value !== "function") || value === null || seen.has(value)) return;
  seen.add(value);
  if (value instanceof Uint8Array) {
    yield [path, Buffer.from(value).toString("utf8")];
    return;
  }
  if (value instanceof Map || value instanceof Set || value instanceof Headers)
    for (const [index, item] of [...value].entries()) yield* textsIn(item, `${path}.${String(index)}`, seen);
  for (const key of Reflect.ownKeys(value)) {
    yield [path, String(key)];
    yield* textsIn(read(value, key), `${path}.${String(key)}`, seen);
  }
}

/** What a getter throws is not looked at. */
function read(value: object, key: PropertyKey): unknown {
  try {
    return Reflect.get(value, key);
  } catch {
    return undefined;
  }
}
