import { stretchesIn, type DayStretches } from "../../calendar/day-stretches.js";
import { millisFromInstant } from "../../calendar/zones.js";
import { inputProblem, type InputPath, type InputProblem } from "../read-input.js";
import { repeatedIds } from "../repeated-ids.js";
import { absenceInterval } from "./busy-times.js";
import { hoursInNumbers } from "./hours-in-numbers.js";
import type { Practitioner, Schedule, WorkingHours } from "./schedule.js";

type Report = (path: InputPath, code: string, what: string, todo: string) => void;

/** Everything that contradicts itself in a schedule of good shape. Of two that clash, the later one is named. */
export function checkSchedule(task: string, schedule: Schedule): readonly InputProblem[] {
  const problems: InputProblem[] = [];
  const report: Report = (path, code, what, todo) => {
    problems.push(inputProblem(task, ["schedule", ...path], code, what, todo));
  };
  const checkIds = (path: InputPath, items: readonly { readonly id: string }[]): void => {
    problems.push(...repeatedIds(task, ["schedule", ...path], items));
  };
  const stretchesOf = stretchesIn(schedule.zone);
  checkIds(["services"], schedule.services);
  checkIds(["practitioners"], schedule.practitioners);
  schedule.practitioners.forEach((practitioner, index) => {
    const path = ["practitioners", index];
    if (practitioner.id === "any") {
      report([...path, "id"], "id-reserved", "any stands for whoever is free", "choose another id");
    }
    checkIds([...path, "appointments"], practitioner.appointments ?? []);
    checkHours(practitioner.workingHours, [...path, "workingHours"], report);
    checkAbsences(practitioner, stretchesOf, [...path, "absences"], report);
    checkAppointments(practitioner, [...path, "appointments"], report);
  });
  return problems;
}

function checkHours(hours: readonly WorkingHours[], path: InputPath, report: Report): void {
  hours.forEach((one, index) => {
    const at = [...path, index];
    const range = hoursInNumbers(one);
    if (one.weekdays.length === 0) {
      report([...at, "weekdays"], "list-empty", "no weekday is named", "name at least one");
    }
    if (range.from >= range.to) {
      const todo = "supply a later time; hours over midnight are two, until 24:00 and from 00:00";
      report([...at, "to"], "from-not-before-to", "it is not after from", todo);
    }
    if (range.since > range.until) {
      const todo = "supply a day no earlier than since";
      report([...at, "until"], "from-after-to", "it lies before since", todo);
    }
    const clash = hours.slice(0, index).some((other) => hoursMeet(other, one));
    if (clash) {
      const what = "they overlap hours above on the same weekday";
      report(at, "hours-overlap", what, "join them, or end one before the other starts");
    }
  });
}

function hoursMeet(left: WorkingHours, right: WorkingHours): boolean {
  const [one, other] = [hoursInNumbers(left), hoursInNumbers(right)];
  return (
    left.weekdays.some((weekday) => right.weekdays.includes(weekday)) &&
    one.from < other.to &&
    other.from < one.to &&
    one.since <= other.until &&
    other.since <= one.until
  );
}

function checkAbsences(
  practitioner: Practitioner,
  stretchesOf: DayStretches,
  path: InputPath,
  report: Report,
): void {
  practitioner.absences?.forEach((absence, index) => {
    const { from, to } = absenceInterval(absence, stretchesOf);
    if (from >= to) {
      const todo = "supply a later moment, or a day no earlier than from";
      report([...path, index, "to"], "from-after-to", "the absence ends before it starts", todo);
    }
  });
}

function checkAppointments(practitioner: Practitioner, path: InputPath, report: Report): void {
  const inOrder = (practitioner.appointments ?? [])
    .map(({ startsAt, durationMinutes }, index) => {
      const from = millisFromInstant(startsAt) ?? 0;
      return { index, from, to: from + durationMinutes * 60_000 };
    })
    .sort((left, right) => left.from - right.from || left.index - right.index);
  let busyUntil = -Infinity;
  for (const { index, from, to } of inOrder) {
    if (from < busyUntil) {
      const what = "it starts before an earlier appointment of the practitioner ends";
      report([...path, index], "appointments-overlap", what, "move or cancel one of them");
    }
    busyUntil = Math.max(busyUntil, to);
  }
}
