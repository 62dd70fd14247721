import type { DeskPolicies } from "@guichet/adapters-medots";
import type { Clock } from "@guichet/sync";
import type { Observe } from "@guichet/sync/observe";
import type { SecretOf } from "./secrets-of.js";

/** What the work for a clinic is made with. */
export interface WorkSurroundings {
  readonly clock: Clock;
  readonly observe: Observe;
  readonly secretOf: SecretOf;
  /** The policies of a clinic's desk, as it amended them. */
  readonly policiesOf: (clinic: string) => DeskPolicies;
  /** Aborted when this process is to stop. */
  readonly signal: AbortSignal;
}
