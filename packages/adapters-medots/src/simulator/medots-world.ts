import { dayFromIso, minutesFromTime } from "@guichet/rules/calendar";
import type { Clock } from "@guichet/sync";
import { Journal } from "@guichet/sync/simulator";
import type { WireAppointmentChange, WireNewAppointment } from "../wire/appointment.js";
import type { WireNewClient } from "../wire/client.js";
import type { WireEntry } from "../wire/entry.js";
import type { WireOrder } from "../wire/order.js";
import type { InventedData } from "./invented-data.js";
import type { Actor, MedotsEvent, SimulatedAppointment, SimulatedClient } from "./medots-event.js";

/** What somebody wants of an appointment; at the clinic's own screen it may belong to nobody yet. */
export type AppointmentWish = Omit<WireNewAppointment, "clientId"> & {
  readonly clientId?: number | undefined;
};

/** Any field of an appointment, and where it stands. */
export type AppointmentEdit = WireAppointmentChange & { readonly status?: string | undefined };

/** The platform's records, and what may happen to them. Whatever happens stands in the journal. */
export class MedotsWorld {
  readonly journal: Journal<MedotsEvent>;
  readonly data: InventedData;
  readonly #clock: Pick<Clock, "now">;
  readonly #keepsNotes: boolean;
  readonly #clients = new Map<number, SimulatedClient>();
  readonly #appointments = new Map<number, SimulatedAppointment>();
  /** The ids of each user's appointments. */
  readonly #idsOfUser = new Map<number, Set<number>>();
  readonly #orders = new Map<number, { readonly order: WireOrder; readonly entries: readonly WireEntry[] }>();
  #lastId = 1000;

  constructor(data: InventedData, clock: Pick<Clock, "now">, keepsNotes: boolean) {
    this.data = data;
    this.#clock = clock;
    this.#keepsNotes = keepsNotes;
    this.journal = new Journal(clock);
  }

  get clients(): ReadonlyMap<number, SimulatedClient> {
    return this.#clients;
  }

  get appointments(): ReadonlyMap<number, SimulatedAppointment> {
    return this.#appointments;
  }

  get orders(): ReadonlyMap<number, { readonly order: WireOrder; readonly entries: readonly WireEntry[] }> {
    return this.#orders;
  }

