import { recordMadeBy } from "../feeds/mirror-records.js";
import type { Found, Intent, Sent } from "../platform/outlet.js";
import type { TenantStore, TenantTransaction } from "../store/store.js";
import type { Clock, Random } from "../surroundings.js";
import { callOffInTime } from "./call-off-in-time.js";
import type { Carrier } from "./carrier.js";
import { standardDelivery, type DeliveryOptions } from "./delivery-options.js";
import { isOfAnother } from "./is-of-another.js";
import type { LeasedIntent } from "./leased-intent.js";
import { nextTrySeconds } from "./next-try-seconds.js";
import { openIntent } from "./open-intent.js";
import { orCalledOff } from "./or-called-off.js";
import { settleIntent, type Ended, type SendNow, type Settlement } from "./settle-intent.js";
import { takeLeases, type Taken } from "./take-leases.js";

export interface DeliveryWith {
  /** Intents of other kinds are left to others. */
  readonly carriers: readonly Carrier[];
  readonly clock: Clock;
  readonly random: Random;
  readonly options?: Partial<DeliveryOptions>;
  /** Aborted when this process is to stop: what is being sent is called off and settled as unknown. */
  readonly signal?: AbortSignal;
}

/** What delivering an intent came to. */
export type Delivered =
  | Exclude<Taken, { readonly outcome: "leased" }>
  | Ended
  | { readonly outcome: "pending" | "unknown"; readonly code: string }
  /** It took longer than its lease; whoever has it now sees to it. */
  | { readonly outcome: "lease-lost" };

/**
 * Delivers one intent, if it is due. An intent that may have had its effect is never simply sent again: where the
 * platform keeps idempotency keys the same request is repeated; where it can be searched it is looked for, once no
 * earlier request can take effect any more; elsewhere a person must see to it, so that it is sent at most once.
 *
 * Errors: those of the store. Whatever they are, the intent is safe: its lease runs out and another worker takes it.
 */
export async function deliverIntent(
  clinic: TenantStore,
  intentId: string,
  delivery: DeliveryWith,
): Promise<Delivered> {
  const [delivered] = deliverIntents(clinic, [intentId], delivery);
  return delivered ?? { outcome: "not-due" };
}

/** Delivers those of these intents that are due, at the same time: what becomes of each, in their order. */
export function deliverIntents(
  clinic: TenantStore,
  intentIds: readonly string[],
  delivery: DeliveryWith,
): readonly Promise<Delivered>[] {
  const { carriers } = delivery;
  const options = { ...standardDelivery, ...delivery.options };
  const leases = clinic.transaction((transaction) => takeLeases(transaction, intentIds, carriers, options));
  return intentIds.map(async (_, index): Promise<Delivered> => {
    const taken = (await leases)[index] ?? { outcome: "not-due" };
    if (taken.outcome !== "leased") return taken;
    const carrier = carriers.find(({ kind }) => kind === taken.intent.kind);
    if (!carrier) return { outcome: "not-due" };
    return new OneDelivery(clinic, taken.intent, carrier, delivery, options).run();
  });
}

class OneDelivery {
  readonly #clinic: TenantStore;
  readonly #carrier: Carrier;
  readonly #with: DeliveryWith;
  readonly #options: DeliveryOptions;
  #leased: LeasedIntent;

  constructor(
    clinic: TenantStore,
    leased: LeasedIntent,
    carrier: Carrier,
    delivery: DeliveryWith,
    options: DeliveryOptions,
  ) {
    this.#clinic = clinic;
    this.#leased = leased;
    this.#carrier = carrier;
    this.#with = delivery;
    this.#options = options;
  }

