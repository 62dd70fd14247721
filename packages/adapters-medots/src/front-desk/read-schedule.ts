import { dayFromIso, isoFromDay } from "@guichet/rules/calendar";
import type { Schedule } from "@guichet/rules/desk";
import { readAnswer } from "../client/read-answer.js";
import { readUsers } from "../lookups/read-users.js";
import { scheduleOf, type HeldTime } from "../to-facts/schedule-of.js";
import { wireSchedule, type WireSchedule, type WireScheduleQuery } from "../wire/schedule.js";
import type { FrontDesk } from "./front-desk.js";

/** Days of the clinic, both inclusive. */
export interface DaySpan {
  readonly from: string;
  readonly to: string;
}

/** How many days are asked for at once: nobody knows how many MEDOTS answers. */
const daysAtOnce = 31;

/**
 * The schedule of some days: who works when by MEDOTS, without what is booked there and what is held with us. Days that
 * MEDOTS leaves out have no free time.
 *
 * Errors: `ReadFailure`.
 */
export async function readSchedule(
  { clinic, client }: FrontDesk,
  span: DaySpan,
  held: readonly HeldTime[],
  signal: AbortSignal,
): Promise<Schedule> {
  const { clinicId } = clinic;
  const users = await readUsers(client, clinicId, signal);
  const userIds = users.map(({ id }) => id);
  const grid: Record<string, WireSchedule["grid"][string]> = {};
  for (const { from, to } of userIds.length === 0 ? [] : spansOf(span)) {
    const body: WireScheduleQuery = { startDate: from, endDate: to, clinicId, userIds };
    const call = { method: "POST", path: ["schedule"], body } as const;
    Object.assign(grid, (await readAnswer(client, call, wireSchedule, signal)).grid);
  }
  return scheduleOf({ clinic, users, grid, held });
}

function spansOf({ from, to }: DaySpan): readonly DaySpan[] {
  const [first, last] = [dayFromIso(from) ?? 0, dayFromIso(to) ?? -1];
  return Array.from({ length: Math.ceil((last - first + 1) / daysAtOnce) }, (_, index) => ({
    from: isoFromDay(first + index * daysAtOnce),
    to: isoFromDay(Math.min(last, first + (index + 1) * daysAtOnce - 1)),
  }));
}
