import { dayFromIso, isoFromDay, weekdays } from "../../calendar/civil-day.js";
import { instantFromMillis } from "../../calendar/zones.js";
import type { WaitlistDraft } from "./booking-plan.js";
import type { Search } from "./search.js";
import { dayGroupOf } from "./slot-reasons.js";

/**
 * The wish as an entry of the waitlist. An entry knows dates only: kinds of days become the first and the last day
 * that is wanted. Its hours end at 23:59 at the latest.
 */
export function waitlistDraft({ service, at, wishedOn, wish }: Search): WaitlistDraft {
  const [first, last] = [dayFromIso(wish.from) ?? 0, dayFromIso(wish.to) ?? 0];
  const wanted = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
    (day) => wish.days?.includes(dayGroupOf(day, wishedOn)) ?? true,
  );
  return {
    specialty: service.specialty,
    practitioner: wish.practitioner,
    from: isoFromDay(wanted[0] ?? first),
    to: isoFromDay(wanted.at(-1) ?? last),
    weekdays: wish.weekdays ?? weekdays,
    earliestTime: wish.earliestTime ?? "00:00",
    latestTime: wish.latestTime ?? "23:59",
    durationMinutes: service.durationMinutes,
    state: "waiting",
    madeAt: instantFromMillis(at),
  };
}
