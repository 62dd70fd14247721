import { instantFromMillis, type IsoInstant } from "@guichet/rules/calendar";
import { sql } from "./sql.js";
import type { Transaction } from "./transaction.js";

/** The moment by the clock of the database, which deadlines go by: in UTC, to the second. */
export async function databaseTime({ query }: Transaction): Promise<IsoInstant> {
  const [now] = await query<{ at: string }>(sql`select guichet.clock() as at`);
  return instantFromMillis(Date.parse(now?.at ?? ""));
}
