import { describe, expect, it } from "vitest";
import { dayFromIso, isoFromDay } from "../calendar/civil-day.js";
import { addTerm } from "../calendar/term.js";
import { decide } from "../engine/decide.js";
import { policyFromJson, type Policy } from "../language/policy.js";
import { GuichetError } from "../language/problem.js";
import { insuranceCoverage } from "../policies/insurance-coverage/index.js";
import { loyaltyDiscount } from "../policies/loyalty-discount/index.js";
import { recordHandover } from "../policies/record-handover/index.js";
import { teleExpertise } from "../policies/tele-expertise/index.js";
import { diffDays, diffPolicies, type Answered, type Change } from "./diff-policies.js";
import type { Witness } from "./witness-of.js";

interface Copy {
  title: string;
  rates: Record<string, { rows: { from: string; value: unknown }[] }>;
  editions: { inForceFrom: string; tables: { decides: unknown; cases: unknown[] }[] }[];
}

/** A policy with something else written in it. */
function copyOf(policy: Policy, change: (copy: Copy) => void): Policy {
  const copy = JSON.parse(JSON.stringify(policy)) as Copy;
  change(copy);
  return policyFromJson(JSON.stringify(copy));
}

const tenPercent = copyOf(loyaltyDiscount, ({ rates }) => {
  for (const row of rates["loyaltyPercent"]?.rows ?? []) row.value = 10;
});
const tenDays = policyFromJson(JSON.stringify(recordHandover).replaceAll('"P8D"', '"P10D"'));

describe("what changes between two days of a policy", () => {
  const { equivalent, periods } = diffDays(teleExpertise, "2025-12-31", "2026-01-01");
  const changes = periods.flatMap((period) => period.changes);

  it("is the fee of the responder alone when the tariff of 2026 begins", () => {
    expect(equivalent).toBe(false);
    expect(periods.map(({ from, to, inForce }) => ({ from, to, inForce }))).toEqual([
      { from: "2026-01-01", to: null, inForce: { before: true, after: true } },
    ]);
    expect(changes.map(({ decision, before, after }) => [decision, before, after])).toEqual([
      ["responderFeeCents", { value: 2000 }, { value: 2300 }],
      ["responderFeeCents", { value: 2400 }, { value: 2760 }],
    ]);
  });

  it("is told by the region, which every class of each fee names", () => {
    const regions = changes.map(({ classes }) =>
      classes.map(({ when }) => when.filter((one) => "fact" in one && one.fact === "act.region")),
    );
    const only = (region: string) => [{ fact: "act.region", oneOf: [region] }];
    expect(regions).toEqual([Array(4).fill(only("metropolitan")), Array(4).fill(only("overseas"))]);
  });

  it("needs no condition among those who were paid the former fee: all of them are paid the new one", () => {
    expect(changes.map(({ among }) => among)).toEqual([[[]], [[]]]);
  });

  it("is nothing within one tariff, and the reverse of it backwards", () => {
    expect(diffDays(teleExpertise, "2026-01-01", "2026-12-31")).toEqual({ equivalent: true, periods: [] });
    const [back] = diffDays(teleExpertise, "2026-01-01", "2025-12-31").periods;
    expect(back?.to).toBe("2025-12-31");
    expect(back?.changes.map(({ before, after }) => [before, after])).toEqual(
      changes.map(({ before, after }) => [after, before]),
    );
  });

  it("is known of days in force only", () => {
    expect(() => diffDays(recordHandover, "2002-03-04", "2026-01-01")).toThrow(
      codes("not-in-force", "2002-03-04"),
    );
    expect(() => diffDays(recordHandover, "2002-03-05", "2026-01-01")).not.toThrow();
    expect(() => diffDays(teleExpertise, "2026-01-01", "2026-02-29")).toThrow(
      codes("not-a-day", "YYYY-MM-DD"),
    );
  });
});

