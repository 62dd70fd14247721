import { clockAt, millisFromInstant } from "../../calendar/zones.js";
import { evaluate, type Value } from "../../engine/evaluate.js";
import { segmentOn } from "../../engine/timeline.js";
import { declaredFacts } from "../../language/declared-facts.js";
import type { Policy } from "../../language/policy.js";
import type { MatchWaitlistInput, WaitlistEntry, WaitlistSlot } from "./waitlist-input.js";

/** What `matchWaitlist` answers, as plain data. */
export interface MatchedByLoop {
  readonly proposals: readonly { readonly entry: string; readonly slot: string }[];
  readonly unmatched: readonly {
    readonly entry: string;
    readonly reasons: readonly { readonly reason: string; readonly slots: number }[];
  }[];
}

/** The meaning of `matchWaitlist`: the specification of the policy, asked for each slot in turn. No index, no plan. */
export function matchByLoop(input: MatchWaitlistInput, policy: Policy): MatchedByLoop {
  const left = new Set(inOrder(input.slots, ({ day, time, id }) => [day, time, id]));
  const all = [...left];
  const held = input.entries.flatMap(({ state, slot }) => (state === "proposed" ? [slot] : []));
  for (const slot of all) if (held.includes(slot.id)) left.delete(slot);
  const turns = inOrder(input.entries, ({ priority, madeAt, id }) => [
    -priority,
    millisFromInstant(madeAt) ?? 0,
    id,
  ]);
  const proposals: { entry: string; slot: string }[] = [];
  const unmatched: MatchedByLoop["unmatched"][number][] = [];
  for (const entry of turns) {
    const found = [...left].find((slot) => reasonsAgainst(input, policy, entry, slot).length === 0);
    if (found) {
      left.delete(found);
      proposals.push({ entry: entry.id, slot: found.id });
    } else unmatched.push({ entry: entry.id, reasons: reasonCounts(input, policy, entry) });
  }
  return { proposals, unmatched };
}

function reasonCounts(input: MatchWaitlistInput, policy: Policy, entry: WaitlistEntry) {
  if (input.slots.length === 0) return [{ reason: "no-slots", slots: 0 }];
  const reasons = input.slots.flatMap((slot) => {
    const against = reasonsAgainst(input, policy, entry, slot);
    return against.length > 0 ? against : ["slot-proposed-to-another"];
  });
  const counts = [...new Set(reasons)].map((reason) => ({
    reason,
    slots: reasons.filter((one) => one === reason).length,
  }));
  return inOrder(counts, ({ reason, slots }) => [-slots, reason]);
}

function reasonsAgainst(
  { at, zone }: MatchWaitlistInput,
  policy: Policy,
  entry: WaitlistEntry,
  slot: WaitlistSlot,
): readonly string[] {
  const offer = clockAt(millisFromInstant(at) ?? 0, zone);
  const groups: Readonly<Record<string, object>> = { offer, entry, slot };
  const facts = new Map<string, Value>();
  for (const path of declaredFacts(policy.facts).keys()) {
    const [group = "", name = ""] = path.split(".");
    facts.set(path, (groups[group] as Readonly<Record<string, Value>>)[name] as Value);
  }
  const turnedDown = entry.refusedSlots?.includes(slot.id) ? ["slot-refused-before"] : [];
  const segment = segmentOn(policy, facts.get(policy.datedBy) as string);
  if (!segment) return ["not-in-force", ...turnedDown];
  const { values } = evaluate(policy, segment, (path) => facts.get(path) as Value);
  if (values["offerable"] === true) return turnedDown;
  const refusals = values["refusals"] as readonly string[];
  return [...(refusals.length > 0 ? refusals : ["not-offerable"]), ...turnedDown];
}

function inOrder<Item>(
  items: readonly Item[],
  by: (item: Item) => readonly (string | number)[],
): readonly Item[] {
  return items.toSorted((left, right) => {
    const others = by(right);
    const [place, one] = [...by(left).entries()].find(([index, value]) => value !== others[index]) ?? [0, ""];
    const other = others[place] ?? "";
    return one === other ? 0 : one < other ? -1 : 1;
  });
}
