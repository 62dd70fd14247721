import { millisFromInstant } from "../../calendar/zones.js";
import { inputProblem, refuseInput } from "../read-input.js";
import type { BookAppointmentInput } from "./booking-input.js";
import type { BookingChange } from "./booking-plan.js";
import type { SlotsFound } from "./look-for-slots.js";
import { plainSlot, type Slot } from "./slot.js";

/** The slot that was chosen or offered: to be had, or why not. */
export type AskedSlot = { readonly slot: Slot } | { readonly changed: readonly BookingChange[] };

/**
 * Looks up the slot that was chosen or offered, or `undefined` where none was. An offer is held against the world as
 * it is now. A choice is made now: it names a slot that is looked at, and one that has not started.
 *
 * Errors: `input-refused` (`slot-unknown`, `slot-in-the-past`) for a choice.
 */
export function askedSlot(
  task: string,
  { at, chosen, offered }: BookAppointmentInput,
  found: SlotsFound,
): AskedSlot | undefined {
  const id = chosen ?? offered?.slot.id;
  if (id === undefined) return undefined;
  const free = found.slots.find((slot) => slot.id === id);
  const refused = found.refused.find(({ slot }) => slot.id === id);
  const slot = free ? plainSlot(free) : refused?.slot;
  if (chosen !== undefined) {
    const report = (code: string, what: string, todo: string): void =>
      refuseInput([inputProblem(task, ["chosen"], code, what, todo)]);
    if (!slot)
      report("slot-unknown", "no such slot among those looked at", "name a slot that findSlots gives");
    else if ((millisFromInstant(slot.startsAt) ?? 0) <= (millisFromInstant(at) ?? 0)) {
      report("slot-in-the-past", "the slot has started", "name a later one");
    }
  }
  if (!slot || (offered && !sameSlot(slot, offered.slot))) return { changed: ["slot-not-in-schedule"] };
  return refused ? { changed: refused.reasons } : { slot };
}

function sameSlot(left: Slot, right: Slot): boolean {
  return (Object.keys(left) as (keyof Slot)[]).every((name) => left[name] === right[name]);
}
