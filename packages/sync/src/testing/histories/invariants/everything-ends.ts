import { endStates } from "../../../intents/intent-states.js";
import type { RowsSeen } from "../history-watch.js";
import type { Invariant } from "../invariant.js";

const ended: readonly string[] = endStates;

/** I9. */
export const everythingEnds: Invariant<RowsSeen> = {
  id: "I9",
  promise:
    "after faults stop, all work ends: done, refused, or set aside until a person has seen to it; nothing in progress for ever",
  atRest: (seen) => {
    const open = seen.rows("intents").find((row) => !ended.includes(String(row["state"])));
    if (open) return `intent ${String(open["reference"])} is still ${String(open["state"])}`;
    const read = seen.rows("feeds").find((row) => row["lease"] !== null);
    return read && `feed ${String(read["feed"])} is still being read`;
  },
};
