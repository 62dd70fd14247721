import type { RowsSeen } from "../history-watch.js";
import type { Invariant } from "../invariant.js";

/** States that only who holds an intent may bring it to. */
const settled = ["pending", "done", "conflict", "refused"];

/** I2, one worker at a time: what keeps two of them from sending one intent. */
export const oneWorker: Invariant<RowsSeen> = {
  id: "I2",
  promise:
    "nobody but who holds an intent writes down what came of it, and only as long as they hold it; of one set aside, a person",
  afterRow: ({ table, before, after }, seen, by) => {
    if (table !== "intents" || !before || !after) return undefined;
    const { lease, lease_until: until, state } = before;
    const isHeld = Date.parse(String(until)) > Date.parse(String(after["moved_at"]));
    const holder = isHeld ? seen.holders.get(String(lease)) : undefined;
    const isSettled =
      state !== "set-aside" && after["state"] !== state && settled.includes(String(after["state"]));
    return holder === by || (!isHeld && !isSettled)
      ? undefined
      : `intent ${String(after["reference"])} was with ${holder ?? "nobody"}, and ${by} wrote down what came of it`;
  },
};
