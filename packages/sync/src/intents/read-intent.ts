import { sql } from "../store/sql.js";
import type { TenantTransaction } from "../store/store.js";
import type { IntentState } from "./intent-states.js";

/** What is known of an intent; not what was to be done. */
export interface IntentStatus {
  readonly id: string;
  readonly kind: string;
  readonly reference: string;
  readonly decision: string | null;
  readonly state: IntentState;
  readonly attempts: number;
  readonly code: string | null;
  readonly remoteId: string | null;
  readonly remoteVersion: string | null;
  /** An instant in UTC, like the others. */
  readonly recordedAt: string;
  readonly movedAt: string;
  readonly dueAt: string;
}

/** The intent of a kind by its reference. */
export async function readIntent(
  transaction: TenantTransaction,
  kind: string,
  reference: string,
): Promise<IntentStatus | undefined> {
  const [found] = await transaction.query<IntentStatus>(sql`
    select id::text, kind, reference, decision::text, state, attempts, code, remote_id as "remoteId",
           remote_version as "remoteVersion", recorded_at as "recordedAt", moved_at as "movedAt", due_at as "dueAt"
    from guichet.intents
    where tenant = ${transaction.tenant} and kind = ${kind} and reference = ${reference}`);
  return found;
}
