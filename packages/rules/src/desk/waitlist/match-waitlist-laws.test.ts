import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide } from "../../engine/decide.js";
import { waitlistOffer } from "../../policies/waitlist-offer/index.js";
import { arbitraryWaitlist } from "./arbitrary-waitlist.fixture.js";
import { matchWaitlist } from "./match-waitlist.js";
import type { MatchWaitlistInput, WaitlistEntry, WaitlistSlot } from "./waitlist-input.js";
import { whyNotProposed } from "./why-not-proposed.js";

/** A waitlist, and one of its entries. */
const withOne = arbitraryWaitlist
  .filter((input) => input.entries.length > 0)
  .chain((input) => fc.tuple(fc.constant(input), fc.constantFrom(...input.entries)));

/** The rules of WL-3 once more, as one would check them by hand. */
function matchByHand(input: MatchWaitlistInput): ReadonlyMap<string, string> {
  const left = new Set(input.slots);
  for (const { state, slot } of input.entries) {
    if (state === "proposed") for (const one of left) if (one.id === slot) left.delete(one);
  }
  const given = new Map<string, string>();
  const turns = new Set(input.entries);
  while (turns.size > 0) {
    const next = [...turns].reduce((first, one) => (comesBefore(one, first) ? one : first));
    turns.delete(next);
    const suitable = [...left].filter((slot) => suits(next, slot));
    if (suitable.length === 0) continue;
    const earliest = suitable.reduce((first, one) => (isEarlier(one, first) ? one : first));
    left.delete(earliest);
    given.set(next.id, earliest.id);
  }
  return given;
}

function comesBefore(one: WaitlistEntry, other: WaitlistEntry): boolean {
  if (one.priority !== other.priority) return one.priority > other.priority;
  const [made, otherMade] = [Date.parse(one.madeAt), Date.parse(other.madeAt)];
  return made === otherMade ? one.id < other.id : made < otherMade;
}

function isEarlier(one: WaitlistSlot, other: WaitlistSlot): boolean {
  return `${one.day} ${one.time} ${one.id}` < `${other.day} ${other.time} ${other.id}`;
}

function suits(entry: WaitlistEntry, slot: WaitlistSlot): boolean {
  const decision = decide(waitlistOffer, {
    offer: { day: "2026-03-02", time: "10:00" },
    entry: factsOf("entry", entry),
    slot: factsOf("slot", slot),
  });
  const turnedDown = entry.refusedSlots?.includes(slot.id) ?? false;
  return decision.status === "decided" && decision.outcome.offerable && !turnedDown;
}

/** The facts of the policy, without what only the list knows. */
function factsOf<Item extends object>(group: "entry" | "slot", item: Item): Item {
  const names = Object.keys(waitlistOffer.facts[group]);
  return Object.fromEntries(Object.entries(item).filter(([name]) => names.includes(name))) as Item;
}

const proposalsOf = (input: MatchWaitlistInput) => matchWaitlist(input).proposals;
/** The slot of each entry that has a proposal. */
function slotsGiven(input: MatchWaitlistInput): ReadonlyMap<string, WaitlistSlot> {
  const byId = new Map(input.slots.map((slot) => [slot.id, slot]));
  return new Map(
    proposalsOf(input).flatMap(({ entry, slot }) => {
      const given = byId.get(slot);
      return given ? [[entry, given] as const] : [];
    }),
  );
}

const always = <Input>(arbitrary: fc.Arbitrary<Input>, promise: (input: Input) => void) =>
  fc.assert(
    fc.property(arbitrary, (input) => {
      promise(input);
    }),
    { numRuns: 200 },
  );

