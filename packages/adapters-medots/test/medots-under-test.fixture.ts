import { clockAt, instantFromMillis, millisFromInstant } from "@guichet/rules/calendar";
import type { Intent } from "@guichet/sync";
import { outletUnderTest, type AdapterUnderTest, type IntentParts, type Stage } from "@guichet/sync/testing";
import {
  appointmentItem,
  appointmentsFeed,
  bookAppointment,
  bookAppointmentKind,
  cancelAppointment,
  cancelAppointmentKind,
  changeAppointment,
  changeAppointmentKind,
  MedotsClient,
  registerClient,
  registerClientKind,
  type AppointmentChange,
  type AppointmentToBook,
  type AppointmentToCancel,
  type ClientToRegister,
  type MedotsOptions,
} from "../src/index.js";
import { wireAppointment, type WireNewAppointment } from "../src/wire/appointment.js";
import { versionOf } from "../src/feed/appointment-item.js";
import {
  defaultKey,
  simulateMedots,
  type MedotsSimulator,
  type SimulatedAppointment,
} from "../src/simulator/index.js";

const zone = "Europe/Paris";
const canary = "Zyablikova";

/** The adapter as the contract takes it, with a simulator of its own for every check. */
export const medotsUnderTest: AdapterUnderTest = {
  name: "MEDOTS",
  start: ({ clock, idempotencyKeys, searchByReference, versions }): Stage => {
    const simulator = simulateMedots({
      clock,
      clinics: [{ id: 1, zone }],
      honours: { idempotencyKeys, notes: searchByReference, versions },
    });
    const options: MedotsOptions = {
      baseUrl: "https://clinic.invalid/api/v2",
      ...defaultKey,
      clinics: [{ clinicId: 1, zone }],
      referenceIn: searchByReference ? "note" : "none",
      honours: { idempotencyKeys, versions: versions !== "absent" },
      cancelBy: { status: "cancelled" },
    };
    const client = new MedotsClient(options, { clock, fetch: simulator.fetch });
    const actors = new Actors(simulator);
    return {
      faults: simulator.faults,
      canaries: [canary],
      outlets: [
        outletUnderTest({
          outlet: bookAppointment(client),
          write: { method: "POST", path: "/appointments" },
          next: () => actors.booking(),
          hopeless: () => actors.booking(999),
        }),
        outletUnderTest({
          outlet: changeAppointment(client),
          write: { method: "PATCH" },
          next: () => actors.move(),
          hopeless: () => actors.move("999999"),
        }),
        outletUnderTest({
          outlet: cancelAppointment(client),
          write: { method: "PATCH" },
          next: () => actors.cancellation(),
        }),
        outletUnderTest({
          outlet: registerClient(client),
          write: { method: "POST", path: "/clients" },
          next: () => actors.registration(),
          hopeless: () => actors.registration("1"),
        }),
      ],
      feeds: [
        {
          feed: appointmentsFeed(client, { clinicId: 1 }),
          stir: () => actors.stir(),
          truth: () =>
            [...simulator.world.appointments.values()].map((row) => {
              const { remoteId, status } = appointmentItem(wireAppointment.parse(row), zone, options);
              return { remoteId, status };
            }),
        },
      ],
    };
  },
};

/** People at the clinic, and what they wish for. Every slot and every person is handed out once. */
class Actors {
  readonly #simulator: MedotsSimulator;
  #count = 0;
  #slots = 0;
  #stirs = 0;

  constructor(simulator: MedotsSimulator) {
    this.#simulator = simulator;
  }

