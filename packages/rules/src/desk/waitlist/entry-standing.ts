import * as z from "zod";
import { choiceField, textField } from "../input-fields.js";
import { inputProblem, type InputPath, type InputProblem } from "../read-input.js";
import { entryStates, type EntryState } from "./entry-states.js";
import type { EntryStanding } from "./waitlist-input.js";

/** Whether an entry in this state has a slot: the one proposed to the person, or booked. */
export function hasSlot(state: EntryState): boolean {
  return state === "proposed" || state === "booked";
}

/** An entry as far as its state goes; what else it says is kept as it is. */
export const standingField: z.ZodType<EntryStanding> = z.looseObject({
  state: choiceField(entryStates),
  slot: textField.optional(),
  refusedSlots: z.array(textField).optional(),
});

/** What is wrong with the standing of an entry. */
export function standingProblems(
  task: string,
  path: InputPath,
  { state, slot }: EntryStanding,
): readonly InputProblem[] {
  if (hasSlot(state) === (slot !== undefined)) return [];
  const [code, what, todo] = hasSlot(state)
    ? (["slot-missing", "an entry in this state has a slot, and none is named", "name it"] as const)
    : (["slot-unexpected", "an entry in this state has no slot", "leave it out"] as const);
  return [inputProblem(task, [...path, "slot"], code, what, todo)];
}
