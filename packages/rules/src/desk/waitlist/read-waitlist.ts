import * as z from "zod";
import { clockAt, millisFromInstant } from "../../calendar/zones.js";
import type { Value } from "../../engine/evaluate.js";
import type { Policy } from "../../language/policy.js";
import { waitlistOffer, type WaitlistOffer } from "../../policies/waitlist-offer/policy.js";
import { instantField, textField, wholeField, zoneField } from "../input-fields.js";
import { readInput, refuseInput } from "../read-input.js";
import { waitlistProblems } from "./check-waitlist.js";
import { factFields } from "./fact-fields.js";
import type { MatchWaitlistInput, WaitlistEntry, WaitlistSlot } from "./waitlist-input.js";
import { policyProblems } from "./waitlist-policy.js";

/** An entry as it takes part. */
export interface ListedEntry {
  readonly id: string;
  /** Its place in the order of the list, from 0. */
  readonly place: number;
  readonly refusedSlots: ReadonlySet<string>;
  /** What the policy reads of it, by path. */
  readonly facts: ReadonlyMap<string, Value>;
}

/** A slot as it takes part. */
export interface ListedSlot {
  readonly id: string;
  /** What the policy reads of it, by path. */
  readonly facts: ReadonlyMap<string, Value>;
}

/** A waitlist that was checked, in order: a copy, which later changes of the input do not reach. */
export interface Waitlist<P extends Policy> {
  readonly policy: P;
  /** What the policy reads of the moment, by path. */
  readonly offer: ReadonlyMap<string, Value>;
  /** By priority, higher first; then by the moment they were made; then by their ids. */
  readonly entries: readonly ListedEntry[];
  /** By day, time and id. */
  readonly slots: readonly ListedSlot[];
  /** The slots that stand proposed to an entry of the list already. */
  readonly held: ReadonlySet<string>;
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
 * Reads a waitlist, puts it in order, and takes apart what the policy reads.
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
  const read = readInput(task, shape, input);
  refuseInput(waitlistProblems(task, read));
  return { waitlist: inOrder(read, policy), read };
}

function inOrder<P extends Policy>({ at, zone, entries, slots }: MatchWaitlistInput, policy: P): Waitlist<P> {
  return {
    policy,
    offer: factsOf("offer", clockAt(millisFromInstant(at) ?? 0, zone)),
    entries: inTurn(entries).map((entry, place) => ({
      id: entry.id,
      place,
      refusedSlots: new Set(entry.refusedSlots),
      facts: factsOf("entry", entry),
    })),
    slots: slots
      .toSorted(
        (left, right) =>
          compare(left.day, right.day) || compare(left.time, right.time) || compare(left.id, right.id),
      )
      .map((slot) => ({ id: slot.id, facts: factsOf("slot", slot) })),
    held: new Set(
      entries.flatMap(({ state, slot }) => (state === "proposed" && slot !== undefined ? [slot] : [])),
    ),
  };
}

function inTurn(entries: readonly WaitlistEntry[]): readonly WaitlistEntry[] {
  return entries
    .map((entry) => ({ entry, made: millisFromInstant(entry.madeAt) ?? 0 }))
    .sort(
      (left, right) =>
        compare(right.entry.priority, left.entry.priority) ||
        compare(left.made, right.made) ||
        compare(left.entry.id, right.entry.id),
    )
    .map(({ entry }) => entry);
}

function factsOf<Group extends "offer" | "entry" | "slot">(
  group: Group,
  values: { readonly [Name in keyof WaitlistOffer["facts"][Group]]: Value },
): ReadonlyMap<string, Value> {
  const names = Object.keys(waitlistOffer.facts[group]) as (keyof WaitlistOffer["facts"][Group] & string)[];
  return new Map(names.map((name) => [`${group}.${name}`, values[name]]));
}

/** By code units, on every machine the same. */
function compare<Item extends number | string>(left: Item, right: Item): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
