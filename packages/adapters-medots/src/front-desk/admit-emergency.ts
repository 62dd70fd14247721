import { bookAppointment } from "@guichet/rules/desk";
import { clockAt, millisFromInstant } from "@guichet/rules/calendar";
import { databaseTime } from "@guichet/sync";
import { stepOf } from "../from-outcome/step-of.js";
import { bookingFacts } from "../to-facts/booking-facts.js";
import { scheduleOf } from "../to-facts/schedule-of.js";
import type { AppointmentRequest, RequestAnswer } from "./appointment-request.js";
import { carryOut } from "./carry-out.js";
import type { FrontDesk } from "./front-desk.js";

/**
 * What the desk does about an emergency. Nothing else of the request is looked at, and MEDOTS is not asked: whoever needs
 * help at once does not wait for an answer from it.
 */
export async function admitEmergency(desk: FrontDesk, request: AppointmentRequest): Promise<RequestAnswer> {
  const { clinic, policies } = desk;
  const at = await desk.store.transaction(databaseTime);
  const { day } = clockAt(millisFromInstant(at) ?? 0, clinic.zone);
  const service = clinic.services[0]?.id ?? request.wish.service;
  const { facts } = bookingFacts(day, request.known, "unknown");
  const policy = policies?.appointmentBooking;
  const plan = bookAppointment(
    {
      at,
      facts,
      schedule: scheduleOf({ clinic, users: [], grid: {}, held: [] }),
      wish: { service, practitioner: "any", from: day, to: day },
    },
    policy ? { policy } : {},
  );
  const step = stepOf(plan, { clinic });
  const { reference } = request;
  const answer = await carryOut(desk, { request, reference, at, plan, step, clientId: undefined });
  if (answer === "slot-gone") throw new TypeError("unreachable: without a schedule no slot is booked");
  return answer;
}
