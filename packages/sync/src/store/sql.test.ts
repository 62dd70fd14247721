import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { sql } from "./sql.js";

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

  test.prop([fc.string()])("never lets a text into the statement", (value) => {
    expect(sql`select ${value}`.text).toBe("select $1");
  });
});
