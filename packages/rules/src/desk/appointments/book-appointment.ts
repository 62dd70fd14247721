import { decide } from "../../engine/decide.js";
import type { ClinicPolicy } from "../../language/clinic-policy.js";
import { appointmentBooking, type AppointmentBooking } from "../../policies/appointment-booking/policy.js";
import { readInput, refuseInput } from "../read-input.js";
import { askedSlot } from "./asked-slot.js";
import { bookingShape, checkAnswer, checkFound, type BookAppointmentInput } from "./booking-input.js";
import type { BookingPlan } from "./booking-plan.js";
import { checkSchedule } from "./check-schedule.js";
import { checkWish } from "./check-wish.js";
import { lookForSlots } from "./look-for-slots.js";
import { planBooking } from "./plan-booking.js";
import { searchFor } from "./search.js";

export interface BookAppointmentOptions {
  /** The policy as the clinic amended it. Default: `appointment-booking` as shipped. */
  readonly policy?: ClinicPolicy<AppointmentBooking>;
}

const task = "bookAppointment";

/**
 * Plans what happens with a wish for an appointment: the policy `appointment-booking` decides on the action, the
 * schedule gives the slot.
 *
 * The same function offers and confirms. Without a choice, a plan that books offers the first slot that meets the
 * wish (`agreed: false`). Hand its `offer` back as `offered` when the patient accepts, or the id of another slot as
 * `chosen`: unless the world has changed, the plan is to book that very slot (`agreed: true`). Else `changed` says
 * why not, and the plan is the one for now. What was offered stays confirmable until the slot starts.
 *
 * Errors: `input-refused`, with everything that is wrong with the shape, or with what the parts say; then with a
 * choice among slots that were not found, or of one that has started.
 *
 * @example
 * const plan = bookAppointment({ at: "2026-03-02T08:00:00+03:00", schedule, wish, facts });
 * if (plan.action === "book-slot") {
 *   plan.tellPatient["appointment-time"]; // "09:00"
 *   const confirmed = bookAppointment({ at: "2026-03-02T08:05:00+03:00", schedule, wish, facts, offered: plan.offer });
 *   confirmed.changed; // []: book it
 * }
 */
export function bookAppointment(
  input: BookAppointmentInput,
  { policy = appointmentBooking }: BookAppointmentOptions = {},
): BookingPlan {
  const read = readInput(task, bookingShape(policy), input);
  const { schedule, wish, facts, offered } = read;
  refuseInput([
    ...checkSchedule(task, schedule),
    ...checkWish(task, wish, schedule),
    ...checkFound(task, facts),
    ...checkAnswer(task, read),
  ]);
  const search = searchFor(read, offered?.wishedOn);
  const found = lookForSlots(search);
  const asked = askedSlot(task, read, found);
  const decision = decide(policy, {
    ...facts,
    request: { ...facts.request, on: search.now.day },
    slots: { freeOnWantedDays: found.slots.length },
  });
  return planBooking({ decision, search, found, asked, offered });
}
