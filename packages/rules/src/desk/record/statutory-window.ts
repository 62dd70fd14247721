import type { IsoDay } from "../../calendar/civil-day.js";
import type { Decision } from "../../engine/decision.js";
import type { RecordHandover } from "../../policies/record-handover/policy.js";
import { answersOf, possibleRange, type PossibleRange } from "../possible-answers.js";
import { openDays } from "./open-days.js";
import type { ClinicCalendar } from "./read-assembly.js";

/** The statutory window in the clinic's calendar. */
export interface WorkingDays {
  /** The last day of the window on which the clinic works; `none` when it works on no day of it. */
  readonly lastOn: IsoDay | "none";
  /** The days on which the clinic works, from today to the last day of the window, both included. */
  readonly left: number;
}

interface Window {
  /** The last day for the old part of a record; `none` where it has no term of its own, `null` while unknown. */
  readonly oldPartLatestOn: IsoDay | "none" | null;
  /** Whether the planned or actual delivery lies after the window; `null` while unknown. */
  readonly missed: boolean | null;
  /** Counted when the clinic's calendar and the day of the request are known. */
  readonly workingDays?: WorkingDays;
}

/** Both days of the window are known. */
export interface SettledWindow extends Window {
  readonly status: "settled";
  readonly earliestOn: IsoDay;
  readonly latestOn: IsoDay;
  /** Whether today lies after the window. */
  readonly over: boolean;
}

/** The window still depends on facts nobody supplied. Working days count to the earliest possible end. */
export interface OpenWindow extends Window {
  readonly status: "open";
  /** `null` while the day of the request is unknown. */
  readonly earliestOn: IsoDay | null;
  readonly latestOn: PossibleRange<IsoDay>;
}

export type StatutoryWindow = SettledWindow | OpenWindow;

/** The days between which a record must leave, as a decision gives them, seen from today. */
export function statutoryWindow(
  decision: Decision<RecordHandover>,
  on: IsoDay,
  calendar: ClinicCalendar | undefined,
): StatutoryWindow {
  const { outcome, open } = answersOf(decision);
  const { earliestHandoverOn: earliestOn = null, latestHandoverOn: settledOn } = outcome;
  const latestOn = possibleRange(settledOn, open.latestHandoverOn);
  const counted = calendar && earliestOn && latestOn.from;
  const rest = {
    oldPartLatestOn: outcome.oldPartLatestHandoverOn ?? null,
    missed: outcome.deadlineMissed ?? null,
    ...(counted && { workingDays: workingDays(calendar, on, earliestOn, counted) }),
  };
  return earliestOn && settledOn
    ? { status: "settled", earliestOn, latestOn: settledOn, over: on > settledOn, ...rest }
    : { status: "open", earliestOn, latestOn, ...rest };
}

function workingDays(
  calendar: ClinicCalendar,
  on: IsoDay,
  earliestOn: IsoDay,
  latestOn: IsoDay,
): WorkingDays {
  return {
    lastOn: openDays(calendar, earliestOn, latestOn).at(-1) ?? "none",
    left: openDays(calendar, on, latestOn).length,
  };
}
