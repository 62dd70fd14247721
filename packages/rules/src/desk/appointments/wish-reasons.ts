import { holds, type Value } from "../../engine/evaluate.js";
import { segmentOn, segmentsOf, type Segment } from "../../engine/timeline.js";
import type { Condition } from "../../language/condition.js";
import type { FactsOf, Policy } from "../../language/policy.js";
import type { WaitlistOffer } from "../../policies/waitlist-offer/policy.js";
import { reasonCases } from "../waitlist/plan/reason-cases.js";
import { isOf } from "../waitlist/plan/segment-plan.js";
import { SegmentWords } from "../waitlist/plan/segment-words.js";
import { reasonWhere, type ReasonSet } from "./reason-set.js";
import type { Search } from "./search.js";
import { slotReasons, type SlotReason } from "./slot.js";

type Facts = FactsOf<WaitlistOffer>;
type EntryFacts = NonNullable<Facts["entry"]>;

/** What the slots of one service differ in, as far as a wish goes. */
export type WishedFacts = Pick<Required<NonNullable<Facts["slot"]>>, "day" | "time" | "practitioner">;

type FactName = keyof WishedFacts;

const names: readonly FactName[] = ["day", "time", "practitioner"];

/** A condition under which a slot is not what is wished for. */
interface WishTest {
  readonly reason: string;
  readonly condition: Condition;
  readonly reads: readonly FactName[];
}

/**
 * The reasons a policy has against slots because of a wish, as long as one segment of its calendar lasts. A
 * condition that reads one fact of a slot is decided once for each value: there are a day, a time and a
 * practitioner for thousands of slots.
 */
export class WishReasons {
  private readonly ofOne: readonly WishTest[];
  private readonly ofSeveral: readonly WishTest[];
  private readonly words: SegmentWords;
  private readonly common: ReadonlyMap<string, Value>;
  private readonly known: Readonly<Record<FactName, Map<string, ReasonSet>>>;

  constructor(policy: Policy, segment: Segment, search: Search) {
    this.words = new SegmentWords(policy, segment);
    this.common = commonFacts(search);
    const tests = wishTests(this.words, this.common);
    this.ofOne = tests.filter(({ reads }) => reads.length <= 1);
    this.ofSeveral = tests.filter(({ reads }) => reads.length > 1);
    this.known = { day: new Map(), time: new Map(), practitioner: new Map() };
  }

  /** The reasons that one fact of a slot brings, whatever its others are. What reads none of them goes with the day. */
  by(name: FactName, value: string): ReasonSet {
    let set = this.known[name].get(value);
    if (set === undefined) {
      const own = this.ofOne.filter(({ reads }) => (reads[0] ?? "day") === name);
      set = this.union(own, { [name]: value });
      this.known[name].set(value, set);
    }
    return set;
  }

  /** The reasons that several facts of a slot bring together. */
  byAll(slot: WishedFacts): ReasonSet {
    return this.ofSeveral.length === 0 ? 0 : this.union(this.ofSeveral, slot);
  }

  private union(tests: readonly WishTest[], slot: Partial<WishedFacts>): ReasonSet {
    const facts = new Map(this.common);
    for (const name of names) if (slot[name] !== undefined) facts.set(`slot.${name}`, slot[name]);
    const read = this.words.reader((path) => facts.get(path) as Value);
    const holding = tests.filter(({ condition }) => holds(condition, read));
    return holding.reduce((set, { reason }) => set | reasonWhere(true, reasonNamed(reason)), 0);
  }
}

/** The reasons on a day. On days before its first edition a wish means what that one says. */
export function wishReasonsBy(search: Search, policy: Policy): (day: string) => WishReasons {
  const made = new Map<Segment, WishReasons>();
  return (day) => {
    const segment = segmentOn(policy, day) ?? segmentsOf(policy)[0];
    if (!segment) throw new TypeError("unreachable: a policy has an edition");
    let reasons = made.get(segment);
    if (!reasons) made.set(segment, (reasons = new WishReasons(policy, segment, search)));
    return reasons;
  };
}

/** What all slots of a search have in common, by path. What the wish leaves out is not there. */
function commonFacts({ now, service, wish }: Search): ReadonlyMap<string, Value> {
  const { practitioner, from, to, weekdays, earliestTime, latestTime } = wish;
  const { specialty, durationMinutes } = service;
  const slot = { specialty, durationMinutes } satisfies Facts["slot"];
  const wished = { practitioner, from, to, weekdays: weekdays && [...weekdays], earliestTime, latestTime };
  const entry = { ...wished, ...slot, state: "waiting" } satisfies Record<keyof EntryFacts, unknown>;
  const groups: Readonly<Record<string, Readonly<Record<string, Value | undefined>>>> = {
    offer: { ...now },
    entry,
    slot,
  };
  const facts = new Map<string, Value>();
  for (const [group, members] of Object.entries(groups)) {
    for (const [name, value] of Object.entries(members)) {
      if (value !== undefined) facts.set(`${group}.${name}`, value);
    }
  }
  return facts;
}

/** The cases that read the wish. What a wish leaves out rules nothing out. */
function wishTests(words: SegmentWords, common: ReadonlyMap<string, Value>): readonly WishTest[] {
  const cases = reasonCases(words);
  if (!cases) throw new TypeError("unreachable: waitlist-offer gives its reasons case by case");
  return cases.flatMap(({ reason, condition }) => {
    const facts = words.factsIn(condition) ?? [];
    const ofWish = facts.filter((fact) => isOf("entry", fact));
    const isAsked = ofWish.length > 0 && ofWish.every((fact) => common.has(fact));
    const reads = names.filter((name) => facts.includes(`slot.${name}`));
    return condition && isAsked ? [{ reason, condition, reads }] : [];
  });
}

function reasonNamed(name: string): SlotReason {
  const reason = slotReasons.find((one) => one === name);
  if (!reason) throw new TypeError(`"${name}" is no reason of a wish: slotReasons lacks it`);
  return reason;
}
