import * as z from "zod";
import { GuichetError } from "../../language/problem.js";
import { choiceField, textField } from "../input-fields.js";
import { inputProblem, readInput, refuseInput, type InputProblem } from "../read-input.js";
import {
  entryActors,
  entryEvents,
  possibleTransitions,
  slotEvents,
  type EntryActor,
  type EntryEvent,
  type EntryTransition,
  type SlotEvent,
} from "./entry-states.js";
import { hasSlot, standingField, standingProblems } from "./entry-standing.js";
import type { EntryStanding } from "./waitlist-input.js";

/** What happened to an entry, and who records it. */
export type MoveEntryInput<Entry extends EntryStanding = EntryStanding> = {
  /** The entry, with whatever else it says: that is kept as it is. */
  readonly entry: Entry;
  readonly by: EntryActor;
} & (
  | {
      readonly event: SlotEvent;
      /** The slot it is about. An answer on the phone is an answer to one slot, and to no other. */
      readonly slot: string;
    }
  | { readonly event: Exclude<EntryEvent, SlotEvent>; readonly slot?: never }
);

/** An entry after a step. */
export type MovedEntry<Entry extends EntryStanding> = Omit<Entry, keyof EntryStanding> & EntryStanding;

const task = "moveEntry";
const shape = z.strictObject({
  entry: standingField,
  by: choiceField(entryActors),
  event: choiceField(entryEvents),
  slot: textField.optional(),
});

type Move = z.infer<typeof shape>;

/**
 * The entry after something happened to it: a new one, the given one stays as it is. `refuse-slot` adds the slot
 * to those the person turned down.
 *
 * Errors: `input-refused`; `move-refused` when it cannot happen now: `event-impossible`, `actor-not-permitted`
 * (both say what is possible), `slot-differs` (an answer to another slot than the one proposed),
 * `slot-refused-before` (the person turned it down already).
 *
 * @example
 * const proposed = moveEntry({ entry, event: "propose", by: "system", slot: "slot-1" });
 * const booked = moveEntry({ entry: proposed, event: "agree", by: "contact-centre", slot: "slot-1" });
 * booked.state; // "booked"
 */
export function moveEntry<Entry extends EntryStanding>(input: MoveEntryInput<Entry>): MovedEntry<Entry> {
  const move = readInput(task, shape, input);
  refuseInput(inputProblems(move));
  const transition = transitionFor(move);
  refuseMove(slotProblems(move));
  const { slot, refusedSlots = [], ...others } = move.entry;
  const held = move.event === "propose" ? move.slot : slot;
  const refused = move.event === "refuse-slot" && held !== undefined ? [...refusedSlots, held] : refusedSlots;
  const standing: EntryStanding = {
    ...others,
    state: transition.to,
    ...(hasSlot(transition.to) && held !== undefined ? { slot: held } : {}),
    ...(refused.length > 0 ? { refusedSlots: refused } : {}),
  };
  // Reading gave back whatever else the entry says.
  return standing as MovedEntry<Entry>;
}

function inputProblems({ entry, event, slot }: Move): readonly InputProblem[] {
  const problems = standingProblems(task, ["entry"], entry);
  if (isAboutSlot(event) === (slot !== undefined)) return problems;
  const wrong = isAboutSlot(event)
    ? inputProblem(task, ["slot"], "slot-missing", "the event is about a slot, and none is named", "name it")
    : inputProblem(task, ["slot"], "slot-unexpected", "the event is not about a slot", "leave it out");
  return [...problems, wrong];
}

function isAboutSlot(event: EntryEvent): boolean {
  const about: readonly EntryEvent[] = slotEvents;
  return about.includes(event);
}

/** The step the move is. */
function transitionFor({ entry, event, by }: Move): EntryTransition {
  const possible = possibleTransitions(entry.state);
  const transition = possible.find((one) => one.event === event);
  if (!transition) {
    const todo =
      possible.length === 0
        ? "it has left the list: make a new entry"
        : `record one of ${listed(possible.map((one) => one.event))}`;
    throw refusal([
      inputProblem(task, ["event"], "event-impossible", "it cannot happen to the entry now", todo),
    ]);
  }
  if (!transition.by.includes(by)) {
    const todo = `let it be recorded by ${listed(transition.by)}`;
    throw refusal([
      inputProblem(task, ["by"], "actor-not-permitted", `"${by}" may not record "${event}"`, todo),
    ]);
  }
  return transition;
}

function slotProblems({ entry, event, slot }: Move): readonly InputProblem[] {
  if (slot === undefined) return [];
  const problem = (code: string, what: string, todo: string) => [
    inputProblem(task, ["slot"], code, what, todo),
  ];
  if (event !== "propose") {
    const what = "another slot is proposed to the entry";
    return slot === entry.slot
      ? []
      : problem("slot-differs", what, "read the entry again, and ask about that slot");
  }
  return entry.refusedSlots?.includes(slot)
    ? problem("slot-refused-before", "the person turned this slot down", "propose another one")
    : [];
}

function refuseMove(problems: readonly InputProblem[]): void {
  if (problems.length > 0) throw refusal(problems);
}

function refusal(problems: readonly InputProblem[]): GuichetError<"move-refused", InputProblem> {
  return new GuichetError("move-refused", problems);
}

function listed(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(", ");
}
