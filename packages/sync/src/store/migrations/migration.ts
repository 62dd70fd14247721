import type { Sql } from "../sql.js";

/** A numbered change of the schema. Once released it is never edited: its text is hashed and checked at every start. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly statement: Sql;
}
