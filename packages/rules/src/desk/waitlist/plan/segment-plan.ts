import type { Segment } from "../../../engine/timeline.js";
import type { Comparison, Condition } from "../../../language/condition.js";
import type { Reference } from "../../../language/expression.js";
import type { Policy } from "../../../language/policy.js";
import { refusalGrounds, type RefusalGround } from "./refusal-grounds.js";
import { SegmentWords } from "./segment-words.js";

/** How the slots for an entry are found by a ground: see `explainPlan`. */
export type Became = "key" | "range" | "bits" | "folded" | "checked";

/** One side of a comparison between a slot and an entry: a name, and the only fact of its side that it reads. */
export interface Operand {
  readonly reference: Reference;
  readonly fact: string;
}

/** A comparison between a fact of the slot and a fact of the entry. */
export interface Pairing {
  readonly comparison: Comparison;
  readonly slot: Operand;
  readonly entry: Operand;
  /** Whether the slot stands on the left of the comparison. */
  readonly slotFirst: boolean;
}

/** A ground, taken apart: the slot is ruled out where all parts hold. */
export interface PlannedGround extends RefusalGround {
  readonly became: Became;
  /** The facts it reads, as far as that can be told. */
  readonly facts: readonly string[];
  /** What it asks of the entry alone, or of the moment. */
  readonly ofEntry: readonly Condition[];
  /** What it asks of the slot alone, or of the moment. */
  readonly ofSlot: readonly Condition[];
  readonly pairing?: Pairing;
}

/** How slots are found for entries in one segment of the policy's calendar. */
export interface SegmentPlan {
  readonly segment: Segment;
  readonly words: SegmentWords;
  readonly grounds: readonly PlannedGround[];
  /** Whether the index finds exactly what the policy offers: nothing is left to check. */
  readonly isExact: boolean;
}

/** A set of bits is one number. */
const bitsInNumber = 31;
/** There can be an index for each choice of keys: more of them cost more than they bring. */
const mostKeys = 6;

/** Plans one segment. Nothing in here knows a condition of a policy: it reads what is written. */
export function planSegment(policy: Policy, segment: Segment): SegmentPlan {
  const words = new SegmentWords(policy, segment);
  const left = { bits: bitsInNumber, keys: mostKeys };
  const grounds = refusalGrounds(words).map((ground): PlannedGround => {
    const parts = partsOf(words, ground);
    const use = parts && useOf(words, parts);
    const fits = use && use.keys <= left.keys && use.bits <= left.bits;
    if (!fits)
      return { ...ground, ...nothing, became: "checked", facts: words.factsIn(ground.condition) ?? [] };
    left.keys -= use.keys;
    left.bits -= use.bits;
    return { ...ground, ...parts, became: use.became };
  });
  return { segment, words, grounds, isExact: grounds.every(({ became }) => became !== "checked") };
}

const nothing = { ofEntry: [], ofSlot: [] };

interface Parts extends Pick<PlannedGround, "facts" | "ofEntry" | "ofSlot"> {
  readonly pairing?: Pairing;
}

function partsOf(words: SegmentWords, { condition, refuses }: RefusalGround): Parts | undefined {
  const facts = words.factsIn(condition);
  if (!refuses || !facts) return undefined;
  const [ofEntry, ofSlot, ofMoment, pairings]: [Condition[], Condition[], Condition[], Pairing[]] = [
    [],
    [],
    [],
    [],
  ];
  for (const part of condition === undefined ? [] : conjuncts(condition)) {
    const read = words.factsIn(part) ?? [];
    const readsEntry = read.some((fact) => isOf("entry", fact));
    const readsSlot = read.some((fact) => isOf("slot", fact));
    if (!readsEntry && !readsSlot) ofMoment.push(part);
    else if (!readsEntry) ofSlot.push(part);
    else if (!readsSlot) ofEntry.push(part);
    else {
      const pairing = pairingOf(words, part);
      if (!pairing) return undefined;
      pairings.push(pairing);
    }
  }
  const [pairing, another] = pairings;
  if (another) return undefined;
  // What asks of the moment alone is the same for all: it goes with whatever else is asked.
  (pairing || ofSlot.length === 0 ? ofEntry : ofSlot).push(...ofMoment);
  return { facts, ofEntry, ofSlot, ...(pairing && { pairing }) };
}

function conjuncts(condition: Condition): readonly Condition[] {
  return "all" in condition ? condition.all.flatMap(conjuncts) : [condition];
}

/** Whether a fact belongs to the list of that name. */
export function isOf(group: "entry" | "slot", fact: string): boolean {
  return fact.startsWith(`${group}.`);
}

function pairingOf(words: SegmentWords, part: Condition): Pairing | undefined {
  if (!("operator" in part)) return undefined;
  const { fact, params, value } = part;
  const left: Reference = params ? { fact, params } : { fact };
  const references = [left, ...(typeof value === "object" && "fact" in value ? [value] : [])];
  const slot = operandAmong(words, references, "slot", "entry");
  const entry = operandAmong(words, references, "entry", "slot");
  return slot && entry && { comparison: part, slot, entry, slotFirst: slot.reference === left };
}

function operandAmong(
  words: SegmentWords,
  references: readonly Reference[],
  own: "entry" | "slot",
  other: "entry" | "slot",
): Operand | undefined {
  const operands = references.flatMap((reference) => {
    const facts = words.factsIn(reference) ?? [];
    const [fact, another] = facts.filter((path) => isOf(own, path));
    const isOwn = fact !== undefined && another === undefined && !facts.some((path) => isOf(other, path));
    return isOwn ? [{ reference, fact }] : [];
  });
  return operands.length === 1 ? operands[0] : undefined;
}

interface Use {
  readonly became: Became;
  readonly keys: number;
  readonly bits: number;
}

function useOf(words: SegmentWords, { ofEntry, ofSlot, pairing }: Parts): Use | undefined {
  const use = (became: Became, amount: Partial<Use> = {}): Use => ({ became, keys: 0, bits: 0, ...amount });
  if (!pairing) return ofEntry.length > 0 && ofSlot.length > 0 ? use("bits", { bits: 1 }) : use("folded");
  if (ofSlot.length > 0) return undefined;
  const { operator } = pairing.comparison;
  const slot = words.kindOf(pairing.slot.reference);
  const entry = words.kindOf(pairing.entry.reference);
  const values = slot?.kind === "boolean" ? 2 : slot?.kind === "one-of" ? slot.values?.length : undefined;
  if (isOrdering(operator)) return slot?.orNone || entry?.orNone ? undefined : use("range");
  if (values !== undefined && !slot?.orNone) return use("bits", { bits: values });
  return operator === "notEqual" && slot?.kind !== "set-of" ? use("key", { keys: 1 }) : undefined;
}

function isOrdering(operator: Comparison["operator"]): boolean {
  return operator.startsWith("lessThan") || operator.startsWith("greaterThan");
}
