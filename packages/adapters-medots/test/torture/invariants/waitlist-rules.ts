import { bookAppointmentKind } from "@guichet/adapters-medots";
import type { Row } from "@guichet/sync/testing";
import type { MedotsInvariant, Seen } from "../seen.js";

const tables = ["waitlist_proposals", "waitlist_entries", "bookings"];

/** I7. */
export const waitlistRules: MedotsInvariant = {
  id: "I7",
  promise:
    "a slot is proposed to one person at a time and held for them; nobody agrees too late, or has two for one wish; nothing stays held",
  afterRow: ({ table, before, after }, seen) => {
    if (table === "intents" && !before && after) return bookedOnACall(after, seen);
    if (table !== "waitlist_proposals" || after?.["state"] !== "agreed") return undefined;
    const isInTime = Date.parse(String(after["ended_at"])) < Date.parse(String(after["expires_at"]));
    return isInTime ? undefined : `proposal ${String(after["id"])} was agreed to too late`;
  },
  afterCommit: (changes, seen) => {
    if (!changes.some(({ table }) => tables.includes(table))) return undefined;
    const proposals = seen.rows("waitlist_proposals");
    const live = proposals.filter((row) => row["state"] === "live");
    const bookings = new Map(seen.rows("bookings").map((row) => [String(row["reference"]), row]));
    for (const column of ["slot", "entry"]) {
      const values = live.map((row) => `${String(row["tenant"])} ${String(row[column])}`);
      if (new Set(values).size < values.length) return `two live proposals of one ${column}`;
    }
    for (const proposal of proposals) {
      const state = String(proposal["state"]);
      const isHeld = bookings.get(String(proposal["id"]))?.["state"] === "active";
      if (state === "live" && !isHeld)
        return `proposal ${String(proposal["id"])} is live, and its slot is not held`;
      if (state !== "live" && state !== "agreed" && isHeld)
        return `proposal ${String(proposal["id"])} ended as ${state}, and its slot is still held`;
    }
    const proposed = new Set(live.map((row) => String(row["entry"])));
    for (const entry of seen.rows("waitlist_entries")) {
      const id = String(entry["id"]);
      if ((entry["state"] === "proposed") !== proposed.has(id))
        return `entry ${id} and its proposal do not agree`;
    }
    return undefined;
  },
  atRest: (seen) => {
    const late = seen
      .rows("waitlist_proposals")
      .find((row) => row["state"] === "live" && Date.parse(String(row["expires_at"])) <= seen.now());
    if (late) return `proposal ${String(late["id"])} is live after its time`;
    const kept = seen
      .rows("waitlist_entries")
      .find((row) => row["state"] === "booked" && row["wish_key"] !== null);
    return kept && `entry ${String(kept["id"])} is neither booked nor waits again`;
  },
};

/** Whether what is to be booked for a wish is a second one: somebody agreed to another for it on a call. */
function bookedOnACall(intent: Row, seen: Seen): string | undefined {
  const { tenant, reference } = intent;
  const agreed = seen
    .rows("waitlist_proposals")
    .find((row) => row["tenant"] === tenant && row["entry"] === reference && row["state"] === "agreed");
  if (!agreed || intent["kind"] !== bookAppointmentKind) return undefined;
  const other = seen
    .rows("intents")
    .find((row) => row["tenant"] === tenant && row["reference"] === agreed["id"]);
  const isBooked = other && !["conflict", "refused"].includes(String(other["state"]));
  return isBooked ? `wish ${String(reference)} is booked, and was on a call` : undefined;
}
