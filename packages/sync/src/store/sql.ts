const shapeOfIt = Symbol("shape");

/** A statement and its parameters. Only the `sql` tag makes one, so text that was put together cannot be run. */
export interface Sql {
  readonly text: string;
  readonly values: readonly SqlValue[];
  readonly [shapeOfIt]: Shape | undefined;
}

/** What may be a parameter. Instants travel as ISO texts, JSON as text with a cast beside it. */
export type SqlValue = SqlScalar | readonly SqlScalar[];

type SqlScalar = string | number | boolean | null | Uint8Array;

/** How a statement is written, whatever its values are: its pieces of text, and the shapes of the statements put into it. */
interface Shape {
  readonly strings: TemplateStringsArray;
  readonly inner: readonly (Shape | undefined)[];
  readonly text: string;
}

/** Those that were written so far, by their place in the code. */
const shapes = new WeakMap<TemplateStringsArray, readonly Shape[]>();

/**
 * Writes a statement: every `${…}` becomes a parameter, or is another statement put in its place.
 *
 * @example
 * const active = sql`state = ${"active"}`;
 * sql`select id from guichet.intents where ${active} and tenant = ${tenant}`;
 */
export function sql(strings: TemplateStringsArray, ...inserted: readonly (SqlValue | Sql)[]): Sql {
  const shape = shapeOf(strings, inserted.map(innerShape));
  const values = inserted.flatMap((value) => (isStatement(value) ? value.values : [value]));
  return Object.freeze({ text: shape.text, values, [shapeOfIt]: shape });
}

function innerShape(value: SqlValue | Sql): Shape | undefined {
  if (!isStatement(value)) return undefined;
  const shape = value[shapeOfIt];
  if (!shape) throw new TypeError("a statement that the sql tag did not write");
  return shape;
}

/** The text of a statement is put together once: from then on it is looked up. */
function shapeOf(strings: TemplateStringsArray, inner: readonly (Shape | undefined)[]): Shape {
  const known = shapes.get(strings) ?? [];
  const same = known.find((shape) => shape.inner.every((one, index) => one === inner[index]));
  if (same) return same;
  const shape = { strings, inner, text: write({ strings, inner }) };
  shapes.set(strings, [...known, shape]);
  return shape;
}

function write({ strings, inner }: Omit<Shape, "text">, place = { number: 0 }): string {
  return strings
    .map((text, index) => {
      if (index === 0) return text;
      const shape = inner[index - 1];
      return (shape ? write(shape, place) : `$${(place.number += 1)}`) + text;
    })
    .join("");
}

function isStatement(value: SqlValue | Sql): value is Sql {
  return typeof value === "object" && value !== null && "text" in value;
}

/** A statement that the tag cannot write: a library's own, or one with a name in it that we made. It takes any text. */
export function sqlOfLibrary(text: string, values: readonly unknown[]): Sql {
  return Object.freeze({ text, values: values.map(plain), [shapeOfIt]: undefined });
}

function plain(value: unknown): SqlValue {
  return Array.isArray(value) ? value.map(scalar) : scalar(value);
}

function scalar(value: unknown): SqlScalar {
  if (value === undefined || value === null) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (value instanceof Uint8Array) return value;
  return value instanceof Date ? value.toISOString() : JSON.stringify(value);
}
