import * as z from "zod";
import { millisFromInstant, type IsoInstant } from "../../calendar/zones.js";
import type { ClinicPolicy } from "../../language/clinic-policy.js";
import type { FactsOf } from "../../language/policy.js";
import type { AppointmentBooking } from "../../policies/appointment-booking/policy.js";
import { dayField, field, instantField, minutesField, textField, timeField } from "../input-fields.js";
import { policyFacts } from "../policy-facts.js";
import { inputProblem, type InputProblem } from "../read-input.js";
import type { SlotOffer } from "./booking-plan.js";
import { scheduleShape, type Schedule } from "./schedule.js";
import { wishShape, type Wish } from "./wish.js";

type Facts = Required<FactsOf<AppointmentBooking>>;

/** What is known of a wish for an appointment, in the words of the policy. The task finds the other facts itself. */
export interface BookingFacts {
  readonly request?: Omit<Facts["request"], "on">;
  readonly visit?: Facts["visit"];
  readonly patient?: Facts["patient"];
}

/** A wish for an appointment, as far as it has got. */
export interface BookAppointmentInput {
  /** The moment of the request, or of the patient's answer to an offer, with its offset. */
  readonly at: string;
  readonly schedule: Schedule;
  readonly wish: Wish;
  /** What is left out is unknown, and asked for where it matters. */
  readonly facts: BookingFacts;
  /** The id of the slot the patient chose among those found. */
  readonly chosen?: string | undefined;
  /** The offer of an earlier plan, which the patient accepts. */
  readonly offered?: SlotOffer | undefined;
}

const utcInstantField = field<IsoInstant>(
  (value) => typeof value === "string" && value.endsWith("Z") && millisFromInstant(value) !== undefined,
  "not-an-instant",
  "not a moment in UTC",
  "a moment in UTC, as 2026-03-29T01:00:00Z",
);

const offerShape: z.ZodType<SlotOffer> = z.strictObject({
  slot: z.strictObject({
    id: textField,
    practitioner: textField,
    specialty: textField,
    service: textField,
    startsAt: utcInstantField,
    day: dayField,
    time: timeField,
    durationMinutes: minutesField,
  }),
  offeredAt: utcInstantField,
  wishedOn: dayField,
});

export function bookingShape(policy: ClinicPolicy<AppointmentBooking>): z.ZodType<BookAppointmentInput> {
  return z.strictObject({
    at: instantField,
    schedule: scheduleShape,
    wish: wishShape,
    facts: policyFacts(policy),
    chosen: textField.optional(),
    offered: offerShape.optional(),
  });
}

/** The facts the task finds itself: nobody else knows better. */
export function checkFound(task: string, facts: FactsOf<AppointmentBooking>): readonly InputProblem[] {
  const report = (path: readonly string[], what: string): InputProblem =>
    inputProblem(task, ["facts", ...path], "fact-found", what, "leave it out");
  return [
    ...(facts.request?.on === undefined ? [] : [report(["request", "on"], "it follows from at")]),
    ...(facts.slots === undefined ? [] : [report(["slots"], "it follows from the schedule and the wish")]),
  ];
}

/** What cannot be true of a choice or an offer at a moment. */
export function checkAnswer(
  task: string,
  { at, chosen, offered }: BookAppointmentInput,
): readonly InputProblem[] {
  if (!offered) return [];
  const problems: InputProblem[] = [];
  const now = millisFromInstant(at) ?? 0;
  const offeredAt = millisFromInstant(offered.offeredAt) ?? 0;
  if (chosen !== undefined) {
    const what = "a slot is chosen, and another one offered";
    problems.push(inputProblem(task, ["chosen"], "chosen-and-offered", what, "leave one of them out"));
  }
  if (offeredAt > now) {
    const todo = "supply the moment of the answer in at";
    problems.push(inputProblem(task, ["offered", "offeredAt"], "offered-later", "it lies after at", todo));
  }
  if ((millisFromInstant(offered.slot.startsAt) ?? 0) <= offeredAt) {
    const what = "the slot had started when it was offered";
    const todo = "supply an offer as a plan gave it";
    problems.push(inputProblem(task, ["offered", "slot", "startsAt"], "slot-in-the-past", what, todo));
  }
  return problems;
}
