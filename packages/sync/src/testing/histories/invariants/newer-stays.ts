import type { Invariant } from "../invariant.js";

/** I5. */
export const newerStays: Invariant<unknown> = {
  id: "I5",
  promise: "an older version never overwrites a newer one",
  afterRow: ({ table, before, after }) => {
    if (!before || !after) return undefined;
    if (table === "records" && String(after["version"]) < String(before["version"]))
      return `record ${String(after["remote_id"])} went back to an older version`;
    const isCounted = table === "bookings" || table === "waitlist_entries";
    return isCounted && Number(after["version"]) <= Number(before["version"])
      ? `a row of ${table} changed, and its version did not grow`
      : undefined;
  },
};
