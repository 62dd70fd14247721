import {
  deliverIntent,
  pullChanges,
  reconcile,
  resolveDeadLetter,
  type Delivered,
  type DeliveryOptions,
  type Resolution,
  type TenantStore,
} from "@guichet/sync";
import { SimulatedClock, serveSimulator, type ServedSimulator } from "@guichet/sync/simulator";
import { openTestStore, type TestStore } from "@guichet/sync/testing";
import { MedotsClient } from "../client/medots-client.js";
import { appointmentsFeed } from "../feed/appointments-feed.js";
import {
  defaultKey,
  simulateMedots,
  type MedotsSimulator,
  type SimulatedAppointment,
} from "../simulator/index.js";
import type { ClientToRegister } from "../outlets/register-client.js";
import type { Clinic } from "../to-facts/clinic.js";
import type { AppointmentRequest } from "./appointment-request.js";
import { deskCarriers } from "./carriers.js";
import { followAppointments } from "./follow-appointment.js";
import type { FrontDesk } from "./front-desk.js";

/** A Monday in Moscow, an hour before the clinic opens. */
export const mondayAtEight = "2026-03-02T05:00:00Z";
export const monday = "2026-03-02";

/** The first practitioner of the simulated clinic. */
export const doctor = 101;

/** A front desk on a simulated MEDOTS that is asked over HTTP, with a store of its own. It may keep no notes. */
export interface Bench {
  readonly desk: FrontDesk;
  readonly medots: MedotsSimulator;
  readonly store: TestStore;
  readonly clinic: TenantStore;
  /** An entry of a patient on MEDOTS, made by the clinic's own people. */
  readonly registered: (name: string, more?: Partial<ClientToRegister>) => number;
  /** A half hour of the doctor, taken by the clinic's own people; its number on MEDOTS. */
  readonly takenByStaff: (time: string, minutes?: number) => number;
  /** Everything that stands on MEDOTS and is not cancelled, as `time client`. */
  readonly onMedots: () => readonly string[];
  readonly deliver: (intent: string, options?: Partial<DeliveryOptions>) => Promise<Delivered>;
  /** Somebody sees to an intent that was set aside. */
  readonly resolve: (intent: string, resolution: Resolution) => Promise<void>;
  /** Lets time pass for everybody. */
  readonly pass: (seconds: number) => Promise<void>;
  readonly pull: () => Promise<unknown>;
  readonly compare: () => Promise<unknown>;
  /** The same desk in another process: a new store on the same database. */
  readonly restarted: () => Promise<{ readonly desk: FrontDesk; readonly close: () => Promise<void> }>;
  readonly close: () => Promise<void>;
}

export async function openBench({ notes = true } = {}): Promise<Bench> {
  const clock = new SimulatedClock(Date.parse(mondayAtEight));
  const medots = simulateMedots({ clock, usersPerClinic: 1, seed: 3, honours: { notes } });
  const served: ServedSimulator = await serveSimulator(medots);
  const store = await openTestStore({ jurisdiction: "RU", surroundings: { clock } });
  await store.stopClock(mondayAtEight);
  const tenant = await store.addTenant({ id: "clinic-1", jurisdiction: "RU" });
  const [specialty] = medots.world.data.users[0]?.specialties ?? [];
  const clinic: Clinic = {
    clinicId: 1,
    zone: "Europe/Moscow",
    address: "1 Example Street",
    services: [
      {
        id: "check-up",
        specialty: specialty?.title ?? "",
        durationMinutes: 30,
        appointmentTypeId: 1,
        entryTypeIds: [1],
      },
    ],
    appointmentSourceId: 2,
    serviceLines: { 1: "therapeutic-dentistry", 3: "diagnostics" },
  };
  const { fetch } = store.surroundings;
  const client = new MedotsClient(
    {
      ...defaultKey,
      baseUrl: `${served.url}/api/v2`,
      clinics: [{ clinicId: 1, zone: "Europe/Moscow" }],
      referenceIn: notes ? "note" : "none",
    },
    { clock, fetch },
  );
  const desk: FrontDesk = {
    clinic,
    client,
    store: tenant,
    recordKey: new Uint8Array(32).fill(9),
    holdSeconds: 600,
  };
  const carriers = deskCarriers(client);
  const feed = appointmentsFeed(client, { clinicId: 1, daysAhead: 7 });
  const reading = { follow: followAppointments(feed.name), signal: new AbortController().signal };
  return {
    desk,
    medots,
    store,
    clinic: tenant,
    registered: (name, more = {}) => {
      const person = { surname: "Primerova", name, phone: "+79990000001", ...more };
      const made = medots.world.register(person, "staff");
      if (made === "duplicate") throw new Error("registered twice");
      return made.id;
    },
    takenByStaff: (time, minutes = 30) => {
      const made = medots.world.book(
        {
          clinicId: 1,
          userId: doctor,
          date: monday,
          time,
          duration: minutes,
          appointmentTypeId: 1,
          appointmentSourceId: 1,
        },
        "staff",
      );
      if (made === "intersects") throw new Error("taken twice");
      return made.id;
    },
    onMedots: () =>
      [...medots.world.appointments.values()]
        .filter(({ status }) => status !== "cancelled")
        .map(({ time, clientId }: SimulatedAppointment) => `${time} ${clientId ?? "staff"}`)
        .sort(),
    deliver: (intent, options = {}) =>
      deliverIntent(tenant, intent, {
        carriers,
        clock,
        random: store.surroundings.random,
        options,
      }),
    resolve: (intent, resolution) =>
      tenant.transaction((transaction) => resolveDeadLetter(transaction, intent, resolution, carriers)),
    pass: async (seconds) => {
      await store.stepClock(seconds);
      await clock.advance(seconds * 1000);
    },
    pull: () => pullChanges(tenant, feed, reading),
    compare: () => reconcile(tenant, feed, reading),
    restarted: async () => {
      const again = await openTestStore({ jurisdiction: "RU", databaseUrl: store.databaseUrl });
      return { desk: { ...desk, store: await again.forTenant("clinic-1") }, close: again.close };
    },
    close: async () => {
      await served.close();
      await store.close();
    },
  };
}

let references = 0;

/** A wish for a check-up on that Monday, told to the contact centre. */
export function wishFor(more: Partial<AppointmentRequest> = {}): AppointmentRequest {
  references += 1;
  return {
    reference: `00000000-0000-4000-8000-${String(references).padStart(12, "0")}`,
    wish: { service: "check-up", practitioner: "any", from: monday, to: monday },
    known: { channel: "contact-centre", visitKind: "first", emergency: false },
    ...more,
  };
}

/** The slot of the doctor at a time of that Monday. */
export function slotAt(time: string): string {
  const hour = Number(time.slice(0, 2)) - 3;
  return `${doctor}@${monday}T${String(hour).padStart(2, "0")}:${time.slice(3)}:00Z`;
}

/** Every half hour the doctor works on that Monday. */
export const halfHours: readonly string[] = [9, 10, 11, 12, 14, 15, 16, 17].flatMap((hour) => [
  `${String(hour).padStart(2, "0")}:00`,
  `${String(hour).padStart(2, "0")}:30`,
]);

export const signal = new AbortController().signal;
