import { appointmentBooking } from "@guichet/rules/policies/appointment-booking";
import { waitlistOffer } from "@guichet/rules/policies/waitlist-offer";
import { replay } from "@guichet/rules/verify";
import type { Invariant } from "../seen.js";

/** I8. */
export const decided: Invariant = {
  id: "I8",
  promise: "everything that is done names its decision, and the decision comes out the same again",
  afterRow: ({ table, after }, seen) => {
    if ((table !== "intents" && table !== "waitlist_proposals") || !after) return undefined;
    const decision = seen.row("decisions", `${String(after["tenant"])} ${String(after["decision"])}`);
    return decision ? undefined : `a row of ${table} names no decision`;
  },
  atRest: (seen) => {
    const records = seen.rows("decisions").map(({ record }) => record);
    for (const { verdict } of replay(records, [appointmentBooking, waitlistOffer]))
      if (verdict !== "same") return `a decision comes out ${verdict} when it is decided again`;
    return undefined;
  },
};
