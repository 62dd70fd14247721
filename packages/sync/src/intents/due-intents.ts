import { sql } from "../store/sql.js";
import type { Transaction } from "../store/transaction.js";

/** An intent that a worker should see to now. */
export interface DueIntent {
  readonly tenant: string;
  readonly id: string;
  readonly kind: string;
}

/** Intents of one kind and one clinic. */
export interface IntentsOf {
  readonly tenant: string;
  readonly kind: string;
}

/**
 * The intents of these clinics and kinds that are due and that nobody holds, the longest due first; of each clinic at
 * most so many.
 */
export function dueIntents(
  { query }: Transaction,
  wanted: readonly IntentsOf[],
  limit: number,
): Promise<readonly DueIntent[]> {
  return query<DueIntent>(sql`
    select due.tenant, due.id::text, due.kind
    from (
      select tenant, array_agg(kind) as kinds
      from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as asked (tenant text, kind text)
      group by tenant
    ) as clinic
    cross join lateral (
      select tenant, id, kind, due_at
      from guichet.intents
      where tenant = clinic.tenant and kind = any (clinic.kinds) and state in ('pending', 'sending', 'unknown')
        and due_at <= (select guichet.clock())
        and (lease_until is null or lease_until <= (select guichet.clock()))
      order by due_at, id
      limit ${limit}
    ) as due
    order by due.due_at, due.id`);
}
