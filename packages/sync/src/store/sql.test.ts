import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { sql, sqlOfLibrary } from "./sql.js";

describe("sql", () => {
  it("makes a parameter of everything that is put in", () => {
    const { text, values } = sql`select ${"a'; drop table x"}, ${1}`;
    expect(text).toBe("select $1, $2");
    expect(values).toEqual(["a'; drop table x", 1]);
  });

  it("puts a statement into a statement, with its parameters in order", () => {
    const inner = sql`b = ${2} and c = ${3}`;
    const { text, values } = sql`select 1 where a = ${1} and ${inner} and d = ${4}`;
    expect(text).toBe("select 1 where a = $1 and b = $2 and c = $3 and d = $4");
    expect(values).toEqual([1, 2, 3, 4]);
  });

  it("writes each statement as it is, wherever others came from the same place", () => {
    const column = sql`a`;
    const where = (what: ReturnType<typeof sql> | number) => sql`${column} = ${what} or b = ${9}`;
    const texts = [1, sql`c`, sql`d`, 2, sql`(${3})`].map((what) => where(what).text);
    expect(texts).toEqual([
      ...["a = $1 or b = $2", "a = c or b = $1", "a = d or b = $1", "a = $1 or b = $2", "a = ($1) or b = $2"],
    ]);
    expect(where(sql`(${3})`).values).toEqual([3, 9]);
  });

  it("takes no statement that the tag did not write", () => {
    expect(() => sql`select ${sqlOfLibrary("1", [])}`).toThrow("did not write");
  });

  test.prop([fc.string()])("never lets a text into the statement", (value) => {
    expect(sql`select ${value}`.text).toBe("select $1");
  });
});