describe("matchWaitlist", () => {
  it("never proposes a slot twice, nor two slots to one entry", () => {
    always(arbitraryWaitlist, (input) => {
      const proposals = proposalsOf(input);
      expect(new Set(proposals.map(({ slot }) => slot)).size).toBe(proposals.length);
      expect(new Set(proposals.map(({ entry }) => entry)).size).toBe(proposals.length);
    });
  });

  it("never proposes a slot that is proposed already", () => {
    always(arbitraryWaitlist, (input) => {
      const held = input.entries.filter(({ state }) => state === "proposed").map(({ slot }) => slot);
      for (const { slot } of proposalsOf(input)) expect(held).not.toContain(slot);
    });
  });

  it("never proposes what the policy does not offer", () => {
    always(arbitraryWaitlist, (input) => {
      for (const { entry, slot } of proposalsOf(input)) {
        const answer = whyNotProposed({ ...input, entry, slot });
        expect(answer.status).toBe("proposed");
        expect(answer.decision.outcome).toEqual({ offerable: true, refusals: [] });
      }
    });
  });

  it("does what one would do by hand", () => {
    always(arbitraryWaitlist, (input) => {
      expect(new Map(proposalsOf(input).map(({ entry, slot }) => [entry, slot]))).toEqual(matchByHand(input));
    });
  });

  it("does not look at the order of the lists", () => {
    const shuffled = arbitraryWaitlist.chain((input) =>
      fc
        .tuple(shuffle(input.entries), shuffle(input.slots))
        .map(([one, other]) => ({ input, turned: { ...input, entries: one, slots: other } })),
    );
    always(shuffled, ({ input, turned }) => {
      expect(JSON.stringify(matchWaitlist(turned))).toBe(JSON.stringify(matchWaitlist(input)));
    });
  });

  it("lists every entry once: with a proposal, or without", () => {
    always(arbitraryWaitlist, (input) => {
      const { proposals, unmatched } = matchWaitlist(input);
      const listed = [...proposals, ...unmatched].map(({ entry }) => entry);
      expect(listed.toSorted()).toEqual(input.entries.map(({ id }) => id).toSorted());
    });
  });

  it("never passes over a person who waited longer at equal priority for a slot that suited them", () => {
    always(arbitraryWaitlist, (input) => {
      const given = slotsGiven(input);
      for (const served of input.entries) {
        const taken = given.get(served.id);
        if (!taken) continue;
        for (const longer of input.entries) {
          const waitedLonger =
            longer.priority === served.priority && Date.parse(longer.madeAt) < Date.parse(served.madeAt);
          if (!waitedLonger || !suits(longer, taken)) continue;
          const theirs = given.get(longer.id);
          expect(theirs !== undefined && isEarlier(theirs, taken)).toBe(true);
        }
      }
    });
  });

  it("takes no slot from whoever comes before an entry that leaves the list", () => {
    always(withOne, ([input, gone]) => {
      // With a proposal that ends, a slot comes back: that may bring somebody an earlier one.
      if (gone.state === "proposed") return;
      const before = slotsGiven(input);
      const after = slotsGiven({ ...input, entries: input.entries.filter((entry) => entry !== gone) });
      for (const { id } of input.entries.filter((entry) => comesBefore(entry, gone)))
        expect(after.get(id)).toEqual(before.get(id));
    });
  });

  it("never gives an entry a later slot, or none, because its priority is higher", () => {
    always(withOne, ([input, one]) => {
      const higher = { ...one, priority: one.priority + 1 };
      const raised = input.entries.map((entry) => (entry === one ? higher : entry));
      const before = slotsGiven(input).get(one.id);
      const after = slotsGiven({ ...input, entries: raised }).get(one.id);
      if (before) expect(after !== undefined && !isEarlier(before, after)).toBe(true);
    });
  });

  it("counts for an entry without a proposal the slots of each reason, and leaves no slot without one", () => {
    always(arbitraryWaitlist, (input) => {
      for (const { entry, reasons } of matchWaitlist(input).unmatched) {
        const counts = new Map<string, number>();
        for (const { id } of input.slots) {
          const answer = whyNotProposed({ ...input, entry, slot: id });
          if (answer.status === "proposed") throw new Error("it is proposed");
          expect(new Set(answer.reasons).size).toBe(answer.reasons.length);
          expect(answer.reasons).not.toContain("earlier-slot-proposed");
          for (const reason of answer.reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
        }
        const counted = new Map<string, number>(reasons.map(({ reason, slots: count }) => [reason, count]));
        expect(counted).toEqual(input.slots.length === 0 ? new Map([["no-slots", 0]]) : counts);
      }
    });
  });
});

function shuffle<Item>(items: readonly Item[]): fc.Arbitrary<Item[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });
}
