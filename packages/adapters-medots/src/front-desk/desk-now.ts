import { clockAt, dayFromIso, isoFromDay, millisFromInstant, type IsoInstant } from "@guichet/rules/calendar";
import type { Schedule } from "@guichet/rules/desk";
import { activeReservations, databaseTime } from "@guichet/sync";
import type { HeldTime } from "../to-facts/schedule-of.js";
import type { FrontDesk } from "./front-desk.js";
import { readSchedule, type DaySpan } from "./read-schedule.js";

/** What the desk looks at: the moment by the clock of the database, and the schedule as it is then. */
export interface DeskNow {
  readonly at: IsoInstant;
  readonly schedule: Schedule;
}

/**
 * Reads the schedule of the days that are wished for, and of today and tomorrow, with what is held with us. What was
 * `lost` to somebody else is taken, whatever MEDOTS shows.
 *
 * Errors: `ReadFailure`; those of the store.
 */
export async function deskNow(
  desk: FrontDesk,
  wished: DaySpan,
  signal: AbortSignal,
  lost: readonly HeldTime[] = [],
): Promise<DeskNow> {
  const { clinic, store } = desk;
  const { at, held, span } = await store.transaction(async (transaction) => {
    const now = await databaseTime(transaction);
    const days = withToday(wished, clockAt(millisFromInstant(now) ?? 0, clinic.zone).day);
    // A day of margin on both sides: no zone is further from UTC.
    const between = { startsAt: midnight(days.from, -1), endsAt: midnight(days.to, 2) };
    return { at: now, span: days, held: await activeReservations(transaction, between) };
  });
  return { at, schedule: await readSchedule(desk, span, [...held, ...lost], signal) };
}

function withToday({ from, to }: DaySpan, today: string): DaySpan {
  const tomorrow = isoFromDay((dayFromIso(today) ?? 0) + 1);
  return { from: from < today ? from : today, to: to > tomorrow ? to : tomorrow };
}

function midnight(day: string, daysLater: number): string {
  return `${isoFromDay((dayFromIso(day) ?? 0) + daysLater)}T00:00:00Z`;
}
