import { dayFromIso, isoFromDay, weekdayOfDay, weekdays } from "../../calendar/civil-day.js";
import { stretchesOf } from "../../calendar/day-stretches.js";
import { minutesFromTime, timeFromMinutes } from "../../calendar/time-of-day.js";
import { clockAt, instantFromMillis, millisFromInstant, momentsAt } from "../../calendar/zones.js";
import { evaluate, type Value } from "../../engine/evaluate.js";
import { segmentOn, segmentsOf } from "../../engine/timeline.js";
import type { Policy } from "../../language/policy.js";
import type { FindSlotsInput } from "./find-slots.js";
import { slotsOfPeriod, type PeriodSlot } from "./period-slots.js";
import type { Practitioner } from "./schedule.js";
import { slotReasons, type DayGroup, type Slot } from "./slot.js";

/** What `findSlots` answers, as plain data. */
export interface FoundByLoop {
  readonly slots: readonly (Slot & { readonly group: DayGroup })[];
  readonly refused: readonly { readonly slot: Slot; readonly reasons: readonly string[] }[];
}

interface Laid extends PeriodSlot {
  readonly day: number;
  readonly practitioner: Practitioner;
}

/** The meaning of `findSlots`: every slot in turn, held against the whole policy and the whole schedule. No plan. */
export function findByLoop(input: FindSlotsInput, policy: Policy): FoundByLoop {
  const { at, schedule, wish } = input;
  const service = schedule.services.find(({ id }) => id === wish.service);
  if (!service) throw new Error("a wish is for a service of the schedule");
  const { specialty, durationMinutes } = service;
  const today = dayOf(clockAt(millis(at), schedule.zone).day);
  const groupOf = (day: number): DayGroup =>
    day === today ? "same-day" : day === today + 1 ? "next-day" : "other-day";
  const slots: FoundByLoop["slots"][number][] = [];
  const refused: FoundByLoop["refused"][number][] = [];
  for (const laid of everySlot(input, today, durationMinutes)) {
    const { day, minute } = laid;
    const startsAt = instantFromMillis(laid.startsAt);
    const slot: Slot = {
      id: `${laid.practitioner.id}@${startsAt}`,
      practitioner: laid.practitioner.id,
      specialty,
      service: service.id,
      startsAt,
      day: isoFromDay(day),
      time: timeFromMinutes(minute),
      durationMinutes,
    };
    const held = reasonsAgainst(input, policy, laid, slot);
    if (wish.days && !wish.days.includes(groupOf(day))) held.push("day-not-wanted");
    const reasons = slotReasons.filter((reason) => held.includes(reason));
    if (reasons.length === 0) slots.push({ ...slot, group: groupOf(day) });
    else refused.push({ slot, reasons });
  }
  const order = wish.days ?? ["same-day", "next-day", "other-day"];
  return { slots: order.flatMap((group) => slots.filter((slot) => slot.group === group)), refused };
}

/** By day, moment and practitioner. */
function everySlot({ schedule, wish }: FindSlotsInput, today: number, length: number): readonly Laid[] {
  const specialty = schedule.services.find(({ id }) => id === wish.service)?.specialty ?? "";
  const days = new Set([today, today + 1]);
  for (let day = dayOf(wish.from); day <= dayOf(wish.to); day += 1) days.add(day);
  const laid: Laid[] = [];
  for (const day of days) {
    const [iso, weekday] = [isoFromDay(day), weekdays[weekdayOfDay(day)] ?? "monday"];
    for (const practitioner of schedule.practitioners) {
      if (!practitioner.specialties.includes(specialty)) continue;
      for (const { weekdays: on, from, to, since = iso, until = iso } of practitioner.workingHours) {
        if (!on.includes(weekday) || iso < since || iso > until) continue;
        const hours = { from: minutesFromTime(from) ?? 0, to: minutesFromTime(to) ?? 1440 };
        for (const slot of slotsOfPeriod(stretchesOf(day, schedule.zone), hours, length)) {
          laid.push({ ...slot, day, practitioner });
        }
      }
    }
  }
  const key = ({ practitioner: { id }, startsAt, day }: Laid): string =>
    `${isoFromDay(day)} ${startsAt} ${id}`;
  return laid.sort((left, right) => (key(left) < key(right) ? -1 : 1));
}

function reasonsAgainst(
  { at, schedule: { zone }, wish }: FindSlotsInput,
  policy: Policy,
  { practitioner, startsAt, yields }: Laid,
  slot: Slot,
): string[] {
  const endsAt = startsAt + slot.durationMinutes * 60_000;
  const meets = (from: number, to: number): boolean => from < endsAt && startsAt < to;
  const startOf = (day: number): number => momentsAt({ day: isoFromDay(day), time: "00:00" }, zone)[0] ?? NaN;
  const isTaken = practitioner.appointments?.some((one) =>
    meets(millis(one.startsAt), millis(one.startsAt) + one.durationMinutes * 60_000),
  );
  const isAway = practitioner.absences?.some(({ from, to }) =>
    meets(
      dayFromIso(from) === undefined ? millis(from) : startOf(dayOf(from)),
      dayFromIso(to) === undefined ? millis(to) : startOf(dayOf(to) + 1),
    ),
  );
  return [
    ...(isTaken ? ["slot-not-free"] : []),
    ...(startsAt <= millis(at) ? ["slot-in-the-past"] : []),
    ...(isAway ? ["practitioner-absent"] : []),
    ...(yields ? ["clock-change"] : []),
    ...wishRefusals(wish, policy, slot),
  ];
}

/** What the whole policy says of a free slot that has not started. */
function wishRefusals(wish: FindSlotsInput["wish"], policy: Policy, slot: Slot): readonly string[] {
  const { specialty, durationMinutes } = slot;
  const nothing = { weekdays, earliestTime: "00:00", latestTime: "23:59" };
  const asked = Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined));
  const groups: Readonly<Record<string, object>> = {
    offer: { day: "0001-01-01", time: "00:00" },
    entry: { ...nothing, ...asked, specialty, durationMinutes, state: "waiting" },
    slot: { ...slot, free: true },
  };
  const segment = segmentOn(policy, slot.day) ?? segmentsOf(policy)[0];
  if (!segment) throw new Error("a policy has an edition");
  const { values } = evaluate(policy, segment, (path) => {
    const [group = "", name = ""] = path.split(".");
    return (groups[group] as Readonly<Record<string, Value>>)[name] as Value;
  });
  return values["refusals"] as readonly string[];
}

function dayOf(iso: string): number {
  return dayFromIso(iso) ?? NaN;
}

function millis(instant: string): number {
  return millisFromInstant(instant) ?? NaN;
}
