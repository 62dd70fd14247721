import { decide } from "@guichet/rules";
import { instantFromMillis } from "@guichet/rules/calendar";
import { appointmentBooking } from "@guichet/rules/policies/appointment-booking";
import { recordOf, type DecisionRecord } from "@guichet/rules/verify";
import { bookAppointmentKind, deskCarriers, type AppointmentToBook } from "@guichet/adapters-medots";
import {
  recordDecision,
  recordIntent,
  reserve,
  runWorker,
  type TenantStore,
  type TenantTransaction,
} from "@guichet/sync";
import type { TestStore } from "@guichet/sync/testing";
import type { Platform } from "./start-platform.js";

const firstDay = Date.parse("2026-03-02T06:00:00Z");
const halfHour = 30 * 60_000;
const perDay = 16;

/** The practitioners of the simulated clinic. */
export const practitioners = 50;

/** Connections of a store, and of the bare program. */
export const poolSize = 10;

/** Of the one worker. */
const deliveriesAtOnce = 32;

export const clinicId = "clinic-1";

/** The appointment of that number: every one another time of some practitioner. */
function appointmentOf(number: number, clientId: number): AppointmentToBook {
  const turn = Math.floor(number / practitioners);
  const startsAt = firstDay + Math.floor(turn / perDay) * 86_400_000 + (turn % perDay) * halfHour;
  return {
    clinicId: 1,
    userId: 101 + (number % practitioners),
    clientId,
    startsAt: instantFromMillis(startsAt),
    durationMinutes: 30,
    appointmentTypeId: 1,
    appointmentSourceId: 2,
    entryTypeIds: [1],
  };
}

/** What is kept of the decision behind each: one was made, and stands for all. */
const record: DecisionRecord = recordOf(
  appointmentBooking,
  decide(appointmentBooking, {
    request: { on: "2026-03-02", channel: "contact-centre" },
    visit: { kind: "first", emergency: false },
    patient: { registeredInMis: true },
  }),
  {
    subject: "1001",
    at: "2026-03-02T05:00:00Z",
    tenant: clinicId,
    key: new Uint8Array(32).fill(9),
    purpose: "front-desk",
  },
);

/** Records a wish as the front desk does: the reservation, the decision and what MEDOTS is to be told. */
export async function recordBooking(
  transaction: TenantTransaction,
  number: number,
  clientId: number,
): Promise<void> {
  const payload = appointmentOf(number, clientId);
  const { startsAt, userId } = payload;
  const endsAt = instantFromMillis(Date.parse(startsAt) + halfHour);
  const reference = `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
  const held = await reserve(transaction, { reference, practitioner: String(userId), startsAt, endsAt });
  if (held.outcome !== "reserved") throw new Error("bench: the slot is gone");
  const decision = await recordDecision(transaction, record);
  await recordIntent(transaction, { kind: bookAppointmentKind, reference, payload, decision });
}

/** A worker that delivers bookings, and what it delivered so far. */
export interface BookingWorker {
  /** Resolves once so many are delivered; rejects when one comes to something else. */
  readonly delivered: (count: number) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export function deliverBookings(store: TestStore, clinic: TenantStore, { client }: Platform): BookingWorker {
  let delivered = 0;
  let wanted = Infinity;
  let settle: { readonly resolve: () => void; readonly reject: (error: Error) => void } | undefined;
  const worker = runWorker({
    store,
    concurrency: deliveriesAtOnce,
    clinics: [{ clinic, carriers: deskCarriers(client) }],
    observe: (told) => {
      if (told.event === "intent-delivered" && told.outcome === "done") delivered += 1;
      else if (told.event.startsWith("intent")) settle?.reject(new Error(`bench: ${JSON.stringify(told)}`));
      if (delivered >= wanted) settle?.resolve();
    },
  });
  return {
    delivered: (count) =>
      new Promise((resolve, reject) => {
        wanted = count;
        settle = { resolve, reject };
        if (delivered >= wanted) resolve();
      }),
    stop: worker.stop,
  };
}
