import { isoFromDay, weekdays } from "../../packages/rules/src/calendar/civil-day.js";
import { timeFromMinutes } from "../../packages/rules/src/calendar/time-of-day.js";
import type {
  MatchWaitlistInput,
  WaitlistEntry,
  WaitlistSlot,
} from "../../packages/rules/src/desk/waitlist/waitlist-input.js";
import { seeded } from "./seeded.js";

const specialties = Array.from({ length: 8 }, (_, number) => `specialty-${number}`);
const days = 180;
/** 2026-03-02, a Monday, in days since 1970. */
const firstDay = 20_514;

/** An invented waitlist of a large clinic, as JSON brings it: half a year of slots, and wishes for all of them. */
export function waitlistOf(entryCount: number, slotCount: number, seed = 11): MatchWaitlistInput {
  const draw = seeded(seed);
  const among = <Item>(items: readonly Item[]): Item => items[draw(items.length)] as Item;
  const practitioners = Math.max(16, Math.round(slotCount / 1000) * 8);
  const nameOf = (number: number): string => `practitioner-${number}`;
  const idOf = (list: string, number: number): string => `${list}-${String(number).padStart(7, "0")}`;
  const entries = Array.from({ length: entryCount }, (_, number): WaitlistEntry => {
    const specialty = draw(specialties.length);
    const named = specialty + specialties.length * draw(practitioners / specialties.length);
    const from = draw(120);
    const earliest = among([480, 540, 720, 840]);
    const wanted = weekdays.filter((_, place) => place < 5 && draw(10) < 6);
    return {
      id: idOf("entry", number),
      priority: draw(4),
      madeAt: `${isoFromDay(firstDay - 1 - draw(300))}T${timeFromMinutes(draw(1440))}:00+03:00`,
      state: draw(50) === 0 ? "withdrawn" : "waiting",
      specialty: specialties[specialty] ?? "",
      practitioner: draw(10) < 3 ? nameOf(named) : "any",
      from: isoFromDay(firstDay + from),
      to: isoFromDay(firstDay + from + 7 + draw(53)),
      weekdays: wanted.length > 0 ? wanted : ["monday"],
      earliestTime: timeFromMinutes(earliest),
      latestTime: timeFromMinutes(earliest + among([120, 240, 480])),
      durationMinutes: among([15, 30]),
      ...(draw(50) === 0 && { refusedSlots: [idOf("slot", draw(slotCount))] }),
    };
  });
  const slots = Array.from({ length: slotCount }, (_, number): WaitlistSlot => {
    const practitioner = draw(practitioners);
    return {
      id: idOf("slot", number),
      specialty: specialties[practitioner % specialties.length] ?? "",
      practitioner: nameOf(practitioner),
      day: isoFromDay(firstDay + draw(days)),
      time: timeFromMinutes(480 + 15 * draw(40)),
      durationMinutes: draw(8) === 0 ? 15 : 30,
      free: draw(20) > 0,
    };
  });
  const input = { at: "2026-03-02T08:30:00+03:00", zone: "Europe/Moscow", entries, slots };
  return JSON.parse(JSON.stringify(input)) as MatchWaitlistInput;
}
