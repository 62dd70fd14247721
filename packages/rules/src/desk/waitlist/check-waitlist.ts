import type { WaitlistOffer } from "../../policies/waitlist-offer/policy.js";
import { inputProblem, type InputPath, type InputProblem } from "../read-input.js";
import { repeatedIds } from "../repeated-ids.js";
import { standingProblems } from "./entry-standing.js";
import type { EntryState } from "./entry-states.js";
import type { FactColumn } from "./fact-column.js";
import type { ListedEntries, ListedItems, ListedWaitlist } from "./read-lists.js";
import type { WaitlistEntry } from "./waitlist-input.js";

/** What is wrong with a waitlist whose every value is well-formed, at the moment of the offer in milliseconds. */
export function waitlistProblems(
  task: string,
  { entries, slots }: ListedWaitlist,
  at: number,
): readonly InputProblem[] {
  return [
    ...idProblems(task, ["entries"], entries),
    ...entryProblems(task, entries, at),
    ...heldTwice(task, entries),
    ...idProblems(task, ["slots"], slots),
  ];
}

function idProblems(task: string, path: InputPath, { ids, idsAscend }: ListedItems): readonly InputProblem[] {
  if (idsAscend || new Set(ids).size === ids.length) return [];
  const items = ids.map((id) => ({ id }));
  return repeatedIds(task, path, items);
}

type EntryFact = keyof WaitlistOffer["facts"]["entry"];

function entryProblems(task: string, entries: ListedEntries, at: number): readonly InputProblem[] {
  const problems: InputProblem[] = [];
  const column = (name: EntryFact): FactColumn => entries.columns.get(`entry.${name}`) as FactColumn;
  const [states, from, to] = [column("state"), column("from"), column("to")];
  const [weekdays, earliest, latest] = [column("weekdays"), column("earliestTime"), column("latestTime")];
  for (let entry = 0; entry < entries.ids.length; entry += 1) {
    const report = (name: keyof WaitlistEntry, code: string, what: string, todo: string): void => {
      problems.push(inputProblem(task, ["entries", entry, name], code, what, todo));
    };
    const standing = { state: states.valueOf(entry) as EntryState, slot: entries.slots.get(entry) };
    problems.push(...standingProblems(task, ["entries", entry], standing));
    if ((entries.madeAt[entry] ?? 0) > at) {
      const todo = "supply a moment up to `at`";
      report("madeAt", "made-after-offer", "it is after the moment of the offer", todo);
    }
    if (to.valueOf(entry) < from.valueOf(entry)) {
      report("to", "period-reversed", "the last day lies before the first", "supply a day from `from` on");
    }
    if ((weekdays.valueOf(entry) as readonly string[]).length === 0) {
      report("weekdays", "weekdays-missing", "no weekday suits", "name at least one");
    }
    if (latest.valueOf(entry) <= earliest.valueOf(entry)) {
      const todo = "supply a time after `earliestTime`";
      report("latestTime", "hours-reversed", "the hours end before they begin, or as they begin", todo);
    }
  }
  return problems;
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
