import { describe, expectTypeOf, it } from "vitest";
import type { Session } from "./database.js";
import { sql, type Sql } from "./sql.js";

declare const session: Session;
declare const name: string;

describe("sql", () => {
  it("is the only way to a statement", () => {
    expectTypeOf(sql`select ${name}`).toEqualTypeOf<Sql>();
    // @ts-expect-error a text is no statement
    void session.run(`select ${name}`);
    // @ts-expect-error nor is what looks like one
    void session.run({ text: `select ${name}`, values: [] });
    // @ts-expect-error the tag cannot be called with a text
    void session.run(sql(`select ${name}`));
    // @ts-expect-error what is not there is no parameter
    void sql`select ${undefined}`;
  });
});
