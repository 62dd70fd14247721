import { GuichetError } from "@guichet/rules";
import { instantFromMillis, millisFromInstant, type IsoInstant } from "@guichet/rules/calendar";
import type { BookingPlan, Slot, WaitlistDraft } from "@guichet/rules/desk";
import { appointmentBooking } from "@guichet/rules/policies/appointment-booking";
import {
  addEntry,
  agreedProposal,
  readIntent,
  recordIntent,
  release,
  reserve,
  withdrawEntry,
  type Reserved,
  type TenantTransaction,
  type WaitlistWish,
} from "@guichet/sync";
import { match, P } from "ts-pattern";
import type { CarriedOut, DeskAnswer } from "../from-outcome/desk-step.js";
import { bookAppointmentKind } from "../outlets/book-appointment.js";
import { registerClientKind } from "../outlets/register-client.js";
import type { AppointmentRequest, RequestAnswer } from "./appointment-request.js";
import type { FrontDesk } from "./front-desk.js";
import { recordAnswer } from "./record-answer.js";

/** A plan for a request, what it comes to, and when it was made. */
export interface PlannedRequest {
  readonly request: AppointmentRequest;
  /** Under which a slot is taken, or waited for: the request's own until that has lost one. */
  readonly reference: string;
  readonly at: IsoInstant;
  readonly plan: BookingPlan;
  readonly step: CarriedOut | DeskAnswer;
  /** The number of the patient's entry on MEDOTS, where it is known. */
  readonly clientId: number | undefined;
}

/**
 * Carries a plan out, in one transaction: the record of the decision, the reservation and what MEDOTS is to be told are
 * there together, or nothing is. `slot-gone`: somebody has reserved the slot since the schedule was read, or
 * another one for this very request.
 */
export function carryOut(desk: FrontDesk, planned: PlannedRequest): Promise<RequestAnswer | "slot-gone"> {
  const { request, reference, step, plan } = planned;
  return desk.store.transaction((transaction) =>
    match<CarriedOut | DeskAnswer, Promise<RequestAnswer | "slot-gone">>(step)
      .with({ do: "book" }, async ({ slot, appointment, tellPatient }) => {
        // Who asks the same at once waits here, and then finds the intent.
        const held = await reserve(transaction, { ...heldTime(slot), reference }).catch(asGone);
        if (held.outcome === "conflict") return "slot-gone";
        const known = await readIntent(transaction, bookAppointmentKind, reference);
        if (known) return { outcome: "on-its-way", intent: known.id };
        // Who books does not wait any more; who agreed to another slot on a call, a moment earlier, books no second one.
        const isWaiting = await withdrawEntry(transaction, { entry: reference, by: "patient" });
        if (!isWaiting && (await agreedProposal(transaction, reference)) !== undefined) {
          await release(transaction, reference);
          return "slot-gone";
        }
        const decision = await recordPlan(transaction, desk, planned);
        const intent = { kind: bookAppointmentKind, reference, payload: appointment, decision };
        const { id } = await recordIntent(transaction, intent);
        return { outcome: "booking", intent: id, slot, tellPatient };
      })
      .with({ do: "register" }, async ({ client }) => {
        const registration = { kind: registerClientKind, reference: request.reference, payload: client };
        const known = await readIntent(transaction, registration.kind, registration.reference);
        if (known) return { outcome: "registering", intent: known.id };
        const intent = { ...registration, decision: await recordPlan(transaction, desk, planned) };
        const { id } = await recordIntent(transaction, intent);
        return { outcome: "registering", intent: id };
      })
      .with({ do: "wait" }, async ({ client, entry: draft }) => {
        const wish = wishOf(draft, client, request.wish.service);
        const decision = await recordPlan(transaction, desk, planned);
        const priority = request.priority ?? 0;
        const added = await addEntry(transaction, { id: reference, wish, priority, decision });
        if (added.outcome !== "ended") return { outcome: "waiting", entry: added.entry };
        const { state, endedAt } = added;
        return { outcome: "wait-ended", state, endedAt };
      })
      .with({ answer: P.union("ask", "offer", "name-patient", "take-particulars") }, (answer) =>
        Promise.resolve({ outcome: "answered", answer, plan } as const),
      )
      .with({ answer: P.string }, async (answer) => {
        await recordPlan(transaction, desk, planned);
        return { outcome: "answered", answer, plan };
      })
      .exhaustive(),
  );
}

function recordPlan(
  transaction: TenantTransaction,
  desk: FrontDesk,
  { plan, at, clientId, request }: PlannedRequest,
): Promise<string> {
  const policy = desk.policies?.appointmentBooking ?? appointmentBooking;
  const subject = clientId === undefined ? request.reference : String(clientId);
  return recordAnswer(transaction, desk, policy, plan.decision, { subject, at });
}

function wishOf(draft: WaitlistDraft, clientId: number, service: string): WaitlistWish {
  const { specialty, practitioner, from, to, weekdays, earliestTime, latestTime, durationMinutes } = draft;
  const days = { from, to, weekdays, earliestTime, latestTime };
  return { patient: String(clientId), service, specialty, practitioner, ...days, durationMinutes };
}

/** Whoever asks for another slot under the same reference at once is told what became of the first. */
function asGone(error: unknown): Reserved {
  if (GuichetError.isInstance(error) && error.code === "reference-taken") return { outcome: "conflict" };
  throw error;
}

/** The time of a practitioner that a slot takes. */
function heldTime({ practitioner, startsAt, durationMinutes }: Slot): {
  readonly practitioner: string;
  readonly startsAt: IsoInstant;
  readonly endsAt: IsoInstant;
} {
  const from = millisFromInstant(startsAt) ?? 0;
  return { practitioner, startsAt, endsAt: instantFromMillis(from + durationMinutes * 60_000) };
}
