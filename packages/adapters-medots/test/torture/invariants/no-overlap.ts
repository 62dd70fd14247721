import { stretchOf } from "../../../src/simulator/medots-world.js";
import type { Row } from "@guichet/sync/testing";
import type { MedotsInvariant } from "../seen.js";

/** I1. */
export const noOverlap: MedotsInvariant = {
  id: "I1",
  promise: "no two active bookings of one practitioner overlap, with us or on the platform",
  afterRow: ({ table, after }, seen) => {
    if (table !== "bookings" || after?.["state"] !== "active") return undefined;
    const [from, to] = rangeOf(after);
    const other = seen
      .rows("bookings")
      .find(
        (row) =>
          row["id"] !== after["id"] &&
          row["state"] === "active" &&
          row["tenant"] === after["tenant"] &&
          row["practitioner"] === after["practitioner"] &&
          rangeOf(row)[0] < to &&
          from < rangeOf(row)[1],
      );
    return other && `bookings ${String(after["reference"])} and ${String(other["reference"])} overlap`;
  },
  afterEvent: (event, seen) => {
    if (event.kind !== "appointment-made" && event.kind !== "appointment-changed") return undefined;
    const { appointment: one, by } = event;
    if (by !== "interface" || one.status === "cancelled") return undefined;
    const [from, to] = stretchOf(one);
    const other = [...seen.appointments.values()].find((another) => {
      const [otherFrom, otherTo] = stretchOf(another);
      return (
        another.id !== one.id &&
        another.userId === one.userId &&
        another.status !== "cancelled" &&
        otherFrom < to &&
        from < otherTo
      );
    });
    return other && `appointments ${one.id} and ${other.id} overlap`;
  },
};

/** From and to of a reservation, in milliseconds since 1970. */
export function rangeOf(row: Row): readonly [number, number] {
  const [from = "", to = ""] = String(row["during"])
    .replace(/[[\]()"]/g, "")
    .split(",");
  return [Date.parse(isoOf(from)), Date.parse(isoOf(to))];
}

function isoOf(text: string): string {
  return text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00");
}
