import type { IsoInstant } from "@guichet/rules/calendar";
import { sql } from "./sql.js";
import type { Transaction } from "./transaction.js";

/** The moment by the clock of the database, which deadlines go by. */
export async function databaseTime({ query }: Transaction): Promise<IsoInstant> {
  const [now] = await query<{ at: string }>(sql`select guichet.clock() as at`);
  return toMillisecond(now?.at ?? "");
}

/** An instant of the database, which counts microseconds, as everybody else reads it. What was earlier is never later. */
export function toMillisecond(instant: string): IsoInstant {
  return new Date(Date.parse(instant)).toISOString() as IsoInstant;
}
