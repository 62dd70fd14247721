import type { IntentState } from "./intent-states.js";
import type { SealedIntent } from "./open-intent.js";

/** An intent that one worker holds for a while. */
export interface LeasedIntent extends SealedIntent {
  /** The state it is in since the lease was taken: `sending`, or `unknown` while it is looked for. */
  readonly state: Extract<IntentState, "sending" | "unknown">;
  readonly attempts: number;
  /** How many tries, this one among them, nobody knows the end of. */
  readonly doubts: number;
  readonly triedSeconds: number;
  readonly lease: string;
  /** An earlier send may have had its effect, and nobody has looked since. */
  readonly mayHaveReached: boolean;
}
