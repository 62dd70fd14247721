/**
 * What can become of an intent. `pending`: nothing was sent. `sending`: somebody sends it, or did when they were cut
 * off. `unknown`: it may have had its effect. `set-aside`: a person must look.
 */
export const intentMoves = {
  pending: ["sending", "set-aside"],
  sending: ["sending", "pending", "unknown", "done", "conflict", "refused", "set-aside"],
  unknown: ["unknown", "sending", "done", "set-aside"],
  "set-aside": ["pending", "unknown", "done", "refused"],
  done: [],
  conflict: [],
  refused: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type IntentState = keyof typeof intentMoves;

/** The states in which nothing more will happen, and the payload is gone. */
export const endStates = ["done", "conflict", "refused"] as const satisfies readonly IntentState[];

/** The states that workers look after. */
export const openStates = ["pending", "sending", "unknown"] as const satisfies readonly IntentState[];

/** Whether an intent in one state may come to be in another. */
export function mayMove(from: IntentState, to: IntentState): boolean {
  const targets: readonly IntentState[] = intentMoves[from];
  return targets.includes(to);
}
