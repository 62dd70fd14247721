import type { IsoDay } from "../../calendar/civil-day.js";
import type { IsoTime } from "../../calendar/time-of-day.js";
import type { IsoInstant } from "../../calendar/zones.js";

/** A time at which a practitioner can receive a patient for a service. */
export interface Slot {
  /** `practitioner@startsAt`: the same slot has the same id in every plan. */
  readonly id: string;
  readonly practitioner: string;
  readonly specialty: string;
  readonly service: string;
  readonly startsAt: IsoInstant;
  /** The day in the clinic's zone. */
  readonly day: IsoDay;
  /** What the clinic's clock shows when it starts. Where the clock is put back, two slots can show the same. */
  readonly time: IsoTime;
  readonly durationMinutes: number;
}

/** The kinds of days a patient can wish for, counted from the day the wish is made. */
export const dayGroups = ["same-day", "next-day", "other-day"] as const;

export type DayGroup = (typeof dayGroups)[number];

/** A free slot that meets the wish. */
export interface FoundSlot extends Slot {
  readonly group: DayGroup;
}

/**
 * Why a slot is not to be had, in the words of the policy `waitlist-offer` where it has one.
 *
 * - `slot-not-free`: an appointment takes some of its time.
 * - `slot-in-the-past`: it does not start after the moment that is asked about.
 * - `other-practitioner`, `outside-dates`, `other-weekday`, `outside-hours`: it is not what is wished for.
 * - `practitioner-absent`: the practitioner is away for some of its time.
 * - `clock-change`: that night it runs into the next slot, or past the end of the working hours.
 * - `day-not-wanted`: it is on the same, the next or another day, and none such is wished for.
 */
export const slotReasons = [
  "slot-not-free",
  "slot-in-the-past",
  "other-practitioner",
  "outside-dates",
  "other-weekday",
  "outside-hours",
  "practitioner-absent",
  "clock-change",
  "day-not-wanted",
] as const;

export type SlotReason = (typeof slotReasons)[number];

/** A slot that is not to be had, and every reason why, in declared order. */
export interface RefusedSlot {
  readonly slot: Slot;
  readonly reasons: readonly SlotReason[];
}

/** A slot without what depends on the day of the wish. */
export function plainSlot(slot: Slot): Slot {
  const { id, practitioner, specialty, service, startsAt, day, time, durationMinutes } = slot;
  return { id, practitioner, specialty, service, startsAt, day, time, durationMinutes };
}