describe("what changes between two versions of a policy", () => {
  it("is the discount alone where seven percent become ten", () => {
    const { equivalent, periods } = diffPolicies(loyaltyDiscount, tenPercent);
    expect(equivalent).toBe(false);
    expect(
      periods.map(({ from, to, changes }) => ({
        from,
        to,
        changes: changes.map(({ classes: _, ...change }) => change),
      })),
    ).toEqual([
      {
        from: null,
        to: null,
        changes: [
          {
            decision: "discountPercent",
            before: { value: 7 },
            after: { value: 10 },
            among: [[]],
            isComplete: true,
          },
        ],
      },
    ]);
  });

  it("is the last day and whoever it saves where eight days become ten", () => {
    const changes = diffPolicies(recordHandover, tenDays).periods.flatMap((period) => period.changes);
    const after = (days: number) => ({ fact: "request.receivedOn", plus: [{ months: 0, days }] });
    expect(changes.find(({ decision }) => decision === "latestHandoverOn")).toMatchObject({
      before: after(8),
      after: after(10),
      among: [[]],
    });
    expect(changes.find(({ decision }) => decision === "deadlineMissed")).toMatchObject({
      before: { value: true },
      after: { value: false },
      among: [[{ left: after(10), right: { fact: "delivery.on", plus: [] }, isBefore: false }]],
    });
  });

  it("is the days on which one of them is not in force", () => {
    const later = copyOf(recordHandover, ({ editions: [edition] }) => {
      if (edition) edition.inForceFrom = "2002-04-01";
    });
    expect(diffPolicies(recordHandover, later).periods).toEqual([
      { from: "2002-03-05", to: "2002-03-31", inForce: { before: true, after: false }, changes: [] },
    ]);
  });

  it("is nothing where the same is written in other words or in another order", () => {
    const renamed = copyOf(insuranceCoverage, (copy) => {
      copy.title = "Another title";
    });
    const disjoint = copyOf(loyaltyDiscount, ({ editions: [edition] }) => {
      edition?.tables.find(({ decides }) => decides === "entitled")?.cases.reverse();
    });
    const none = { equivalent: true, periods: [] };
    expect(diffPolicies(insuranceCoverage, renamed)).toEqual(none);
    expect(diffPolicies(loyaltyDiscount, disjoint)).toEqual(none);
    expect(diffPolicies(recordHandover, recordHandover)).toEqual(none);
  });

  it("is an element that only one of them has, wherever it is held", () => {
    const wider = policyFromJson(
      JSON.stringify(loyaltyDiscount).replace(
        '"values":["not-entitled"',
        '"values":["sold-out","not-entitled"',
      ),
    );
    const more = copyOf(wider, ({ editions: [edition] }) => {
      edition?.tables
        .find(({ decides }) => decides === "refusals")
        ?.cases.push({ id: "X-1", then: ["sold-out"] });
    });
    expect(diffPolicies(loyaltyDiscount, wider)).toEqual({ equivalent: true, periods: [] });
    const change = { decision: "refusals", element: "sold-out", among: [[]] };
    expect(diffPolicies(loyaltyDiscount, more).periods[0]?.changes).toContainEqual(
      expect.objectContaining({ ...change, before: { value: false }, after: { value: true } }),
    );
    expect(diffPolicies(more, loyaltyDiscount).periods[0]?.changes).toContainEqual(
      expect.objectContaining({ ...change, before: { value: true }, after: { value: false } }),
    );
  });

  it("cannot be said of policies that answer other questions, or from other facts", () => {
    expect(() => diffPolicies(loyaltyDiscount, teleExpertise)).toThrow(
      codes("policies-not-comparable", 'differ in the decision "discountPercent"'),
    );
    const reordered = policyFromJson(
      JSON.stringify(loyaltyDiscount).replace('"husband","wife"', '"wife","husband"'),
    );
    expect(() => diffPolicies(loyaltyDiscount, reordered)).toThrow(
      codes("policies-not-comparable", 'differ in the fact "beneficiary.relation"'),
    );
  });
});

describe("the witness of a class", () => {
  it("is decided one way before and the other way after", () => {
    for (const [before, after] of [
      [loyaltyDiscount, tenPercent],
      [recordHandover, tenDays],
    ] as const) {
      for (const { changes } of diffPolicies(before, after).periods) {
        for (const change of changes) judge(change, before, after);
      }
    }
  });

  it("is decided by the rules of either day, whichever day it is put on", () => {
    for (const change of diffDays(teleExpertise, "2018-12-31", "2020-01-01").periods[0]?.changes ?? []) {
      for (const { witness } of change.classes) {
        const on = (day: string): Witness => ({
          ...witness,
          act: { ...(witness["act"] as object), on: day },
        });
        expect(answerTo(teleExpertise, change, on("2018-12-31"))).toBe(valueOf(change.before, witness));
        expect(answerTo(teleExpertise, change, on("2020-01-01"))).toBe(valueOf(change.after, witness));
      }
    }
  });
});

function judge(change: Change, before: Policy, after: Policy): void {
  expect(change.classes).not.toEqual([]);
  for (const { witness } of change.classes) {
    expect(answerTo(before, change, witness)).toBe(valueOf(change.before, witness));
    expect(answerTo(after, change, witness)).toBe(valueOf(change.after, witness));
  }
}

function answerTo(policy: Policy, { decision, element }: Change, facts: Witness): unknown {
  const { status, outcome } = decide(policy, facts);
  expect(status).toBe("decided");
  const value = (outcome as Readonly<Record<string, unknown>>)[decision];
  return element === undefined ? value : (value as readonly string[]).includes(element);
}

function valueOf(answered: Answered, facts: Witness): unknown {
  if ("value" in answered) return answered.value;
  const value = answered.fact
    .split(".")
    .reduce<unknown>((group, name) => (group as Witness | undefined)?.[name], facts);
  const day = dayFromIso(String(value));
  return day === undefined ? value : isoFromDay(answered.plus.reduce(addTerm, day));
}

/** An error with this code whose message says this. */
function codes(code: string, words: string): unknown {
  return expect.toSatisfy(
    (error) => GuichetError.isInstance(error) && error.code === code && error.message.includes(words),
  );
}
