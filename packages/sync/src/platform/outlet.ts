import type { Capabilities } from "./capabilities.js";

/** Something to be done on a platform, once. It is in the store before anything is sent. */
export interface Intent<Kind extends string = string, Payload = unknown> {
  /** A UUID. */
  readonly id: string;
  readonly tenant: string;
  readonly kind: Kind;
  /**
   * What the platform is told to know it by, fixed with the intent; unique within its kind. Where the platform takes
   * idempotency keys, the key is made of both.
   */
  readonly reference: string;
  readonly payload: Payload;
}

/** What something on the platform is called there, and which version of it was seen. */
export interface RemoteVersion {
  readonly remoteId: string;
  readonly version?: string;
}

/** What sending an intent came to. A code is a stable kebab-case word; it holds nothing personal. */
export type Sent =
  | ({
      readonly outcome: "done";
      /** It was refused, and found there all the same: what it came to if a record says that another intent made that. */
      readonly otherwise?: TurnedDown;
    } & RemoteVersion)
  | NotDone;

/** How a platform turns down what it is asked: for good. */
export type TurnedDown =
  /** Somebody else was there first. */
  | { readonly outcome: "conflict"; readonly code: string }
  /** The platform will never do it. */
  | { readonly outcome: "refused"; readonly code: string };

/** What sending came to where it was not done. */
export type NotDone =
  | TurnedDown
  /** It certainly had no effect, and may work later. */
  | { readonly outcome: "later"; readonly code: string; readonly afterSeconds?: number }
  /** It may have had its effect, and may still have it. */
  | { readonly outcome: "unknown"; readonly code: string; readonly afterSeconds?: number };

/** What looking for the effect of an intent came to. */
export type Found =
  | ({ readonly outcome: "found" } & RemoteVersion)
  | { readonly outcome: "absent" }
  | { readonly outcome: "unknown"; readonly code: string; readonly afterSeconds?: number };

/** How one kind of intent is carried out on a platform. */
export interface Outlet<Kind extends string = string, Payload = unknown> {
  readonly kind: Kind;
  readonly capabilities: Capabilities;
  /**
   * The feed whose records bear the references of what this makes. What such a record tells of was done, also when people
   * deleted it since, and is nothing that another intent made; left out where records bear none.
   */
  readonly feedOf?: (intent: Intent<Kind, Payload>) => string;
  /** Sends it, once. It never throws for what a network or a platform does. */
  readonly send: (intent: Intent<Kind, Payload>, signal: AbortSignal) => Promise<Sent>;
  /** Looks whether it was done. */
  readonly find: (intent: Intent<Kind, Payload>, signal: AbortSignal) => Promise<Found>;
}
