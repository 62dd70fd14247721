import { clockAt, instantFromMillis, millisFromInstant } from "@guichet/rules/calendar";
import type { Slot } from "@guichet/rules/desk";
import type { TenantTransaction } from "../store/store.js";
import { addEntry } from "./add-entry.js";
import { proposeOpenSlots } from "./propose-open-slots.js";
import type { CallTask } from "./call-tasks.js";
import type { WaitlistWish } from "./waitlist-entry.js";

export const zone = "Europe/Moscow";

/** Monday morning in Moscow, an hour before the clinic opens. */
export const mondayAtEight = "2026-03-02T05:00:00Z";

export const wish: WaitlistWish = {
  patient: "40",
  service: "check-up",
  specialty: "dentistry",
  practitioner: "any",
  from: "2026-03-02",
  to: "2026-03-06",
  weekdays: ["monday", "tuesday", "wednesday", "thursday", "friday"],
  earliestTime: "00:00",
  latestTime: "23:59",
  durationMinutes: 30,
};

/** A check-up with a practitioner, some half hours after nine on that Monday. */
export function slotAt(halfHours: number, practitioner = "7"): Slot {
  const millis = (millisFromInstant("2026-03-02T06:00:00Z") ?? NaN) + halfHours * 1_800_000;
  const startsAt = instantFromMillis(millis);
  const common = { practitioner, service: "check-up", specialty: "dentistry", durationMinutes: 30 };
  return { id: `${practitioner}@${startsAt}`, startsAt, ...clockAt(millis, zone), ...common };
}

export const nine = slotAt(0);
export const half = slotAt(1);

const recordKey = new Uint8Array(32).fill(3);

/** An entry of a patient of that number. */
export async function patientWaits(
  transaction: TenantTransaction,
  patient: string,
  more: Partial<WaitlistWish> & { readonly priority?: number } = {},
): Promise<string> {
  const { priority = 0, ...others } = more;
  const added = await addEntry(transaction, {
    id: transaction.uuid(),
    wish: { ...wish, patient, ...others },
    priority,
    decision: null,
  });
  if (added.outcome === "ended") throw new Error(`entry ${added.state}`);
  return added.entry;
}

/** Proposes slots, and holds each for ten minutes. */
export function propose(
  transaction: TenantTransaction,
  ...slots: readonly Slot[]
): Promise<readonly CallTask[]> {
  return proposeOpenSlots(transaction, { zone, slots, holdSeconds: 600, recordKey });
}