  /** The new client, or `duplicate` when there is one of the same name, birth date and telephone. */
  register(wanted: WireNewClient, by: Actor): SimulatedClient | "duplicate" {
    const same = (one: WireNewClient): boolean =>
      one.surname === wanted.surname &&
      one.name === wanted.name &&
      one.birthdate === wanted.birthdate &&
      one.phone === wanted.phone;
    if ([...this.#clients.values()].some(same)) return "duplicate";
    const client = { ...wanted, id: this.#newId() };
    this.#clients.set(client.id, client);
    this.journal.record({ kind: "client-registered", by, client });
    return client;
  }

  /** The new appointment, or `intersects` when its user has another one then. */
  book(wish: AppointmentWish, by: Actor): SimulatedAppointment | "intersects" {
    const made: SimulatedAppointment = {
      id: this.#newId(),
      clinicId: wish.clinicId,
      userId: wish.userId,
      clientId: wish.clientId ?? null,
      date: wish.date,
      time: wish.time,
      duration: wish.duration,
      status: "unconfirmed",
      appointmentTypeId: wish.appointmentTypeId,
      appointmentSourceId: wish.appointmentSourceId,
      entryTypeIds: wish.entryTypeIds ?? [],
      note: this.#keepsNotes ? (wish.note ?? null) : null,
      clientComment: this.#keepsNotes ? (wish.clientComment ?? null) : null,
      orderId: null,
      updatedAt: this.#seconds(),
    };
    if (wish.allowIntersection !== true && this.#intersects(made)) return "intersects";
    this.#keep(made);
    this.journal.record({ kind: "appointment-made", by, appointment: made });
    return made;
  }

  /** The appointment as it stands after the change; `undefined` when there is none. */
  change(id: number, edit: AppointmentEdit, by: Actor): SimulatedAppointment | "intersects" | undefined {
    const before = this.#appointments.get(id);
    if (before === undefined) return undefined;
    const { allowIntersection, note, clientComment, ...fields } = edit;
    const after: SimulatedAppointment = {
      ...before,
      ...withoutUndefined(fields),
      ...(this.#keepsNotes ? withoutUndefined({ note, clientComment }) : {}),
      // Two changes within a second look like one to who compares moments.
      updatedAt: this.#seconds(),
    };
    if (allowIntersection !== true && this.#intersects(after)) return "intersects";
    this.#keep(after);
    this.journal.record({ kind: "appointment-changed", by, before, appointment: after });
    return after;
  }

  /** Somebody at the clinic deletes an appointment: the interface has no such call. */
  delete(id: number): boolean {
    const appointment = this.#appointments.get(id);
    if (appointment === undefined) return false;
    this.#appointments.delete(id);
    this.#idsOfUser.get(appointment.userId)?.delete(id);
    this.journal.record({ kind: "appointment-deleted", by: "staff", appointment });
    return true;
  }

  /** Somebody at the clinic brings back what was deleted, under the same id. */
  restore(appointment: SimulatedAppointment): void {
    const restored = { ...appointment, updatedAt: this.#seconds() };
    this.#keep(restored);
    this.journal.record({ kind: "appointment-made", by: "staff", appointment: restored });
  }

  /** Somebody at the clinic bills an appointment by catalogue entries, one of each. */
  bill(appointmentId: number, entryTypeIds: readonly number[]): number | undefined {
    const appointment = this.#appointments.get(appointmentId);
    if (appointment === undefined) return undefined;
    const id = this.#newId();
    const entries = entryTypeIds.flatMap((entryTypeId) => {
      const type = this.data.entryTypes.find((one) => one.id === entryTypeId);
      return type === undefined
        ? []
        : [{ id: this.#newId(), orderId: id, entryTypeId, title: type.title, amount: 1, price: type.price }];
    });
    const { clinicId, clientId } = appointment;
    this.#orders.set(id, { order: { id, clinicId, clientId: clientId ?? undefined }, entries });
    const billed = { ...appointment, status: "billed", orderId: id };
    const after = { ...billed, updatedAt: this.#seconds() };
    this.#keep(after);
    this.journal.record({
      kind: "appointment-changed",
      by: "staff",
      before: appointment,
      appointment: after,
    });
    return id;
  }

  #intersects(one: SimulatedAppointment): boolean {
    if (one.status === "cancelled") return false;
    const [from, to] = stretchOf(one);
    return [...(this.#idsOfUser.get(one.userId) ?? [])].some((id) => {
      const other = this.#appointments.get(id);
      if (other === undefined || other.id === one.id || other.status === "cancelled") return false;
      const [otherFrom, otherTo] = stretchOf(other);
      return from < otherTo && otherFrom < to;
    });
  }

  #keep(one: SimulatedAppointment): void {
    const userBefore = this.#appointments.get(one.id)?.userId ?? one.userId;
    this.#idsOfUser.get(userBefore)?.delete(one.id);
    this.#appointments.set(one.id, one);
    const ids = this.#idsOfUser.get(one.userId) ?? new Set();
    this.#idsOfUser.set(one.userId, ids.add(one.id));
  }

  #newId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  #seconds(): number {
    return Math.floor(this.#clock.now() / 1000);
  }
}

/** From and to, in minutes on the clinic's own clock: such a platform knows no other. */
export function stretchOf({
  date,
  time,
  duration,
}: Pick<SimulatedAppointment, "date" | "time" | "duration">): readonly [number, number] {
  const from = (dayFromIso(date) ?? 0) * 1440 + (minutesFromTime(time) ?? 0);
  return [from, from + duration];
}

/** The fields that say something: one that is there without a value changes nothing. */
function withoutUndefined<Fields extends object>(
  fields: Fields,
): { readonly [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    readonly [Name in keyof Fields]?: Exclude<Fields[Name], undefined>;
  };
}
