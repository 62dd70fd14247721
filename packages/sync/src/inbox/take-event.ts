import { sql } from "../store/sql.js";
import { storableId } from "../store/storable-text.js";
import type { TenantTransaction } from "../store/store.js";

/** Something that was told to us, perhaps more than once. */
export interface IncomingEvent {
  /** Who told it: its ids are unique among its own. */
  readonly source: string;
  readonly id: string;
}

/**
 * Whether an event is taken for the first time. It is taken in the transaction of its effect: both happen or neither,
 * and whoever is told the same meanwhile waits for it.
 *
 * Errors: `id-refused`.
 *
 * @example
 * await clinic.transaction(async (transaction) => {
 *   if (await takeEvent(transaction, { source: "omnidoc", id })) await …;
 * });
 */
export async function takeEvent(transaction: TenantTransaction, event: IncomingEvent): Promise<boolean> {
  const rows = await transaction.query(sql`
    insert into guichet.inbox (tenant, source, event)
    values (${transaction.tenant}, ${storableId("source", event.source)}, ${storableId("event", event.id)})
    on conflict do nothing
    returning event`);
  return rows.length > 0;
}

/**
 * Whether an event was taken before: it spares the work that comes before taking one. Only `takeEvent` decides.
 *
 * Errors: `id-refused`.
 */
export async function wasTaken(transaction: TenantTransaction, event: IncomingEvent): Promise<boolean> {
  const rows = await transaction.query(sql`
    select event from guichet.inbox
    where tenant = ${transaction.tenant} and source = ${storableId("source", event.source)}
      and event = ${storableId("event", event.id)}`);
  return rows.length > 0;
}

/** Forgets the events taken more than so many days ago; how many they were. Keep more days than a source goes on telling. */
export async function forgetEvents(transaction: TenantTransaction, afterDays: number): Promise<number> {
  const rows = await transaction.query(sql`
    delete from guichet.inbox
    where tenant = ${transaction.tenant} and taken_at < (select guichet.clock()) - make_interval(days => ${afterDays})
    returning event`);
  return rows.length;
}
