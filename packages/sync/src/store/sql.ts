declare const statement: unique symbol;

/** A statement and its parameters. Only the `sql` tag makes one, so text that was put together cannot be run. */
export interface Sql {
  readonly text: string;
  readonly values: readonly SqlValue[];
  readonly [statement]: true;
}

/** What may be a parameter. Instants travel as ISO texts, JSON as text with a cast beside it. */
export type SqlValue = string | number | boolean | null | Uint8Array | readonly string[] | readonly number[];

const parts = new WeakMap<Sql, readonly [readonly string[], readonly (SqlValue | Sql)[]]>();

/**
 * Writes a statement: every `${…}` becomes a parameter, or is another statement put in its place.
 *
 * @example
 * const active = sql`state = ${"active"}`;
 * sql`select id from guichet.intents where ${active} and tenant = ${tenant}`;
 */
export function sql(strings: TemplateStringsArray, ...inserted: readonly (SqlValue | Sql)[]): Sql {
  const values: SqlValue[] = [];
  const written = { text: write(strings, inserted, values), values } as unknown as Sql;
  parts.set(written, [strings, inserted]);
  return Object.freeze(written);
}

function write(
  strings: readonly string[],
  inserted: readonly (SqlValue | Sql)[],
  values: SqlValue[],
): string {
  return strings
    .map((text, index) => {
      if (index === 0) return text;
      const value = inserted[index - 1] ?? null;
      const inner = isStatement(value) ? parts.get(value) : undefined;
      if (inner) return write(inner[0], inner[1], values) + text;
      if (isStatement(value)) throw new TypeError("a statement that the sql tag did not write");
      values.push(value);
      return `$${values.length}${text}`;
    })
    .join("");
}

function isStatement(value: SqlValue | Sql): value is Sql {
  return typeof value === "object" && value !== null && "text" in value;
}

/** A statement that the tag cannot write: a library's own, or one with a name in it that we made. It takes any text. */
export function sqlOfLibrary(text: string, values: readonly unknown[]): Sql {
  return Object.freeze({ text, values: values.map(plain) }) as unknown as Sql;
}

function plain(value: unknown): SqlValue {
  if (value === undefined || value === null) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(String);
  return JSON.stringify(value);
}
