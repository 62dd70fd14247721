import { sql } from "../store/sql.js";
import type { Transaction } from "../store/transaction.js";

/** An intent that a worker should see to now. */
export interface DueIntent {
  readonly tenant: string;
  readonly id: string;
}

/** Intents of one kind and one clinic. */
export interface IntentsOf {
  readonly tenant: string;
  readonly kind: string;
}

/**
 * The intents of these clinics and kinds that are due and that nobody holds, the longest due first. The truth about what is to be
 * done: a job that was lost, or a worker that was killed, changes nothing of it.
 */
export function dueIntents(
  { query }: Transaction,
  wanted: readonly IntentsOf[],
  limit: number,
): Promise<readonly DueIntent[]> {
  return query<DueIntent>(sql`
    select tenant, id::text
    from guichet.intents
    where state in ('pending', 'sending', 'unknown')
      and due_at <= (select guichet.clock())
      and (lease_until is null or lease_until <= (select guichet.clock()))
      and (tenant, kind) in (
        select asked.tenant, asked.kind
        from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as asked (tenant text, kind text)
      )
    order by due_at, id
    limit ${limit}`);
}
