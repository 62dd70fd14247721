import { sql } from "../store/sql.js";
import { storeError } from "../store/store-error.js";
import type { TenantTransaction } from "../store/store.js";
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

/** What a person found out about an intent that was set aside. */
export type Resolution =
  /** It is not there: send it as if for the first time. */
  | { readonly resolution: "send" }
  /** Nobody knows: go on as a worker would, which never sends twice. */
  | { readonly resolution: "try-again" }
  | { readonly resolution: "done"; readonly remoteId: string }
  | { readonly resolution: "give-up"; readonly code: string };

/** Takes an intent from those set aside. Errors: `intent-not-set-aside`. */
export async function resolveDeadLetter(
  transaction: TenantTransaction,
  id: string,
  resolution: Resolution,
): Promise<void> {
  const rows = await transaction.query(sql`
    update guichet.intents
    set ${changeOf(resolution)}, moved_at = guichet.clock()
    where tenant = ${transaction.tenant} and id::text = ${id} and state = 'set-aside'
    returning id`);
  if (rows.length === 0) {
    throw storeError(
      "intent-not-set-aside",
      "intent",
      "there is none set aside by this id",
      "list them first",
    );
  }
}

const erased = sql`payload = null, payload_key = null`;
const fromTheStart = sql`attempts = 0, doubts = 0, tried_from = guichet.clock(), due_at = guichet.clock()`;

function changeOf(resolution: Resolution): ReturnType<typeof sql> {
  switch (resolution.resolution) {
    case "send":
      return sql`state = 'pending', sent_by = null, ${fromTheStart}`;
    case "try-again":
      return sql`state = case when sent_by is null then 'pending' else 'unknown' end, ${fromTheStart}`;
    case "done":
      return sql`state = 'done', remote_id = ${resolution.remoteId}, code = null, ${erased}`;
    case "give-up":
      return sql`state = 'refused', code = ${resolution.code}, ${erased}`;
  }
}
