import { slotReasons, type SlotReason } from "./slot.js";

/** Reasons against a slot as one number: a bit each, in declared order. Zero: it is to be had. */
export type ReasonSet = number;

const bitOf = Object.fromEntries(slotReasons.map((reason, place) => [reason, 1 << place])) as Readonly<
  Record<SlotReason, ReasonSet>
>;

/** The set of one reason where it holds, else the empty one. */
export function reasonWhere(holds: boolean, reason: SlotReason): ReasonSet {
  return holds ? bitOf[reason] : 0;
}

const listed = new Map<ReasonSet, readonly SlotReason[]>();

/** The reasons in declared order. Slots with the same ones share a list, which nobody can change. */
export function reasonsIn(set: ReasonSet): readonly SlotReason[] {
  let reasons = listed.get(set);
  if (!reasons) {
    reasons = Object.freeze(slotReasons.filter((reason) => (set & bitOf[reason]) !== 0));
    listed.set(set, reasons);
  }
  return reasons;
}
