import { describe, expect, it } from "vitest";
import { policyFromJson, type Policy } from "../../language/policy.js";
import { teleExpertise } from "../../policies/tele-expertise/index.js";
import { waitlistOffer } from "../../policies/waitlist-offer/index.js";
import { matchWaitlist } from "./match-waitlist.js";
import { problemsOf } from "./problems-of.fixture.js";
import { at, entryNamed, slotNamed, zone } from "./waitlist.fixture.js";

describe("a clinic's own policy", () => {
  it("is asked in place of the shipped one, its own reasons included", () => {
    const half = edited((policy) => {
      const { tables } = policy.editions[0];
      policy.decisions["refusals"].values.push("short-notice");
      tables[1].cases.push({
        id: "OURS-1",
        when: { fact: "slot.day", operator: "equal", value: { fact: "offer.day" } },
        then: ["short-notice"],
      });
    });
    const today = [slotNamed("slot", { day: "2026-03-02", time: "12:00" })];
    const { unmatched } = matchWaitlist(
      { at, zone, entries: [entryNamed("e")], slots: today },
      { policy: half },
    );
    expect(unmatched[0]?.reasons).toEqual([{ reason: "short-notice", slots: 1 }]);
    expect(matchWaitlist({ at, zone, entries: [entryNamed("e")], slots: today }).proposals).toHaveLength(1);
  });

  it("may say no without a reason", () => {
    const closed = edited((policy) => {
      policy.editions[0].tables[2].otherwise.then = false;
      delete policy.laws;
    });
    const { unmatched } = matchWaitlist(
      { at, zone, entries: [entryNamed("e")], slots: [slotNamed("s")] },
      { policy: closed },
    );
    expect(unmatched[0]?.reasons).toEqual([{ reason: "not-offerable", slots: 1 }]);
  });

  it("is refused when it has other facts, or other decisions", () => {
    expect(problemsOf({}, { policy: teleExpertise })).toContainEqual([
      "policy-unfit",
      "policy",
      'matchWaitlist, policy: the policy "tele-expertise" and "waitlist-offer" differ in the fact "entry.from"; supply "waitlist-offer" or an amendment of it',
    ]);
    const longer = edited((policy) => {
      policy.facts.slot.durationMinutes.min = 5;
    });
    expect(problemsOf({}, { policy: longer }).map(([, , message]) => message)).toEqual([
      expect.stringContaining('differ in the fact "slot.durationMinutes"'),
    ]);
    const inWords = edited((policy) => {
      const { tables } = policy.editions[0];
      policy.decisions.offerable = { kind: "one-of", values: ["yes", "no"], label: "may be offered" };
      tables[2].cases[0].then = "no";
      tables[2].otherwise.then = "yes";
      delete policy.laws;
    });
    expect(problemsOf({}, { policy: inWords }).map(([, , message]) => message)).toEqual([
      expect.stringContaining('differ in the decision "offerable"'),
    ]);
    const hidden = edited((policy) => {
      policy.decisions.offerable.internal = true;
      delete policy.laws;
    });
    expect(problemsOf({}, { policy: hidden }).map(([, , message]) => message)).toEqual([
      expect.stringContaining('differ in the decision "offerable"'),
    ]);
  });
});

type Editable = ReturnType<typeof JSON.parse>;

/** A clinic's copy of the shipped policy. */
function edited(edit: (policy: Editable) => void): Policy {
  const copy: Editable = JSON.parse(JSON.stringify(waitlistOffer));
  edit(copy);
  return policyFromJson(JSON.stringify(copy));
}
