import { holds } from "../../../engine/evaluate.js";
import type { Condition } from "../../../language/condition.js";
import type { Policy } from "../../../language/policy.js";
import { resultFor, rowsOf } from "../../../language/table-rows.js";
import { factsOfOffer } from "../objections-to.js";
import type { FactColumn } from "../fact-column.js";
import type { Waitlist } from "../read-waitlist.js";
import { reasonCases } from "./reason-cases.js";
import { isOf } from "./segment-plan.js";
import { SegmentWords } from "./segment-words.js";
import type { WaitlistSegment } from "./waitlist-segments.js";

/** Slots that are alike in what a reason reads: one of them, and how many they are. */
interface AlikeSlots {
  readonly example: number;
  count: number;
}

/** A reason of the policy: it holds where one of its conditions does. */
interface TalliedReason {
  readonly reason: string;
  /** A case without one always holds. */
  readonly conditions: readonly (Condition | undefined)[];
  readonly slots: readonly AlikeSlots[];
  readonly entryFacts: readonly string[];
  /** What was counted, by what entries say of the facts it reads. */
  readonly counted: Map<string, number>;
}

/**
 * Counts for how many slots of a segment each reason of the policy holds. Slots that are alike in what a reason
 * reads are decided once, and so are entries. It can, where the policy offers a slot if and only if there is no
 * reason, and its conditions read plain facts.
 */
export class ReasonTally {
  private readonly waitlist: Waitlist<Policy>;
  private readonly words: SegmentWords;
  private readonly reasons: readonly TalliedReason[];

  private constructor(waitlist: Waitlist<Policy>, words: SegmentWords, reasons: readonly TalliedReason[]) {
    [this.waitlist, this.words, this.reasons] = [waitlist, words, reasons];
  }

  /** A tally for a segment; nothing where only the whole policy can tell the reasons. */
  static of(waitlist: Waitlist<Policy>, { segment, slots }: WaitlistSegment): ReasonTally | undefined {
    const words = new SegmentWords(waitlist.policy, segment);
    const cases = casesByReason(words);
    if (!cases) return undefined;
    const reasons = [...cases].map(([reason, conditions]): TalliedReason => {
      const facts = [...new Set(conditions.flatMap((condition) => words.factsIn(condition) ?? []))];
      const slotFacts = facts.filter((fact) => isOf("slot", fact));
      return {
        reason,
        conditions,
        slots: alikeIn(waitlist, slots, slotFacts),
        entryFacts: facts.filter((fact) => isOf("entry", fact)),
        counted: new Map(),
      };
    });
    return new ReasonTally(waitlist, words, reasons);
  }

  /** Adds the reasons against the slots of the segment for an entry. */
  addTo(counts: Map<string, number>, entry: number): void {
    for (const one of this.reasons) {
      const count = this.count(one, entry);
      if (count > 0) counts.set(one.reason, (counts.get(one.reason) ?? 0) + count);
    }
  }

  private count({ conditions, slots, entryFacts, counted }: TalliedReason, entry: number): number {
    const { entries } = this.waitlist;
    const key = entryFacts.map((fact) => entries.columns.get(fact)?.codes[entry]).join();
    let count = counted.get(key);
    if (count === undefined) {
      const holding = slots.filter(({ example }) => {
        const read = this.words.reader(factsOfOffer(this.waitlist, entry, example));
        return conditions.some((condition) => condition === undefined || holds(condition, read));
      });
      count = holding.reduce((sum, alike) => sum + alike.count, 0);
      counted.set(key, count);
    }
    return count;
  }
}

/** The conditions of each reason, where a slot is offered if and only if there is none. */
function casesByReason(
  words: SegmentWords,
): ReadonlyMap<string, readonly (Condition | undefined)[]> | undefined {
  const offerable = words.tableOf("offerable");
  const cases = reasonCases(words);
  if (!offerable || !cases) return undefined;
  const [refused, otherwise, another] = rowsOf(offerable);
  if (!refused || !otherwise || another || otherwise.when !== undefined) return undefined;
  const answers = [refused, otherwise].map((row) => resultFor(offerable, row, "offerable"));
  if (answers[0] !== false || answers[1] !== true || !testsForReasons(refused.when)) return undefined;
  const byReason = new Map<string, (Condition | undefined)[]>();
  for (const { reason, condition } of cases) {
    byReason.set(reason, [...(byReason.get(reason) ?? []), condition]);
  }
  return byReason;
}

function testsForReasons(when: Condition | undefined): boolean {
  if (!when || !("operator" in when)) return false;
  return when.fact === "decision.refusals" && when.operator === "isEmpty" && when.value === false;
}

function alikeIn(
  { slots: { columns } }: Waitlist<Policy>,
  slots: Uint32Array,
  facts: readonly string[],
): readonly AlikeSlots[] {
  // One fact after the other: of what was alike so far, each of its values is a kind of its own.
  let kinds = new Float64Array(slots.length);
  for (const fact of facts) {
    const { codes, values } = columns.get(fact) as FactColumn;
    const kindOf = new Map<number, number>();
    kinds = kinds.map((kind, place) => {
      const both = kind * values.length + (codes[slots[place] ?? 0] ?? 0);
      const known = kindOf.get(both) ?? kindOf.size;
      kindOf.set(both, known);
      return known;
    });
  }
  const alike: AlikeSlots[] = [];
  kinds.forEach((kind, place) => {
    const one = (alike[kind] ??= { example: slots[place] ?? 0, count: 0 });
    one.count += 1;
  });
  return alike;
}
