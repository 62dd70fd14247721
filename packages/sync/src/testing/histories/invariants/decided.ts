import { replay } from "@guichet/rules/verify";
import type { Row } from "../history-database.js";
import type { RowsSeen } from "../history-watch.js";
import type { Invariant } from "../invariant.js";

/** I8, of what these policies decide: proposals from the waitlist and intents, unless no policy decides on one. */
export function decided(
  policies: Parameters<typeof replay>[1],
  isDecided: (intent: Row) => boolean = () => true,
): Invariant<RowsSeen> {
  return {
    id: "I8",
    promise: "everything that is done names its decision, and the decision comes out the same again",
    afterRow: ({ table, after }, seen) => {
      if ((table !== "intents" && table !== "waitlist_proposals") || !after) return undefined;
      if (table === "intents" && !isDecided(after)) return undefined;
      const decision = seen.row("decisions", `${String(after["tenant"])} ${String(after["decision"])}`);
      return decision ? undefined : `a row of ${table} names no decision`;
    },
    atRest: (seen) => {
      const records = seen.rows("decisions").map(({ record }) => record);
      for (const { verdict } of replay(records, policies))
        if (verdict !== "same") return `a decision comes out ${verdict} when it is decided again`;
      return undefined;
    },
  };
}