  async run(): Promise<Delivered> {
    const intent = openIntent(this.#clinic, this.#leased);
    if (!intent) return this.#end(undefined, () => ({ outcome: "set-aside", code: "payload-unreadable" }));
    const calledOff = callOffInTime(this.#with.clock, this.#options, this.#with.signal);
    try {
      if (this.#leased.state === "unknown") {
        const found = await this.#look(intent, calledOff.signal);
        const settled = await this.#clinic.transaction(async (transaction) =>
          this.#settle(transaction, intent, await this.#afterLooking(transaction, intent, found)),
        );
        if (settled) return settled;
        this.#leased = { ...this.#leased, state: "sending", mayHaveReached: false };
      }
      const { sent, isOver } = await this.#send(intent, calledOff.signal);
      return await this.#end(intent, (transaction) => this.#afterSending(transaction, intent, sent, isOver));
    } finally {
      calledOff.end();
    }
  }

  async #look(intent: Intent, signal: AbortSignal): Promise<Found> {
    const unknown = (code: string): Found => ({ outcome: "unknown", code });
    const answer = await orCalledOff(signal, () => this.#carrier.find(intent, signal));
    return "value" in answer ? answer.value : unknown(answer.code);
  }

  async #send(
    intent: Intent,
    signal: AbortSignal,
  ): Promise<{ readonly sent: Sent; readonly isOver: boolean }> {
    if (signal.aborted) return { sent: { outcome: "later", code: "called-off" }, isOver: true };
    const answer = await orCalledOff(signal, () => this.#carrier.send(intent, signal));
    return "value" in answer
      ? { sent: answer.value, isOver: true }
      : { sent: { outcome: "unknown", code: answer.code }, isOver: answer.isOver };
  }

  /**
   * Proven absent, it may be sent now, as long as the lease is still ours; what is another intent's is not ours. What a
   * record of ours bears the reference of was done, though, and deleted since: that is seen in the very transaction that
   * would let it be sent.
   */
  async #afterLooking(
    transaction: TenantTransaction,
    intent: Intent,
    found: Found,
  ): Promise<Settlement | SendNow> {
    if (found.outcome === "found" && !(await isOfAnother(transaction, this.#carrier, intent, found.remoteId)))
      return { ...found, outcome: "done" };
    if (found.outcome === "unknown")
      return this.#again("unknown", found.code, {
        askedSeconds: found.afterSeconds,
        isDoubt: false,
        isOver: true,
      });
    const feed = this.#carrier.feedOf(intent);
    const known = feed === undefined ? undefined : await recordMadeBy(transaction, feed, intent.reference);
    if (known) return { outcome: "done", remoteId: known.remoteId, version: known.version };
    const { requestLifeSeconds } = this.#carrier.capabilities;
    return requestLifeSeconds === undefined
      ? { outcome: "set-aside", code: "absence-proves-nothing" }
      : { outcome: "sending" };
  }

  async #afterSending(
    transaction: TenantTransaction,
    intent: Intent,
    sent: Sent,
    isOver: boolean,
  ): Promise<Settlement> {
    switch (sent.outcome) {
      case "done": {
        const { otherwise, ...done } = sent;
        return otherwise && (await isOfAnother(transaction, this.#carrier, intent, sent.remoteId))
          ? otherwise
          : done;
      }
      case "conflict":
      case "refused":
        return sent;
      case "later":
        // What this request did not do, an earlier one may have done.
        return this.#again(this.#leased.mayHaveReached ? "unknown" : "pending", sent.code, {
          askedSeconds: sent.afterSeconds,
          isDoubt: false,
          isOver: true,
        });
      case "unknown": {
        const { idempotencyKeys, searchByReference } = this.#carrier.capabilities;
        return idempotencyKeys || searchByReference
          ? this.#again("unknown", sent.code, { askedSeconds: sent.afterSeconds, isDoubt: true, isOver })
          : { outcome: "set-aside", code: sent.code };
      }
    }
  }

  #again(outcome: "pending" | "unknown", code: string, how: Again): Settlement {
    const { attempts, doubts, triedSeconds } = this.#leased;
    const { maxDoubts, giveUpAfterSeconds, marginSeconds } = this.#options;
    if (triedSeconds >= giveUpAfterSeconds || (how.isDoubt && doubts >= maxDoubts)) {
      return { outcome: "set-aside", code };
    }
    const retrySeconds = nextTrySeconds(attempts, how.askedSeconds, this.#options, this.#with.random);
    const { idempotencyKeys, requestLifeSeconds = 0 } = this.#carrier.capabilities;
    // Looking proves nothing before the request that was just sent has died.
    const isLookedFor = how.isDoubt && !idempotencyKeys;
    const afterSeconds = isLookedFor
      ? Math.max(retrySeconds, requestLifeSeconds + marginSeconds)
      : retrySeconds;
    return { outcome, code, afterSeconds, isDoubt: how.isDoubt, isOver: how.isOver };
  }

  async #end(
    intent: Intent | undefined,
    judge: (transaction: TenantTransaction) => Settlement | Promise<Settlement>,
  ): Promise<Delivered> {
    const settled = await this.#clinic.transaction(async (transaction) =>
      this.#settle(transaction, intent, await judge(transaction)),
    );
    return settled ?? { outcome: "lease-lost" };
  }

  /** Writes down what came of it; nothing when it is to be sent now. */
  async #settle(
    transaction: TenantTransaction,
    intent: Intent | undefined,
    settlement: Settlement | SendNow,
  ): Promise<Delivered | undefined> {
    if (!(await settleIntent(transaction, this.#leased, settlement))) return { outcome: "lease-lost" };
    if (settlement.outcome === "sending") return undefined;
    if ("afterSeconds" in settlement) return { outcome: settlement.outcome, code: settlement.code };
    if (intent) await this.#carrier.ended(transaction, intent, settlement);
    return settlement;
  }
}

/** Why and when it is tried again. */
interface Again {
  readonly askedSeconds?: number | undefined;
  /** Nobody knows how this try ended. */
  readonly isDoubt: boolean;
  /** No request of it leaves any more. */
  readonly isOver: boolean;
}
