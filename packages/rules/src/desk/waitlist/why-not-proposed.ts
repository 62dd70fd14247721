import * as z from "zod";
import { decideCaptured } from "../../engine/decide.js";
import type { Decision } from "../../engine/decision.js";
import { declaredFacts } from "../../language/declared-facts.js";
import type { Policy } from "../../language/policy.js";
import type { WaitlistOffer } from "../../policies/waitlist-offer/policy.js";
import { textField } from "../input-fields.js";
import { inputProblem, refuseInput } from "../read-input.js";
import { assignSlots } from "./assign-slots.js";
import { factsOfOffer, objectionsTo, type Objection } from "./objections-to.js";
import { readWaitlist, waitlistFields } from "./read-waitlist.js";
import type { MatchWaitlistInput } from "./waitlist-input.js";
import { policyIn, type WaitlistOptions } from "./waitlist-policy.js";

/** One offer of a waitlist. */
export interface WhyNotProposedInput extends MatchWaitlistInput {
  /** The id of the entry. */
  readonly entry: string;
  /** The id of the slot. */
  readonly slot: string;
}

/**
 * Why a slot is not proposed to an entry: what speaks against the offer itself, or, for a slot that suits, that an
 * entry before it has the slot, or that it has an earlier one.
 */
export type OfferReason<P extends Policy = WaitlistOffer> =
  Objection<P> | "slot-proposed-to-another" | "earlier-slot-proposed";

/** What became of one offer, with the decision of the policy. */
export type WhyNotProposed<P extends Policy = WaitlistOffer> =
  | { readonly status: "proposed"; readonly decision: Decision<P> }
  | {
      readonly status: "not-proposed";
      /** Every reason, the policy's in its order. */
      readonly reasons: readonly [OfferReason<P>, ...OfferReason<P>[]];
      readonly decision: Decision<P>;
    };

const task = "whyNotProposed";
const shape: z.ZodType<WhyNotProposedInput> = z.strictObject({
  ...waitlistFields,
  entry: textField,
  slot: textField,
});

/**
 * Says whether `matchWaitlist` proposes a slot to an entry, and every reason why not. It matches the whole list:
 * for one question at a time.
 *
 * Errors: `input-refused`, as `matchWaitlist`; an id that is not on its list.
 *
 * @example
 * const answer = whyNotProposed({ ...waitlist, entry: "entry-1", slot: "slot-2" });
 * if (answer.status === "not-proposed") answer.reasons; // ["other-weekday", "outside-hours"]
 */
export function whyNotProposed<P extends Policy = WaitlistOffer>(
  input: WhyNotProposedInput,
  options: WaitlistOptions<P> = {},
): WhyNotProposed<P> {
  const { waitlist, read } = readWaitlist(task, shape, input, policyIn(options));
  const entry = waitlist.entries.ids.indexOf(read.entry);
  const slot = waitlist.slots.ids.indexOf(read.slot);
  refuseUnknown(entry, slot);
  const factOf = factsOfOffer(waitlist, entry, slot);
  const facts = new Map([...declaredFacts(waitlist.policy.facts).keys()].map((path) => [path, factOf(path)]));
  const decision = decideCaptured(waitlist.policy, facts);
  const { slotOf, wasTaken } = assignSlots(waitlist);
  if (slotOf(entry) === slot) return { status: "proposed", decision };
  const [first, ...others] = objectionsTo(waitlist, entry, slot);
  if (first !== undefined) return { status: "not-proposed", reasons: [first, ...others], decision };
  const reason = wasTaken(slot, entry) ? "slot-proposed-to-another" : "earlier-slot-proposed";
  return { status: "not-proposed", reasons: [reason], decision };
}

function refuseUnknown(entry: number, slot: number): void {
  const unknown = (name: "entry" | "slot", list: string) =>
    inputProblem(task, [name], `${name}-unknown`, "none has this id", `supply the id of one of \`${list}\``);
  refuseInput([
    ...(entry === -1 ? [unknown("entry", "entries")] : []),
    ...(slot === -1 ? [unknown("slot", "slots")] : []),
  ]);
}
