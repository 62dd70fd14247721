import { millisFromInstant } from "../../calendar/zones.js";
import { inputProblem, type InputPath, type InputProblem } from "../read-input.js";
import { standingProblems } from "./entry-standing.js";
import type { MatchWaitlistInput, WaitlistEntry } from "./waitlist-input.js";

/** What is wrong with a waitlist whose every value is well-formed. */
export function waitlistProblems(task: string, input: MatchWaitlistInput): readonly InputProblem[] {
  const { entries, slots } = input;
  const at = millisFromInstant(input.at) ?? 0;
  const repeated = (list: "entries" | "slots", index: number) =>
    inputProblem(task, [list, index, "id"], "id-repeated", "another one has this id", "give each its own");
  const held = entries.map(({ state, slot }) => (state === "proposed" ? slot : undefined));
  const heldTwice = (index: number) => {
    const what = "the slot stands proposed to another entry too";
    return inputProblem(task, ["entries", index, "slot"], "slot-proposed-twice", what, "name it once");
  };
  return [
    ...repeats(entries.map(({ id }) => id)).map((index) => repeated("entries", index)),
    ...entries.flatMap((entry, index) => entryProblems(task, ["entries", index], entry, at)),
    ...repeats(held).map(heldTwice),
    ...repeats(slots.map(({ id }) => id)).map((index) => repeated("slots", index)),
  ];
}

function entryProblems(
  task: string,
  path: InputPath,
  entry: WaitlistEntry,
  at: number,
): readonly InputProblem[] {
  const problems: InputProblem[] = [...standingProblems(task, path, entry)];
  const report = (name: keyof WaitlistEntry, code: string, what: string, todo: string): void => {
    problems.push(inputProblem(task, [...path, name], code, what, todo));
  };
  if ((millisFromInstant(entry.madeAt) ?? 0) > at) {
    report("madeAt", "made-after-offer", "it is after the moment of the offer", "supply a moment up to `at`");
  }
  if (entry.to < entry.from) {
    report("to", "period-reversed", "the last day lies before the first", "supply a day from `from` on");
  }
  if (entry.weekdays.length === 0) {
    report("weekdays", "weekdays-missing", "no weekday suits", "name at least one");
  }
  if (entry.latestTime <= entry.earliestTime) {
    const todo = "supply a time after `earliestTime`";
    report("latestTime", "hours-reversed", "the hours end before they begin, or as they begin", todo);
  }
  return problems;
}

/** The places of what stood before already. */
function repeats(items: readonly (string | undefined)[]): readonly number[] {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    if (item === undefined) return [];
    if (seen.has(item)) return [index];
    seen.add(item);
    return [];
  });
}
