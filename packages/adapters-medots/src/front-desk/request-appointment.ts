import { clockAt, millisFromInstant } from "@guichet/rules/calendar";
import { bookAppointment, type BookingPlan } from "@guichet/rules/desk";
import type { CarriedOut, DeskAnswer } from "../from-outcome/desk-step.js";
import { stepOf } from "../from-outcome/step-of.js";
import { bookingFacts, type Registration } from "../to-facts/booking-facts.js";
import { admitEmergency } from "./admit-emergency.js";
import type { AppointmentRequest, RequestAnswer } from "./appointment-request.js";
import { carryOut } from "./carry-out.js";
import { deskNow, type DeskNow } from "./desk-now.js";
import { earlierRequest } from "./earlier-request.js";
import type { FrontDesk } from "./front-desk.js";
import { patientOf } from "./patient-of.js";

/**
 * Answers a wish for an appointment, and carries out what it comes to: a booking, an entry for the patient, an entry of
 * the waitlist. To offer and to confirm are one call: without a choice it offers, with one it books. Asked again under
 * the same reference it does nothing twice, and says how far it is; where somebody else got the slot first, it offers
 * what else is free, and books what is chosen of that, under the same reference. An emergency is answered whether or not MEDOTS can be reached.
 *
 * Errors: `input-refused` (see `bookAppointment`), `ReadFailure`, those of the store.
 */
export async function requestAppointment(
  desk: FrontDesk,
  request: AppointmentRequest,
  signal: AbortSignal,
): Promise<RequestAnswer> {
  if (request.known.emergency === true) return admitEmergency(desk, request);
  let earlier = await earlierRequest(desk.store, request.reference);
  if (earlier.answer) return earlier.answer;
  const patient = await patientOf(desk, request, earlier.clientId, signal);
  const { registration, clientId, candidates, particulars } = patient;
  for (let left = 3; left > 0; left -= 1) {
    const now = await deskNow(desk, request.wish, signal, earlier.lost);
    // A slot that is not free may be the very one that was taken for this request, asked a moment earlier.
    const meanwhile = await earlierRequest(desk.store, request.reference);
    if (meanwhile.answer) return meanwhile.answer;
    const { reference } = meanwhile;
    const isOther = reference !== earlier.reference;
    earlier = meanwhile;
    if (isOther) continue;
    const plan = planFor(desk, request, registration, now);
    const step = stepOf(plan, { clinic: desk.clinic, clientId, particulars });
    if (candidates && turnsOnPatient(step)) return { outcome: "choose-patient", clients: candidates };
    const answer = await carryOut(desk, { request, reference, at: now.at, plan, step, clientId });
    if (answer !== "slot-gone") return answer;
  }
  return { outcome: "left-to-people", code: "slot-contended" };
}

function planFor(
  { policies }: FrontDesk,
  { wish, known, chosen, offered }: AppointmentRequest,
  registration: Registration,
  { at: now, schedule }: DeskNow,
): BookingPlan {
  // A clock that was put back must not make an answer precede its offer.
  const at = offered && offered.offeredAt > now ? offered.offeredAt : now;
  const { facts } = bookingFacts(clockAt(millisFromInstant(at) ?? 0, schedule.zone).day, known, registration);
  const policy = policies?.appointmentBooking;
  return bookAppointment({ at, schedule, wish, facts, chosen, offered }, policy ? { policy } : {});
}

/** Whether another patient could make another answer. */
function turnsOnPatient(step: CarriedOut | DeskAnswer): boolean {
  const ofNobody: readonly string[] = ["refuse-channel", "ask-for-documents", "not-in-force"];
  return "do" in step || !ofNobody.includes(step.answer);
}
