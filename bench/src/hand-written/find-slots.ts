import type { FindSlotsInput } from "../../../packages/rules/src/desk/appointments/find-slots.js";
import type {
  FoundSlot,
  RefusedSlot,
  SlotReason,
} from "../../../packages/rules/src/desk/appointments/slot.js";

const weekdayNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const two = (part: number): string => String(part).padStart(2, "0");

/**
 * The free and the refused slots of a wish, by code somebody wrote for its conditions. It trusts its input, and
 * knows no night on which the clock changes within working hours: for clinics that are closed then.
 */
export function findByHand({ at, schedule, wish }: FindSlotsInput): {
  readonly slots: readonly FoundSlot[];
  readonly refused: readonly RefusedSlot[];
} {
  const {
    id: service,
    specialty,
    durationMinutes: length,
  } = schedule.services.find(({ id }) => id === wish.service)!;
  const clock = new Intl.DateTimeFormat("en-CA", {
    ...{ timeZone: schedule.zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit" },
    ...{ hour: "2-digit", minute: "2-digit" },
  });
  const offsetOn = (day: number): number => {
    const noon = day * 86_400_000 + 43_200_000;
    const part = Object.fromEntries(
      clock.formatToParts(noon).map(({ type, value }) => [type, Number(value)]),
    );
    return Date.UTC(part["year"]!, part["month"]! - 1, part["day"], part["hour"], part["minute"]) - noon;
  };
  const dayOf = (iso: string): number => Date.parse(iso) / 86_400_000;
  const startOf = (day: number): number => day * 86_400_000 - offsetOn(day);
  const now = Date.parse(at);
  const today = Math.floor((now + offsetOn(Math.floor(now / 86_400_000))) / 86_400_000);
  const momentOf = (text: string, dayAfter: number): number =>
    text.length === 10 ? startOf(dayOf(text) + dayAfter) : Date.parse(text);

  const people = schedule.practitioners
    .filter(({ specialties }) => specialties.includes(specialty))
    .sort((left, right) => (left.id < right.id ? -1 : 1))
    .map(({ id, workingHours, appointments = [], absences = [] }) => ({
      id,
      hours: workingHours.map(({ weekdays, from, to, since, until }) => ({
        weekdays: weekdays.reduce((bits, name) => bits | (1 << weekdayNames.indexOf(name)), 0),
        from: minuteOf(from),
        to: minuteOf(to),
        since: since === undefined ? -Infinity : dayOf(since),
        until: until === undefined ? Infinity : dayOf(until),
      })),
      booked: appointments
        .map(({ startsAt, durationMinutes }) => ({ from: Date.parse(startsAt), minutes: durationMinutes }))
        .map(({ from, minutes }) => ({ from, to: from + minutes * 60_000 }))
        .sort((left, right) => left.from - right.from),
      away: absences.map(({ from, to }) => ({ from: momentOf(from, 0), to: momentOf(to, 1) })),
      // Time passes: what ended before a slot is not looked at again.
      next: 0,
    }));

  const [first, last] = [dayOf(wish.from), dayOf(wish.to)];
  const days = new Set([today, today + 1]);
  for (let day = first; day <= last; day += 1) days.add(day);
  const wantedWeekdays = (wish.weekdays ?? weekdayNames).reduce(
    (bits, name) => bits | (1 << weekdayNames.indexOf(name)),
    0,
  );
  const earliest = wish.earliestTime === undefined ? 0 : minuteOf(wish.earliestTime);
  const latest = wish.latestTime === undefined ? 1440 : minuteOf(wish.latestTime);
  const order = wish.days ?? ["same-day", "next-day", "other-day"];
  const byGroup = {
    "same-day": [] as FoundSlot[],
    "next-day": [] as FoundSlot[],
    "other-day": [] as FoundSlot[],
  };
  const refused: RefusedSlot[] = [];

  for (const day of [...days].sort((left, right) => left - right)) {
    const iso = new Date(day * 86_400_000).toISOString().slice(0, 10);
    const midnight = day * 86_400_000 - offsetOn(day);
    const weekday = 1 << ((day + 3) % 7);
    const group = day === today ? "same-day" : day === today + 1 ? "next-day" : "other-day";
    const starts = new Map<number, (typeof people)[number][]>();
    for (const person of people) {
      for (const { weekdays, from, to, since, until } of person.hours) {
        if ((weekdays & weekday) === 0 || day < since || day > until) continue;
        for (let minute = from; minute + length <= to; minute += length) {
          const own = starts.get(minute);
          if (own) own.push(person);
          else starts.set(minute, [person]);
        }
      }
    }
    for (const [minute, own] of [...starts].sort((left, right) => left[0] - right[0])) {
      const from = midnight + minute * 60_000;
      const to = from + length * 60_000;
      const startsAt = `${new Date(from).toISOString().slice(0, 19)}Z` as FoundSlot["startsAt"];
      const time = `${two(Math.floor(minute / 60))}:${two(minute % 60)}` as FoundSlot["time"];
      for (const person of own) {
        const { id: practitioner, booked, away } = person;
        while (person.next < booked.length && booked[person.next]!.to <= from) person.next += 1;
        const reasons: SlotReason[] = [];
        if (person.next < booked.length && booked[person.next]!.from < to) reasons.push("slot-not-free");
        if (from <= now) reasons.push("slot-in-the-past");
        if (wish.practitioner !== "any" && wish.practitioner !== practitioner)
          reasons.push("other-practitioner");
        if (day < first || day > last) reasons.push("outside-dates");
        if ((wantedWeekdays & weekday) === 0) reasons.push("other-weekday");
        if (minute < earliest || minute >= latest) reasons.push("outside-hours");
        for (const one of away) if (one.from < to && from < one.to) reasons.push("practitioner-absent");
        if (!order.includes(group)) reasons.push("day-not-wanted");
        const id = `${practitioner}@${startsAt}`;
        if (reasons.length === 0) {
          const slot = {
            id,
            practitioner,
            specialty,
            service,
            startsAt,
            day: iso,
            time,
            durationMinutes: length,
            group,
          };
          byGroup[group].push(slot as FoundSlot);
        } else {
          const slot = {
            id,
            practitioner,
            specialty,
            service,
            startsAt,
            day: iso,
            time,
            durationMinutes: length,
          };
          refused.push({ slot: slot as RefusedSlot["slot"], reasons });
        }
      }
    }
  }
  return { slots: order.flatMap((group) => byGroup[group]), refused };
}
