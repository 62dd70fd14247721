import type { Capabilities } from "../platform/capabilities.js";
import type { Found, Intent, Outlet, Sent } from "../platform/outlet.js";
import type { TenantTransaction } from "../store/store.js";
import type { Ended } from "./settle-intent.js";

/** How the intents of one kind are carried out, and what else happens when one ends. */
export interface Carrier {
  readonly kind: string;
  readonly capabilities: Capabilities;
  readonly feedOf: (intent: Intent) => string | undefined;
  readonly send: (intent: Intent, signal: AbortSignal) => Promise<Sent>;
  readonly find: (intent: Intent, signal: AbortSignal) => Promise<Found>;
  readonly ended: (transaction: TenantTransaction, intent: Intent, ended: Ended) => Promise<void>;
}

/**
 * Carries out a kind of intent through an outlet. `ended` runs in the transaction that ends the intent: what it writes
 * is there exactly if the intent ended so.
 */
export function carrierFor<Kind extends string, Payload>(
  outlet: Outlet<Kind, Payload>,
  ended?: (transaction: TenantTransaction, intent: Intent<Kind, Payload>, ended: Ended) => Promise<void>,
): Carrier {
  // The store gives back what `recordIntent` was given for the kind, as JSON.
  const ours = (intent: Intent): Intent<Kind, Payload> => intent as Intent<Kind, Payload>;
  return {
    kind: outlet.kind,
    capabilities: outlet.capabilities,
    feedOf: (intent) => outlet.feedOf?.(ours(intent)),
    send: (intent, signal) => outlet.send(ours(intent), signal),
    find: (intent, signal) => outlet.find(ours(intent), signal),
    ended: async (transaction, intent, came) => ended?.(transaction, ours(intent), came),
  };
}
