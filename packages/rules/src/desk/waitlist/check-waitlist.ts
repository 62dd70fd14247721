import type { Value } from "../../engine/evaluate.js";
import type { WaitlistOffer } from "../../policies/waitlist-offer/policy.js";
import { inputProblem, type InputPath, type InputProblem } from "../read-input.js";
import { repeatedIds } from "../repeated-ids.js";
import { areInOrder } from "./compare-ids.js";
import { standingProblems } from "./entry-standing.js";
import type { EntryState } from "./entry-states.js";
import type { ListedEntries, ListedWaitlist } from "./read-lists.js";
import type { WaitlistEntry } from "./waitlist-input.js";

/** What is wrong with a waitlist whose every value is well-formed, at the moment of the offer in milliseconds. */
export function waitlistProblems(
  task: string,
  { entries, slots }: ListedWaitlist,
  at: number,
): readonly InputProblem[] {
  const ofEntries: InputProblem[] = [];
  for (let entry = 0; entry < entries.ids.length; entry += 1)
    reportEntry(task, entries, entry, at, ofEntries);
  return [
    ...idProblems(task, ["entries"], entries.ids),
    ...ofEntries,
    ...heldTwice(task, entries),
    ...idProblems(task, ["slots"], slots.ids),
  ];
}

function idProblems(task: string, path: InputPath, ids: readonly string[]): readonly InputProblem[] {
  if (areInOrder(ids) || new Set(ids).size === ids.length) return [];
  const items = ids.map((id) => ({ id }));
  return repeatedIds(task, path, items);
}

type EntryFact = keyof WaitlistOffer["facts"]["entry"];

function reportEntry(
  task: string,
  entries: ListedEntries,
  entry: number,
  at: number,
  problems: InputProblem[],
): void {
  const fact = (name: EntryFact): Value => entries.columns.get(`entry.${name}`)?.valueOf(entry) ?? "";
  const report = (name: keyof WaitlistEntry, code: string, what: string, todo: string): void => {
    problems.push(inputProblem(task, ["entries", entry, name], code, what, todo));
  };
  const standing = { state: fact("state") as EntryState, slot: entries.slots.get(entry) };
  problems.push(...standingProblems(task, ["entries", entry], standing));
  if ((entries.madeAt[entry] ?? 0) > at) {
    report("madeAt", "made-after-offer", "it is after the moment of the offer", "supply a moment up to `at`");
  }
  if (fact("to") < fact("from")) {
    report("to", "period-reversed", "the last day lies before the first", "supply a day from `from` on");
  }
  if ((fact("weekdays") as readonly string[]).length === 0) {
    report("weekdays", "weekdays-missing", "no weekday suits", "name at least one");
  }
  if (fact("latestTime") <= fact("earliestTime")) {
    const todo = "supply a time after `earliestTime`";
    report("latestTime", "hours-reversed", "the hours end before they begin, or as they begin", todo);
  }
}

function heldTwice(task: string, { columns, slots }: ListedEntries): readonly InputProblem[] {
  const states = columns.get("entry.state");
  const held = [...slots].filter(([entry]) => states?.valueOf(entry) === "proposed");
  const what = "the slot stands proposed to another entry too";
  const seen = new Set<string>();
  return held.flatMap(([entry, slot]) => {
    if (!seen.has(slot)) {
      seen.add(slot);
      return [];
    }
    return [inputProblem(task, ["entries", entry, "slot"], "slot-proposed-twice", what, "name it once")];
  });
}
