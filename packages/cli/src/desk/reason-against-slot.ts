import { waitlistOffer } from "@guichet/rules/policies/waitlist-offer";
import { wordIn, type DeskWords } from "./desk-words.js";

/** A reason against a slot: in the words of the desk where it is the desk's own, of the policy where it has one. */
export function reasonAgainstSlot(
  { localeOf }: DeskWords,
  ofDesk: Readonly<Record<string, string>>,
  reason: string,
): string {
  return ofDesk[reason] ?? wordIn(localeOf(waitlistOffer), "decision.refusals", reason);
}