  booking(userId?: number): IntentParts<typeof bookAppointmentKind, AppointmentToBook> {
    const { world, journal } = this.#simulator;
    const slot = this.#slot();
    const clientId = this.#person();
    const payload = { ...slot, userId: userId ?? slot.userId, clientId };
    return {
      intent: { ...this.#next(), kind: bookAppointmentKind, payload },
      effects: () =>
        journal.entries.filter(
          (entry) =>
            entry.kind === "appointment-made" &&
            entry.by === "interface" &&
            entry.appointment.clientId === clientId,
        ).length,
      forestall: () => {
        world.book({ ...wire(slot), clientId: this.#person() }, "staff");
      },
    };
  }

  move(remoteId?: string): IntentParts<typeof changeAppointmentKind, AppointmentChange> {
    const { world } = this.#simulator;
    const there = this.#appointment();
    const slot = this.#slot();
    const { date, time } = wire(slot);
    const payload = {
      clinicId: 1,
      remoteId: remoteId ?? String(there.id),
      version: versionOf(there),
      startsAt: slot.startsAt,
      userId: slot.userId,
    };
    const isMade = (row: SimulatedAppointment) =>
      row.date === date && row.time === time && row.userId === slot.userId;
    return {
      intent: { ...this.#next(), kind: changeAppointmentKind, payload },
      effects: () => this.#changesTo(there.id, isMade),
      forestall: () => {
        world.book({ ...wire(slot), clientId: this.#person() }, "staff");
      },
      rival: () => {
        world.change(there.id, { duration: 20 }, "staff");
      },
    };
  }

  cancellation(): IntentParts<typeof cancelAppointmentKind, AppointmentToCancel> {
    const there = this.#appointment();
    const payload = { remoteId: String(there.id), version: versionOf(there) };
    return {
      intent: { ...this.#next(), kind: cancelAppointmentKind, payload },
      effects: () => this.#changesTo(there.id, ({ status }) => status === "cancelled"),
      rival: () => {
        this.#simulator.world.change(there.id, { duration: 20 }, "staff");
      },
    };
  }

  registration(
    phone = `7900${1_000_000 + this.#tick()}`,
  ): IntentParts<typeof registerClientKind, ClientToRegister> {
    const payload = { surname: `${canary}${this.#tick()}`, name: canary, birthdate: "1990-02-28", phone };
    return {
      intent: { ...this.#next(), kind: registerClientKind, payload },
      effects: () =>
        this.#simulator.journal.entries.filter(
          (entry) => entry.kind === "client-registered" && entry.client.surname === payload.surname,
        ).length,
    };
  }

  /** By turns an appointment is made, confirmed, moved, called off and deleted. */
  stir(): void {
    const { world } = this.#simulator;
    const turn = (this.#stirs += 1);
    const ids = [...world.appointments.keys()];
    const id = ids[(turn * 7) % Math.max(1, ids.length)] ?? 0;
    if (ids.length < 3 || turn % 4 < 2) this.#appointment();
    else if (turn % 16 === 2) world.delete(ids[0] ?? 0);
    else if (turn % 4 === 3) world.change(id, { status: turn % 8 === 3 ? "approved" : "cancelled" }, "staff");
    else {
      const { date, time, userId } = wire(this.#slot());
      world.change(id, { date, time, userId }, "staff");
    }
  }

  #changesTo(id: number, isMade: (row: SimulatedAppointment) => boolean): number {
    return this.#simulator.journal.entries.filter(
      (entry) =>
        entry.kind === "appointment-changed" &&
        entry.by === "interface" &&
        entry.appointment.id === id &&
        isMade(entry.appointment) &&
        !isMade(entry.before),
    ).length;
  }

  #appointment(): SimulatedAppointment {
    const made = this.#simulator.world.book({ ...wire(this.#slot()), clientId: this.#person() }, "staff");
    if (made === "intersects") throw new Error("a slot was handed out twice");
    return made;
  }

  #person(): number {
    const phone = `7901${1_000_000 + this.#tick()}`;
    const client = this.#simulator.world.register({ surname: canary, name: canary, phone }, "staff");
    if (client === "duplicate") throw new Error("a person was invented twice");
    return client.id;
  }

  /** Half an hour of one of three practitioners, between 09:00 and 18:00 in the winter of Paris. */
  #slot(): Slot {
    const turn = (this.#slots += 1);
    const perDay = 16;
    const day = 20_781 + (Math.floor(turn / (perDay * 3)) % 80);
    const startsAt = instantFromMillis(day * 86_400_000 + (8 * 60 + (turn % perDay) * 30) * 60_000);
    const userId = 101 + (Math.floor(turn / perDay) % 3);
    return {
      clinicId: 1,
      userId,
      startsAt,
      durationMinutes: 30,
      appointmentTypeId: 1,
      appointmentSourceId: 2,
    };
  }

  #next(): Omit<Intent, "kind" | "payload"> {
    const id = `intent-${this.#tick()}`;
    return { id, tenant: "clinic", reference: `ref-${id}` };
  }

  #tick(): number {
    return (this.#count += 1);
  }
}

type Slot = Omit<AppointmentToBook, "clientId" | "entryTypeIds">;

/** A slot as people at the clinic type it. */
function wire({ startsAt, durationMinutes, ...ids }: Slot): Omit<WireNewAppointment, "clientId"> {
  const { day, time } = clockAt(millisFromInstant(startsAt) ?? 0, zone);
  return { ...ids, date: day, time, duration: durationMinutes, note: canary };
}
