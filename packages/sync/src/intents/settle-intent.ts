import type { RemoteVersion } from "../platform/outlet.js";
import { gathered } from "../store/gathered.js";
import { sql, type Sql } from "../store/sql.js";
import type { TenantTransaction } from "../store/store.js";
import { mayMove } from "./intent-states.js";
import type { LeasedIntent } from "./leased-intent.js";

/** How an intent ended, or that a person must see to it. */
export type Ended =
  | ({ readonly outcome: "done" } & RemoteVersion)
  | { readonly outcome: "conflict" | "refused" | "set-aside"; readonly code: string };

/** What becomes of an intent that a worker gives back. */
export type Settlement =
  | Ended
  /** Once more, in so many seconds: as if nothing was sent (`pending`), or to be looked for first (`unknown`). */
  | {
      readonly outcome: "pending" | "unknown";
      readonly code: string;
      readonly afterSeconds: number;
      /** Whether this try is one that nobody knows the end of. */
      readonly isDoubt: boolean;
      /** The worker saw its request end: none leaves any more. */
      readonly isOver: boolean;
    };

/** It certainly had no effect, and is sent now, under the same lease. */
export interface SendNow {
  readonly outcome: "sending";
}

/**
 * Writes down what came of it, if this worker still holds it: the state and the lease are compared in the same
 * statement, and a lease that ran out counts for nothing. The answer is false when it was not its to settle any more.
 */
export async function settleIntent(
  transaction: TenantTransaction,
  intent: LeasedIntent,
  settlement: Settlement | SendNow,
): Promise<boolean> {
  if (!mayMove(intent.state, settlement.outcome)) {
    throw new TypeError(`an intent does not move from ${intent.state} to ${settlement.outcome}`);
  }
  if (settlement.outcome === "done") return settleDone(transaction, { ...intent, ...settlement });
  const rows = await transaction.query(sql`
    update guichet.intents
    set ${changeTo(settlement)}, state = ${settlement.outcome}, moved_at = guichet.clock()
    where tenant = ${transaction.tenant} and id = ${intent.id}
      and state = ${intent.state} and lease = ${intent.lease} and lease_until > guichet.clock()
    returning id`);
  return rows.length > 0;
}

const unleased = sql`lease = null, lease_until = null`;
const erased = sql`payload = null, payload_key = null`;

/** How most of them end. */
const settleDone = gathered<LeasedIntent & RemoteVersion, boolean>(async ({ tenant, query }, done) => {
  const ids = done.map(({ id }) => id);
  const rows = await query<{ id: string }>(sql`
    update guichet.intents as intent
    set ${unleased}, ${erased}, code = null, remote_id = done.remote_id, remote_version = done.remote_version,
        state = 'done', moved_at = guichet.clock()
    from unnest(
      ${ids}::uuid[], ${done.map(({ state }) => state)}::text[], ${done.map(({ lease }) => lease)}::uuid[],
      ${done.map(({ remoteId }) => remoteId)}::text[], ${done.map(({ version }) => version ?? null)}::text[]
    ) as done (id, state, lease, remote_id, remote_version)
    where tenant = ${tenant} and intent.id = any (${ids}::uuid[]) and intent.id = done.id
      and intent.state = done.state and intent.lease = done.lease and lease_until > guichet.clock()
    returning intent.id::text`);
  const settled = new Set(rows.map(({ id }) => id));
  return ids.map((id) => settled.has(id));
});

function changeTo(settlement: Exclude<Settlement | SendNow, { outcome: "done" }>): Sql {
  switch (settlement.outcome) {
    case "conflict":
    case "refused":
      return sql`${unleased}, ${erased}, code = ${settlement.code}`;
    case "set-aside":
      return sql`${unleased}, code = ${settlement.code}`;
    case "pending":
      return sql`${unleased}, code = ${settlement.code}, sent_by = null,
        ${again(settlement.afterSeconds, settlement.isDoubt)}`;
    case "unknown":
      return sql`${unleased}, code = ${settlement.code}, ${again(settlement.afterSeconds, settlement.isDoubt)},
        sent_by = ${settlement.isOver ? sql`least(sent_by, guichet.clock())` : sql`sent_by`}`;
    case "sending":
      return sql`sent_by = lease_until`;
  }
}

function again(seconds: number, isDoubt: boolean): Sql {
  return sql`doubts = ${isDoubt ? sql`doubts` : sql`doubts - 1`},
    due_at = guichet.clock() + make_interval(secs => ${seconds})`;
}
