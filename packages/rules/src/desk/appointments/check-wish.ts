import { dayFromIso } from "../../calendar/civil-day.js";
import { inputProblem, type InputProblem } from "../read-input.js";
import type { Schedule } from "./schedule.js";
import type { Wish } from "./wish.js";

/** Everything that is wrong with a wish of good shape, and a schedule it cannot be looked up in. */
export function checkWish(task: string, wish: Wish, schedule: Schedule): readonly InputProblem[] {
  const problems: InputProblem[] = [];
  const report = (name: keyof Wish, code: string, what: string, todo: string): void => {
    problems.push(inputProblem(task, ["wish", name], code, what, todo));
  };
  const service = schedule.services.find(({ id }) => id === wish.service);
  if (!service) {
    report("service", "service-unknown", "no such service in the schedule", "name one of its services");
  }
  if (wish.practitioner !== "any") {
    const practitioner = schedule.practitioners.find(({ id }) => id === wish.practitioner);
    if (!practitioner) {
      const todo = "name one of its practitioners, or any";
      report("practitioner", "practitioner-unknown", "no such practitioner in the schedule", todo);
    } else if (service && !practitioner.specialties.includes(service.specialty)) {
      const what = "the practitioner is not of the specialty of the service";
      report("practitioner", "service-not-given", what, "name another practitioner, or any");
    }
  }
  const days = (dayFromIso(wish.to) ?? 0) - (dayFromIso(wish.from) ?? 0);
  if (days < 0) report("to", "from-after-to", "it lies before from", "supply a day no earlier than from");
  if (days > longestWish) {
    report("to", "period-too-long", "it lies more than a year after from", "ask for a year at a time");
  }
  if (
    wish.earliestTime !== undefined &&
    wish.latestTime !== undefined &&
    wish.earliestTime >= wish.latestTime
  ) {
    report("latestTime", "no-time-between", "it is not after earliestTime", "supply a later time");
  }
  for (const name of ["weekdays", "days"] as const) {
    if (wish[name]?.length === 0) {
      report(name, "list-empty", "nothing suits", "name at least one, or leave it out for any");
    }
  }
  return problems;
}

/** Days from the first to the last. */
const longestWish = 366;
