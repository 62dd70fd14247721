import type { Capabilities } from "../platform/capabilities.js";
import { sql } from "../store/sql.js";
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
  const [found] = await transaction.query<Due>(sql`
    select kind, reference, payload, payload_key as "payloadKey", state, attempts, doubts,
           extract(epoch from guichet.clock() - tried_from)::float8 as "triedSeconds",
           extract(epoch from guichet.clock() - sent_by)::float8 as "sentSecondsAgo"
    from guichet.intents
    where tenant = ${tenant} and id = ${id} and state in ('pending', 'sending', 'unknown')
      and due_at <= guichet.clock() and (lease_until is null or lease_until <= guichet.clock())
    for update skip locked`);
  const capabilities = found && capabilitiesOf(found.kind);
  if (!found || !capabilities) return { outcome: "not-due" };
  if (found.doubts >= options.maxDoubts) return setAside(transaction, id, "too-many-doubts");
  const mayHaveReached = found.state !== "pending";
  const step = mayHaveReached ? stepAfter(capabilities, found.sentSecondsAgo ?? 0, options) : "send";
  if (step === "give-up") return setAside(transaction, id, "outcome-unknown");
  if (typeof step === "number") {
    await transaction.query(sql`
      update guichet.intents
      set state = 'unknown', lease = null, lease_until = null, moved_at = guichet.clock(),
          due_at = guichet.clock() + make_interval(secs => ${step})
      where tenant = ${tenant} and id = ${id}`);
    await transaction.wake(id, step);
    return { outcome: "postponed" };
  }
  const state = step === "send" ? "sending" : "unknown";
  const lease = transaction.uuid();
  await transaction.query(sql`
    update guichet.intents
    set state = ${state}, attempts = attempts + 1, doubts = doubts + 1, lease = ${lease}, moved_at = guichet.clock(),
        lease_until = guichet.clock() + make_interval(secs => ${options.leaseSeconds}),
        sent_by = ${step === "send" ? sql`guichet.clock() + make_interval(secs => ${options.leaseSeconds})` : sql`sent_by`}
    where tenant = ${tenant} and id = ${id}`);
  return {
    outcome: "leased",
    intent: {
      ...found,
      id,
      state,
      lease,
      mayHaveReached,
      attempts: found.attempts + 1,
      doubts: found.doubts + 1,
    },
  };
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
