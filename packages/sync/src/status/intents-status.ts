import type { IntentState } from "../intents/intent-states.js";
import { sql } from "../store/sql.js";
import type { Transaction } from "../store/transaction.js";

/** The open intents of one clinic, kind and state. */
export interface IntentsStatus {
  readonly tenant: string;
  readonly kind: string;
  readonly state: Exclude<IntentState, "done" | "conflict" | "refused">;
  readonly count: number;
  /** How long the oldest has been due; 0 when none is. Of those set aside: how long ago the first was. */
  readonly oldestSeconds: number;
}

/** What waits: of all clinics for whoever looks over them, of its own for a clinic. */
export function intentsStatus({ query }: Pick<Transaction, "query">): Promise<readonly IntentsStatus[]> {
  return query<IntentsStatus>(sql`
    select tenant, kind, state, count(*) as count,
      greatest(0, extract(epoch from (select guichet.clock())
        - min(case state when 'set-aside' then moved_at else greatest(due_at, coalesce(lease_until, due_at)) end)
      ))::float8 as "oldestSeconds"
    from guichet.intents
    where state in ('pending', 'sending', 'unknown', 'set-aside')
    group by tenant, kind, state
    order by tenant, kind, state`);
}
