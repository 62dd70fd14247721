import { sql } from "../store/sql.js";
import type { Transaction } from "../store/transaction.js";

/** An intent that was set aside, as far as anybody may see it: no payload, no reference, nothing of a person. */
export interface DeadLetter {
  readonly tenant: string;
  readonly id: string;
  readonly kind: string;
  readonly code: string;
  readonly attempts: number;
  /** An earlier request may have had its effect: look on the platform before it is sent again. */
  readonly mayHaveReached: boolean;
  readonly recordedAt: string;
  readonly setAsideAt: string;
}

/** What was set aside, the oldest first; of all clinics. Pass it to `store.overview`. */
export function deadLetters({ query }: Transaction, limit: number): Promise<readonly DeadLetter[]> {
  return query<DeadLetter>(sql`
    select tenant, id::text, kind, code, attempts, sent_by is not null as "mayHaveReached",
           recorded_at as "recordedAt", moved_at as "setAsideAt"
    from guichet.intents
    where state = 'set-aside'
    order by moved_at, id
    limit ${limit}`);
}
