import * as z from "zod";
import { instantField } from "../input-fields.js";
import { readInput, refuseInput } from "../read-input.js";
import { checkSchedule } from "./check-schedule.js";
import { checkWish } from "./check-wish.js";
import { lookForSlots, type SlotsFound } from "./look-for-slots.js";
import { scheduleShape, type Schedule } from "./schedule.js";
import { searchFor } from "./search.js";
import { wishShape, type Wish } from "./wish.js";

export interface FindSlotsInput {
  /** The moment that is asked about, with its offset. Its day in the clinic's zone is the same day of the wish. */
  readonly at: string;
  readonly schedule: Schedule;
  readonly wish: Wish;
}

const shape: z.ZodType<FindSlotsInput> = z.strictObject({
  at: instantField,
  schedule: scheduleShape,
  wish: wishShape,
});

/**
 * Finds the free slots a patient wishes for, in the order of the wish, and says of every other slot why it is not
 * to be had.
 *
 * Looked at are the slots of the wished service, with every practitioner who gives it, on the days of the wish and on
 * the same and the next day. Slots stand where the working hours put them on the clinic's clock, on every day of
 * the year; nights on which the clock changes are described with `clock-change` in `SlotReason`.
 *
 * Errors: `input-refused`, with everything that is wrong with the shape, or with what the schedule and the wish say.
 *
 * @example
 * const { slots, refused } = findSlots({
 *   at: "2026-03-02T08:00:00+01:00",
 *   schedule: {
 *     zone: "Europe/Paris",
 *     clinicAddress: "1 rue Exemple, 75000 Paris",
 *     services: [{ id: "check-up", specialty: "dentistry", durationMinutes: 30 }],
 *     practitioners: [
 *       {
 *         id: "practitioner-1",
 *         fullName: "Dr Ada Exemple",
 *         specialties: ["dentistry"],
 *         workingHours: [{ weekdays: ["monday"], from: "09:00", to: "10:00" }],
 *         appointments: [{ id: "a-1", startsAt: "2026-03-02T09:00:00+01:00", durationMinutes: 30 }],
 *       },
 *     ],
 *   },
 *   wish: { service: "check-up", practitioner: "any", from: "2026-03-02", to: "2026-03-08" },
 * });
 * slots[0]?.id; // "practitioner-1@2026-03-02T08:30:00Z"
 * refused[0]?.reasons; // ["slot-not-free"]
 */
export function findSlots(input: FindSlotsInput): SlotsFound {
  const read = readInput("findSlots", shape, input);
  const { schedule, wish } = read;
  refuseInput([...checkSchedule("findSlots", schedule), ...checkWish("findSlots", wish, schedule)]);
  return lookForSlots(searchFor(read));
}
