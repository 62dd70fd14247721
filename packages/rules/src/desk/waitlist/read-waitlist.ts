import * as z from "zod";
import { clockAt, millisFromInstant } from "../../calendar/zones.js";
import type { Value } from "../../engine/evaluate.js";
import type { Policy } from "../../language/policy.js";
import { waitlistOffer, type WaitlistOffer } from "../../policies/waitlist-offer/policy.js";
import { instantField, textField, wholeField, zoneField } from "../input-fields.js";
import { readInput, refuseInput } from "../read-input.js";
import { waitlistProblems } from "./check-waitlist.js";
import { compareIds } from "./compare-ids.js";
import { factFields } from "./fact-fields.js";
import { isPlain, readLists, type ListedEntries, type ListedWaitlist } from "./read-lists.js";
import type { MatchWaitlistInput, WaitlistEntry, WaitlistSlot } from "./waitlist-input.js";
import { numbersOf } from "./plan/ranking.js";
import { policyProblems } from "./waitlist-policy.js";

/** A waitlist that was checked: a copy, which later changes of the input do not reach. */
export interface Waitlist<P extends Policy> extends ListedWaitlist {
  readonly policy: P;
  /** What the policy reads of the moment, by path. */
  readonly offer: ReadonlyMap<string, Value>;
  /** The entries by priority, higher first; then by the moment they were made; then by their ids. */
  readonly turns: Uint32Array;
}

const entryFields: z.ZodType<WaitlistEntry> = z.strictObject({
  id: textField,
  priority: wholeField(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, "a whole number"),
  madeAt: instantField,
  slot: textField.optional(),
  refusedSlots: z.array(textField).optional(),
  ...factFields(waitlistOffer, "entry"),
});

const slotFields: z.ZodType<WaitlistSlot> = z.strictObject({
  id: textField,
  ...factFields(waitlistOffer, "slot"),
});

/** The fields of a waitlist, for the shapes of the tasks that read one. */
export const waitlistFields = {
  at: instantField,
  zone: zoneField,
  entries: z.array(entryFields),
  slots: z.array(slotFields),
};

/**
 * Reads a waitlist, and puts its entries in order.
 *
 * Errors: `input-refused`, with everything that is wrong.
 */
export function readWaitlist<P extends Policy, Input extends MatchWaitlistInput>(
  task: string,
  shape: z.ZodType<Input>,
  input: unknown,
  policy: P,
): { readonly waitlist: Waitlist<P>; readonly read: Input } {
  refuseInput(policyProblems(task, policy));
  // Most lists are as they should be: the schema then has only the rest of the input to read.
  const plain = isPlain(input) ? readLists(input) : undefined;
  const read = readInput(task, shape, plain ? { ...(input as object), entries: [], slots: [] } : input);
  const lists = plain ?? readLists(read);
  if (!lists) throw new TypeError("unreachable: what the schema has read is plain and right");
  const at = millisFromInstant(read.at) ?? 0;
  refuseInput(waitlistProblems(task, lists, at));
  const offer = offerFacts(clockAt(at, read.zone));
  return { waitlist: { ...lists, policy, offer, turns: inTurn(lists.entries) }, read };
}

function offerFacts(moment: FactsAt): ReadonlyMap<string, Value> {
  return new Map(Object.entries(moment).map(([name, value]) => [`offer.${name}`, value]));
}

type FactsAt = { readonly [Name in keyof WaitlistOffer["facts"]["offer"]]: Value };

function inTurn({ ids, madeAt, priorities }: ListedEntries): Uint32Array {
  const of = (column: Float64Array, entry: number): number => column[entry] ?? 0;
  return numbersOf(ids).sort(
    (left, right) =>
      of(priorities, right) - of(priorities, left) ||
      of(madeAt, left) - of(madeAt, right) ||
      compareIds(ids, left, right),
  );
}
