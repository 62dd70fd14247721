import { dayFromIso, type IsoDay } from "../../calendar/civil-day.js";
import type { IsoTime } from "../../calendar/time-of-day.js";
import { millisFromInstant, momentsAt } from "../../calendar/zones.js";
import { explain } from "../../engine/explain.js";
import { intlLocale } from "../../engine/intl-locale.js";
import { dayInWords } from "../../engine/value-in-words.js";
import type { ClinicPolicy } from "../../language/clinic-policy.js";
import type { Locale } from "../../language/locale.js";
import type { AppointmentBooking } from "../../policies/appointment-booking/policy.js";
import type { BookAgreedSlot, BookingPlan, ProposeSlot } from "./booking-plan.js";
import type { AppointmentWording } from "./wording.js";
import { appointmentWordingOf } from "./wording-of.js";

/**
 * What to tell the patient of a plan, as sentences in the language of a locale of the policy: what has changed, then
 * the appointment as far as the policy has it told, or the sentence of the case that decided otherwise. Days and times
 * are those of the clinic.
 *
 * @example
 * tellPatient(plan, appointmentBookingEn);
 * // ["Your appointment is booked.", "You will be seen by Dr Ada Exemple.", "Address: 1 Example Street.",
 * //  "Date: Monday 2 March 2026.", "Time: 09:00."]
 */
export function tellPatient(
  plan: BookingPlan,
  locale: Locale<ClinicPolicy<AppointmentBooking>>,
): readonly string[] {
  const wording = appointmentWordingOf(locale.locale);
  const changed = plan.changed.map((change) => wording.changed[change]);
  return [...changed, ...sentencesOf(plan, locale, wording)];
}

function sentencesOf(
  plan: BookingPlan,
  locale: Locale<ClinicPolicy<AppointmentBooking>>,
  wording: AppointmentWording,
): readonly string[] {
  if (plan.action === "book-slot") return appointmentIn(plan, locale.locale, wording);
  const { answers, questions, notes } = explain(plan.decision, locale);
  if (plan.action === "not-in-force") return notes;
  if (plan.action === "ask") {
    const asked = plan.needs.map(({ fact }) => fact);
    return [
      wording.toFindOut(questions.filter(({ fact }) => asked.includes(fact)).map(({ label }) => label)),
    ];
  }
  return answers
    .filter(({ decision }) => decision === "action" || decision === "alsoDo")
    .flatMap(({ reasons }) => reasons.map(({ sentence }) => sentence));
}

function appointmentIn(
  { agreed, slot, tellPatient: told, zone }: BookAgreedSlot | ProposeSlot,
  locale: string,
  wording: AppointmentWording,
): readonly string[] {
  const written = {
    ...told,
    "appointment-date": dayWithWeekday(slot.day, locale, wording),
    "appointment-time": timeThatNight(slot, zone, wording),
  };
  const items = Object.keys(told) as (keyof typeof told)[];
  return [
    agreed ? wording.booked : wording.offered,
    ...items.map((item) => wording.told[item](written[item] ?? "")),
  ];
}

function dayWithWeekday(day: IsoDay, locale: string, wording: AppointmentWording): string {
  const weekday = new Intl.DateTimeFormat(intlLocale(locale), { weekday: "long", timeZone: "UTC" });
  return wording.day(weekday.format((dayFromIso(day) ?? 0) * 86_400_000), dayInWords(locale, day) ?? day);
}

function timeThatNight(
  slot: { readonly day: IsoDay; readonly time: IsoTime; readonly startsAt: string },
  zone: string,
  { twice }: AppointmentWording,
): string {
  const moments = momentsAt(slot, zone);
  if (moments.length < 2) return slot.time;
  return (moments[0] === millisFromInstant(slot.startsAt) ? twice.first : twice.second)(slot.time);
}
