import type { Capabilities } from "../platform/capabilities.js";
import { sql, type Sql } from "../store/sql.js";
import type { TenantTransaction } from "../store/store.js";
import type { DeliveryOptions } from "./delivery-options.js";
import type { IntentState } from "./intent-states.js";
import type { LeasedIntent } from "./leased-intent.js";
import { setAside } from "./settle-intent.js";

/** What asking for an intent came to. */
export type Taken =
  | { readonly outcome: "leased"; readonly intent: LeasedIntent }
  /** Somebody else has it, it has ended, or it is not due yet. */
  | { readonly outcome: "not-due" }
  /** An earlier request may still take effect; looking would prove nothing before. */
  | { readonly outcome: "postponed" }
  | { readonly outcome: "set-aside"; readonly code: string };

/**
 * Takes an intent that is due, for this worker alone, and says by its state what is to be done: `sending` it, or first
 * looking for what became of it (`unknown`). Where an earlier send may have had its effect and the platform can neither
 * tell nor bear it twice, it is set aside.
 */
export async function takeLease(
  transaction: TenantTransaction,
  id: string,
  capabilitiesOf: (kind: string) => Capabilities | undefined,
  options: DeliveryOptions,
): Promise<Taken> {
  const { tenant } = transaction;
  const lease = transaction.uuid();
  const [found] = await transaction.query<Due & { readonly isLeased: boolean }>(sql`
    with due as (
      select id, kind, reference, payload, payload_key as "payloadKey", state, attempts, doubts,
             extract(epoch from guichet.clock() - tried_from)::float8 as "triedSeconds",
             extract(epoch from guichet.clock() - sent_by)::float8 as "sentSecondsAgo"
      from guichet.intents
      where tenant = ${tenant} and id = ${id} and state in ('pending', 'sending', 'unknown')
        and due_at <= guichet.clock() and (lease_until is null or lease_until <= guichet.clock())
      for update skip locked
    ), leased as (
      update guichet.intents as intent
      set ${leasedAs("sending", lease, options)}
      from due
      where intent.tenant = ${tenant} and intent.id = due.id
        and due.state = 'pending' and due.doubts < ${options.maxDoubts}
      returning intent.id
    )
    select due.*, exists (select from leased) as "isLeased" from due`);
  if (!found) return { outcome: "not-due" };
  const { isLeased, ...due } = found;
  const capabilities = capabilitiesOf(due.kind);
  if (!capabilities) {
    if (isLeased) await leaveAlone(transaction, id);
    return { outcome: "not-due" };
  }
  const held = { ...due, id, lease, attempts: due.attempts + 1, doubts: due.doubts + 1 };
  if (isLeased) return { outcome: "leased", intent: { ...held, state: "sending", mayHaveReached: false } };
  if (due.doubts >= options.maxDoubts) return setAside(transaction, id, "too-many-doubts");
  const step = stepAfter(capabilities, due.sentSecondsAgo ?? 0, options);
  if (step === "give-up") return setAside(transaction, id, "outcome-unknown");
  if (typeof step === "number") {
    await transaction.query(sql`
      update guichet.intents
      set state = 'unknown', lease = null, lease_until = null, moved_at = guichet.clock(),
          due_at = guichet.clock() + make_interval(secs => ${step})
      where tenant = ${tenant} and id = ${id}`);
    return { outcome: "postponed" };
  }
  const state = step === "send" ? "sending" : "unknown";
  await transaction.query(sql`
    update guichet.intents as intent set ${leasedAs(state, lease, options)}
    where tenant = ${tenant} and id = ${id}`);
  return { outcome: "leased", intent: { ...held, state, mayHaveReached: true } };
}

/** What a lease changes in an intent. */
function leasedAs(state: LeasedIntent["state"], lease: string, { leaseSeconds }: DeliveryOptions): Sql {
  const until = sql`guichet.clock() + make_interval(secs => ${leaseSeconds})`;
  return sql`state = ${state}, attempts = intent.attempts + 1, doubts = intent.doubts + 1, lease = ${lease},
    moved_at = guichet.clock(), lease_until = ${until}, sent_by = ${state === "sending" ? until : sql`intent.sent_by`}`;
}

/** Gives back a lease of this very transaction: others deliver this kind. */
async function leaveAlone({ tenant, query }: TenantTransaction, id: string): Promise<void> {
  await query(sql`
    update guichet.intents
    set state = 'pending', attempts = attempts - 1, doubts = doubts - 1, lease = null, lease_until = null, sent_by = null
    where tenant = ${tenant} and id = ${id}`);
}

interface Due {
  readonly kind: string;
  readonly reference: string;
  readonly payload: Uint8Array;
  readonly payloadKey: string;
  readonly state: Exclude<IntentState, "done" | "conflict" | "refused" | "set-aside">;
  readonly attempts: number;
  readonly doubts: number;
  readonly triedSeconds: number;
  /** Since the last moment at which a request of it may have left; negative while it still may. */
  readonly sentSecondsAgo: number | null;
}

/** What to do with an intent that may have had its effect; a number is how many seconds to wait first. */
function stepAfter(
  { idempotencyKeys, searchByReference, requestLifeSeconds }: Capabilities,
  sentSecondsAgo: number,
  { marginSeconds }: DeliveryOptions,
): "send" | "look" | "give-up" | number {
  if (idempotencyKeys) return "send";
  if (!searchByReference) return "give-up";
  const missing = (requestLifeSeconds ?? 0) + marginSeconds - sentSecondsAgo;
  return missing > 0 ? missing : "look";
}
