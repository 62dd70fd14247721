import { decide, type FactsOf } from "@guichet/rules";
import { clockAt } from "@guichet/rules/calendar";
import type { Slot } from "@guichet/rules/desk";
import { appointmentBooking } from "@guichet/rules/policies/appointment-booking";
import { recordOf } from "@guichet/rules/verify";
import {
  recordDecision,
  recordIntent,
  reserve,
  takeEvent,
  type TenantStore,
  type TenantTransaction,
} from "@guichet/sync";
import {
  appointmentsFeed,
  bookAppointmentKind,
  cancelAppointmentKind,
  changeAppointmentKind,
  deskCarriers,
  followAppointments,
  type AppointmentChange,
  type AppointmentToBook,
  type AppointmentToCancel,
  type FrontDesk,
  type MedotsClient,
} from "@guichet/adapters-medots";
import { endOf, type TorturedClinic } from "./clinics.js";

export const recordKey = new Uint8Array(32).fill(9);

/** The front desk of a clinic, as one process has it. */
export class Desk {
  readonly #clinic: TorturedClinic;
  readonly client: MedotsClient;
  readonly frontDesk: FrontDesk;

  constructor(clinic: TorturedClinic, client: MedotsClient, store: TenantStore) {
    this.#clinic = clinic;
    this.client = client;
    this.frontDesk = { clinic: clinic.desk, client, store, recordKey, holdSeconds: 600, daysAhead: 2 };
  }

  get carriers(): ReturnType<typeof deskCarriers> {
    return deskCarriers(this.client);
  }

  get feed(): ReturnType<typeof appointmentsFeed> {
    return appointmentsFeed(this.client, { clinicId: this.#clinic.clinicId, daysAhead: 3 });
  }

  get follow(): ReturnType<typeof followAppointments> {
    return followAppointments(this.feed.name);
  }

  /** The website tells of a wish, perhaps more than once: each time it is taken it is another booking. */
  async told(
    transaction: TenantTransaction,
    event: { readonly id: string; readonly slot: Slot; readonly patient: number; readonly at: number },
    referred: (reference: string) => void,
  ): Promise<"taken" | "known" | "conflict"> {
    const { id, slot, patient } = event;
    if (!(await takeEvent(transaction, { source: "website", id }))) return "known";
    const reference = `${id}.${transaction.uuid()}`;
    const reserved = await reserve(transaction, { ...slot, reference, endsAt: endOf(slot) });
    if (reserved.outcome === "conflict") return "conflict";
    referred(reference);
    const payload: AppointmentToBook = {
      clinicId: this.#clinic.clinicId,
      userId: Number(slot.practitioner),
      clientId: patient,
      startsAt: slot.startsAt,
      durationMinutes: slot.durationMinutes,
      appointmentTypeId: 1,
      appointmentSourceId: 2,
    };
    const decision = await this.decide(transaction, patient, event.at);
    await recordIntent(transaction, { kind: bookAppointmentKind, reference, decision, payload });
    return "taken";
  }

  /** Another time for an appointment on the platform. */
  async move(
    transaction: TenantTransaction,
    remoteId: string,
    wish: { readonly reference: string; readonly slot: Slot; readonly at: number },
  ): Promise<void> {
    const { reference, slot } = wish;
    const payload: AppointmentChange = {
      clinicId: this.#clinic.clinicId,
      remoteId,
      startsAt: slot.startsAt,
      durationMinutes: slot.durationMinutes,
      userId: Number(slot.practitioner),
    };
    const decision = await this.decide(transaction, 0, wish.at);
    await recordIntent(transaction, { kind: changeAppointmentKind, reference, decision, payload });
  }

  async cancel(
    transaction: TenantTransaction,
    remoteId: string,
    reference: string,
    at: number,
  ): Promise<void> {
    const payload: AppointmentToCancel = { remoteId };
    const decision = await this.decide(transaction, 0, at);
    await recordIntent(transaction, { kind: cancelAppointmentKind, reference, decision, payload });
  }

  /** Keeps a decision to book; its id. */
  decide(transaction: TenantTransaction, patient: number, atMillis: number): Promise<string> {
    const facts: FactsOf<typeof appointmentBooking> = {
      request: { on: clockAt(atMillis, this.#clinic.zone).day, channel: "reception" },
      visit: { kind: "first", emergency: false },
      patient: { documentsAccepted: true, registeredInMis: true },
      slots: { freeOnWantedDays: 1 },
    };
    const record = recordOf(appointmentBooking, decide(appointmentBooking, facts), {
      subject: String(patient),
      key: recordKey,
      tenant: transaction.tenant,
      purpose: "front-desk",
      at: `${new Date(atMillis).toISOString().slice(0, 19)}Z`,
    });
    return recordDecision(transaction, record);
  }
}
