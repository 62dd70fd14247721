import type { Found, Intent, Sent } from "../platform/outlet.js";
import type { TenantStore } from "../store/store.js";
import type { Clock, Random } from "../surroundings.js";
import type { Carrier } from "./carrier.js";
import { standardDelivery, type DeliveryOptions } from "./delivery-options.js";
import type { LeasedIntent } from "./leased-intent.js";
import { payloadPlace } from "./payload-place.js";
import { retryAfterSeconds } from "./retry-after-seconds.js";
import { settleIntent, type Ended, type SendNow, type Settlement } from "./settle-intent.js";
import { takeLease, type Taken } from "./take-lease.js";

export interface DeliveryWith {
  readonly carrierOf: (kind: string) => Carrier | undefined;
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
  const options = { ...standardDelivery, ...delivery.options };
  const taken = await clinic.transaction((transaction) =>
    takeLease(transaction, intentId, (kind) => delivery.carrierOf(kind)?.capabilities, options),
  );
  if (taken.outcome !== "leased") return taken;
  const carrier = delivery.carrierOf(taken.intent.kind);
  if (!carrier) return { outcome: "not-due" };
  return new OneDelivery(clinic, taken.intent, carrier, delivery, options).run();
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
    const intent = this.#open();
    if (!intent) return this.#settle(undefined, { outcome: "set-aside", code: "payload-unreadable" });
    const calledOff = this.#callOffInTime();
    try {
      if (this.#leased.state === "unknown") {
        const found = await this.#look(intent, calledOff.signal);
        const settlement = this.#afterLooking(found);
        if (settlement.outcome !== "sending") return await this.#settle(intent, settlement);
        if (!(await this.#sendNow())) return { outcome: "lease-lost" };
      }
      const { sent, isOver } = await this.#send(intent, calledOff.signal);
      return await this.#settle(intent, this.#afterSending(sent, isOver));
    } finally {
      calledOff.end();
    }
  }

  #open(): Intent | undefined {
    const { id, kind, reference, payload, payloadKey } = this.#leased;
    const { tenant, sealer } = this.#clinic;
    try {
      const content = sealer.open({ keyId: payloadKey, bytes: payload }, payloadPlace(tenant, id));
      return { id, tenant, kind, reference, payload: JSON.parse(content) as unknown };
    } catch {
      return undefined;
    }
  }

  /** Calls a request off while there is still time to settle it; also when the process is to stop. */
  #callOffInTime(): { readonly signal: AbortSignal; readonly end: () => void } {
    const { leaseSeconds, settleSeconds } = this.#options;
    const ended = new AbortController();
    const calledOff = new AbortController();
    const callOff = (): void => {
      calledOff.abort(new Error("called off"));
    };
    void this.#with.clock
      .sleep((leaseSeconds - settleSeconds) * 1_000, ended.signal)
      .then(callOff, () => undefined);
    const stop = this.#with.signal;
    if (stop?.aborted) callOff();
    stop?.addEventListener("abort", callOff, { signal: ended.signal });
    return {
      signal: calledOff.signal,
      end: () => {
        ended.abort(new Error("ended"));
      },
    };
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

  /** Proven absent: now it may be sent, as long as the lease is still ours. */
  async #sendNow(): Promise<boolean> {
    const isOurs = await this.#clinic.transaction((transaction) =>
      settleIntent(transaction, this.#leased, { outcome: "sending" }),
    );
    this.#leased = { ...this.#leased, state: "sending", mayHaveReached: false };
    return isOurs;
  }

  #afterLooking(found: Found): Settlement | SendNow {
    if (found.outcome === "found") return { ...found, outcome: "done" };
    if (found.outcome === "unknown")
      return this.#again("unknown", found.code, { isDoubt: false, isOver: true });
    const { requestLifeSeconds } = this.#carrier.capabilities;
    return requestLifeSeconds === undefined
      ? { outcome: "set-aside", code: "absence-proves-nothing" }
      : { outcome: "sending" };
  }

  #afterSending(sent: Sent, isOver: boolean): Settlement {
    switch (sent.outcome) {
      case "done":
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
          ? this.#again("unknown", sent.code, { isDoubt: true, isOver })
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
    const retrySeconds = retryAfterSeconds(attempts, how.askedSeconds, this.#options, this.#with.random);
    const { idempotencyKeys, requestLifeSeconds = 0 } = this.#carrier.capabilities;
    const isLookedFor = outcome === "unknown" && !idempotencyKeys;
    const afterSeconds = isLookedFor
      ? Math.max(retrySeconds, requestLifeSeconds + marginSeconds)
      : retrySeconds;
    return { outcome, code, afterSeconds, isDoubt: how.isDoubt, isOver: how.isOver };
  }

  async #settle(intent: Intent | undefined, settlement: Settlement): Promise<Delivered> {
    const isOurs = await this.#clinic.transaction(async (transaction) => {
      const settled = await settleIntent(transaction, this.#leased, settlement);
      if (settled && intent && !("afterSeconds" in settlement)) {
        await this.#carrier.ended(transaction, intent, settlement);
      }
      return settled;
    });
    if (!isOurs) return { outcome: "lease-lost" };
    return "afterSeconds" in settlement ? { outcome: settlement.outcome, code: settlement.code } : settlement;
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

/** What came of it, or why nothing is known of it: it threw, or it did not end when it was called off. */
async function orCalledOff<Value>(
  signal: AbortSignal,
  work: () => Promise<Value>,
): Promise<{ readonly value: Value } | { readonly code: string; readonly isOver: boolean }> {
  return new Promise((resolve) => {
    const onAbort = (): void => {
      // A request that heeds the signal ends now, and says itself what it knows.
      setImmediate(() => {
        resolve({ code: "called-off", isOver: false });
      });
    };
    signal.addEventListener("abort", onAbort, { once: true });
    work()
      .then(
        (value) => {
          resolve({ value });
        },
        () => {
          resolve({ code: "send-threw", isOver: true });
        },
      )
      .finally(() => {
        signal.removeEventListener("abort", onAbort);
      });
  });
}
