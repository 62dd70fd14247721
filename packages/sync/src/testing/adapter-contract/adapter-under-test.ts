import type { Capabilities } from "../../platform/capabilities.js";
import type { Feed } from "../../platform/feed.js";
import type { Found, Intent, Outlet, Sent } from "../../platform/outlet.js";
import type { Faults, FaultTarget } from "../../simulator/faults.js";
import type { SimulatedClock } from "../../simulator/simulated-clock.js";

/** An adapter and the simulator of its platform, as the contract sets them up: anew for every check. */
export interface AdapterUnderTest {
  /** What the adapter is called in the names of the checks. */
  readonly name: string;
  readonly start: (setting: Setting) => Stage | Promise<Stage>;
}

/** How the platform is to behave; an adapter is told as much as its clinic would be. */
export interface Setting {
  readonly clock: SimulatedClock;
  readonly idempotencyKeys: boolean;
  readonly searchByReference: boolean;
  /** `ignored`: the platform shows versions and does not compare them, and the adapter believes that it does. */
  readonly versions: "honoured" | "ignored" | "absent";
}

/** A platform, what an adapter does there, and what really happened. */
export interface Stage {
  readonly faults: Faults;
  readonly outlets: readonly OutletUnderTest[];
  readonly feeds: readonly FeedUnderTest[];
  /** What stands in the personal fields of everything here: it must never be told. */
  readonly canaries: readonly string[];
}

/** One kind of intent, ready to be sent. */
export interface OutletUnderTest {
  readonly kind: string;
  readonly capabilities: Capabilities;
  /** The request that has the effect. */
  readonly write: FaultTarget;
  /** A new intent, unlike all before it. */
  readonly next: () => IntentUnderTest;
  /** A new intent that the platform never does; left out where there is none. */
  readonly hopeless?: () => IntentUnderTest;
}

/** One intent, and what became of it on the platform. */
export interface IntentUnderTest {
  readonly send: (signal: AbortSignal) => Promise<Sent>;
  readonly find: (signal: AbortSignal) => Promise<Found>;
  /** How often it had its effect, by the journal of the platform. */
  readonly effects: () => number;
  /** Somebody at the platform takes what it is after, so that there is a conflict; left out where none is possible. */
  readonly forestall?: () => void;
  /** Somebody at the platform changes the very record; left out where it changes none. */
  readonly rival?: () => void;
}

/** A feed, and what it must show. */
export interface FeedUnderTest {
  readonly feed: Feed;
  /** What is on the platform now, as far as a full reading goes. */
  readonly truth: () => readonly RecordOfTruth[];
  /** Something happens on the platform: a record is made, changes, or is called off. */
  readonly stir: () => void;
}

export interface RecordOfTruth {
  readonly remoteId: string;
  readonly status: string;
}

/** What `outletUnderTest` is made of: an outlet with intents of its own type. */
export interface OutletParts<Kind extends string, Payload> {
  readonly outlet: Outlet<Kind, Payload>;
  readonly write: FaultTarget;
  readonly next: () => IntentParts<Kind, Payload>;
  readonly hopeless?: () => IntentParts<Kind, Payload>;
}

export interface IntentParts<Kind extends string, Payload> extends Omit<IntentUnderTest, "send" | "find"> {
  readonly intent: Intent<Kind, Payload>;
}

/** An outlet as the contract takes it, whatever the type of its intents. */
export function outletUnderTest<Kind extends string, Payload>({
  outlet,
  next,
  hopeless,
  write,
}: OutletParts<Kind, Payload>): OutletUnderTest {
  const sendable = ({ intent, ...rest }: IntentParts<Kind, Payload>): IntentUnderTest => ({
    ...rest,
    send: (signal) => outlet.send(intent, signal),
    find: (signal) => outlet.find(intent, signal),
  });
  return {
    kind: outlet.kind,
    capabilities: outlet.capabilities,
    write,
    next: () => sendable(next()),
    ...(hopeless === undefined ? {} : { hopeless: () => sendable(hopeless()) }),
  };
}
