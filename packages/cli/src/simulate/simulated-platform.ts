import type { Clock, Fetch } from "@guichet/sync";
import type { Faults } from "@guichet/sync/simulator";

/** A simulator that is about to be served, and how it is used. */
export interface SimulatedPlatform {
  readonly fetch: Fetch;
  readonly faults: Faults;
  /** Below the address it is served at. */
  readonly path: string;
  /** What a client has to be told besides the address: none of it is a secret. */
  readonly access: Readonly<Record<string, string>>;
  /** What it does from time to time, if anything. */
  readonly tick?: () => Promise<void>;
}

export interface SimulateOptions {
  readonly clock: Clock;
  readonly seed: number;
  readonly webhook: { readonly url: string; readonly secret: string } | undefined;
}
