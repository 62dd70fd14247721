import type { Clock } from "@guichet/sync";
import type { Observe } from "@guichet/sync/observe";
import type { SecretOf } from "./secrets-of.js";

/** What the work for a clinic is made with. */
export interface WorkSurroundings {
  readonly clock: Clock;
  readonly observe: Observe;
  readonly secretOf: SecretOf;
  /** Aborted when this process is to stop. */
  readonly signal: AbortSignal;
}
