import { describe, expect, it } from "vitest";
import { policyFromJson, type Policy } from "../../../language/policy.js";
import { loyaltyDiscount } from "../../../policies/loyalty-discount/index.js";
import { waitlistOffer } from "../../../policies/waitlist-offer/index.js";
import { explainPlan } from "./explain-plan.js";

const planOf = (policy?: Policy) =>
  explainPlan(policy).map(({ conditions }) => conditions.map((one) => `${one.case}: ${one.became}`));

type Json = ReturnType<typeof JSON.parse>;

function edited(edit: (tables: Json, policy: Json) => void): Policy {
  const copy: Json = JSON.parse(JSON.stringify(waitlistOffer));
  delete copy.laws;
  edit(copy.editions[0].tables, copy);
  return policyFromJson(JSON.stringify(copy));
}

/** What becomes of a condition against an offer. */
const becameOf = (when: Json): string | undefined =>
  explainPlan(
    edited((tables) => {
      tables[1].cases.push({ id: "OURS", when, then: ["outside-hours"] });
    }),
  )[0]?.conditions.findLast((one) => one.case === "OURS")?.became;

const ref = (fact: string) => ({ fact });

describe("explainPlan", () => {
  it("says of each condition of the shipped policy what it became", () => {
    expect(planOf()).toEqual([
      [
        "WL-2-free: folded",
        "WL-2-past-day: folded",
        "WL-2-past-time: folded",
        "WL-2-length: range",
        "WL-2-specialty: key",
        "WL-2-practitioner: key",
        "WL-2-from: range",
        "WL-2-to: range",
        "WL-2-weekday: bits",
        "WL-2-earliest: range",
        "WL-2-latest: range",
        "WL-3-waiting: folded",
      ],
    ]);
  });

  it("names the condition as the policy has it, and the facts it reads through other decisions", () => {
    const weekday = explainPlan()[0]?.conditions.find((one) => one.case === "WL-2-weekday");
    expect(weekday).toEqual({
      case: "WL-2-weekday",
      condition: { fact: "entry.weekdays", operator: "doesNotContain", value: ref("decision.slotWeekday") },
      became: "bits",
      facts: ["entry.weekdays", "slot.day"],
    });
  });

  it.each<[string, string, Json]>([
    [
      "two texts that must be equal",
      "key",
      { fact: "entry.specialty", operator: "notEqual", value: ref("slot.practitioner") },
    ],
    [
      "two texts that must differ",
      "checked",
      { fact: "entry.specialty", operator: "equal", value: ref("slot.practitioner") },
    ],
    [
      "an order, whoever comes first",
      "range",
      { fact: "entry.from", operator: "greaterThan", value: ref("slot.day") },
    ],
    [
      "what is known of the slot alone",
      "folded",
      { any: [{ fact: "slot.time", operator: "equal", value: "12:00" }] },
    ],
    [
      "what is known of the moment alone",
      "folded",
      { fact: "offer.time", operator: "greaterThan", value: "20:00" },
    ],
    [
      "something of the slot together with something of the entry",
      "bits",
      {
        all: [
          { fact: "slot.time", operator: "equal", value: "12:00" },
          { fact: "entry.practitioner", operator: "equal", value: "any" },
        ],
      },
    ],
    [
      "an order that holds for some slots only",
      "checked",
      {
        all: [
          { fact: "slot.free", operator: "equal", value: true },
          { fact: "slot.day", operator: "lessThan", value: ref("entry.to") },
        ],
      },
    ],
    [
      "an order that holds for some entries only",
      "range",
      {
        all: [
          { fact: "entry.practitioner", operator: "equal", value: "any" },
          { fact: "slot.day", operator: "lessThan", value: ref("entry.to") },
        ],
      },
    ],
    [
      "a comparison turned round by not",
      "checked",
      { not: { fact: "slot.day", operator: "lessThan", value: ref("entry.from") } },
    ],
  ])("%s: %s", (_, became, when) => {
    expect(becameOf(when)).toBe(became);
  });

  it("follows the conditions: one that is left out, and one that is no longer told by its reasons", () => {
    const fewer = edited((tables) => {
      tables[1].cases = tables[1].cases.filter((one: Json) => one.id !== "WL-2-specialty");
    });
    expect(planOf(fewer)[0]).not.toContain("WL-2-specialty: key");
    const inverse = edited((tables) => {
      tables[2].cases[0].then = true;
      tables[2].otherwise.then = false;
    });
    expect(planOf(inverse)).toEqual([["WL-2-refused: checked", "WL-2: checked"]]);
  });

  it("has a plan for each segment of the calendar", () => {
    const later = edited((_, policy) => {
      policy.editions.push({ ...policy.editions[0], inForceFrom: "2027-01-01" });
    });
    expect(explainPlan(later).map(({ from, to }) => [from, to])).toEqual([
      ["2023-01-04", "2026-12-31"],
      ["2027-01-01", null],
    ]);
  });

  it("keeps to as many bits as a number has", () => {
    const when = explainPlan()[0]?.conditions.find((one) => one.case === "WL-2-weekday")?.condition;
    const many = edited((tables) => {
      for (let copy = 1; copy <= 4; copy += 1)
        tables[1].cases.push({ id: `OURS-${copy}`, when, then: ["other-weekday"] });
    });
    expect(planOf(many)[0]?.slice(-4)).toEqual([
      "OURS-1: bits",
      "OURS-2: bits",
      "OURS-3: bits",
      "OURS-4: checked",
    ]);
  });

  it("refuses a policy that is about something else", () => {
    expect(() => explainPlan(loyaltyDiscount)).toThrow(/explainPlan, policy: the policy "loyalty-discount"/);
  });
});
