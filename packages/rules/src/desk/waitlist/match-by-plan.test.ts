import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { policyFromJson, type Policy } from "../../language/policy.js";
import { GuichetError } from "../../language/problem.js";
import { waitlistOffer } from "../../policies/waitlist-offer/index.js";
import { mutantsOf } from "../../testing/mutants-of.js";
import { arbitraryWaitlist } from "./arbitrary-waitlist.fixture.js";
import { matchByLoop } from "./match-by-loop.fixture.js";
import { matchWaitlist } from "./match-waitlist.js";
import { explainPlan } from "./plan/explain-plan.js";
import type { MatchWaitlistInput } from "./waitlist-input.js";

function expectSameAsLoop(input: MatchWaitlistInput, policy: Policy): void {
  const matched: unknown = JSON.parse(JSON.stringify(matchWaitlist(input, { policy })));
  expect(matched).toEqual(matchByLoop(input, policy));
}

describe("whatever the policy is, matchWaitlist answers what a plain loop over all slots answers", () => {
  it("for the shipped one", () => {
    fc.assert(
      fc.property(arbitraryWaitlist, (input) => {
        expectSameAsLoop(input, waitlistOffer);
      }),
      { numRuns: 500 },
    );
  });

  it("for each that differs from it in one condition", () => {
    for (const { policy } of mutantsOf(waitlistOffer)) {
      fc.assert(
        fc.property(arbitraryWaitlist, (input) => {
          expectSameAsLoop(input, policy);
        }),
        { numRuns: 20 },
      );
    }
  });

  it("for one in which several conditions have bits", () => {
    const noon = { fact: "slot.time", operator: "equal", value: "12:00" };
    const anybody = { fact: "entry.practitioner", operator: "equal", value: "any" };
    const weekday = {
      fact: "entry.weekdays",
      operator: "doesNotContain",
      value: ref("decision.slotWeekday"),
    };
    const others = { offerableFirst: [], onlyWhen: undefined, datedBy: "slot.day", laterEdition: false };
    const cases = [{ all: [noon, anybody] }, weekday];
    const policy = load({ ...others, cases, left: [0, 3, 4], silent: false });
    if (!policy) throw new Error("it does not load");
    expect(
      explainPlan(policy)[0]
        ?.conditions.map(({ became }) => became)
        .slice(-2),
    ).toEqual(["bits", "bits"]);
    fc.assert(
      fc.property(arbitraryWaitlist, (input) => {
        expectSameAsLoop(input, policy);
      }),
      { numRuns: 200 },
    );
  });

  it("for one with conditions of any other form", () => {
    const became = new Set<string>();
    fc.assert(
      fc.property(amended, arbitraryWaitlist, (policy, input) => {
        for (const { conditions } of explainPlan(policy))
          for (const one of conditions) became.add(one.became);
        expectSameAsLoop(input, policy);
      }),
      { numRuns: 1500 },
    );
    expect([...became].toSorted()).toEqual(["bits", "checked", "folded", "key", "range"]);
  });
});

type Json = ReturnType<typeof JSON.parse>;

const compared = (
  fact: string,
  operators: readonly string[],
  values: readonly unknown[],
): fc.Arbitrary<Json> =>
  fc.record({
    fact: fc.constant(fact),
    operator: fc.constantFrom(...operators),
    value: fc.constantFrom(...values),
  });
const ref = (fact: string) => ({ fact });
const equality = ["equal", "notEqual"];
const order = ["lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive", ...equality];
const membership = ["contains", "doesNotContain"];
const comparison = fc.oneof(
  compared("slot.day", order, ["2026-03-03", ref("offer.day"), ref("entry.from"), ref("entry.to")]),
  compared("entry.to", order, [ref("slot.day"), ref("decision.dayAfter")]),
  compared("decision.dayAfter", order, ["2026-03-04", ref("entry.to"), ref("offer.day")]),
  compared("slot.time", order, [
    "10:00",
    ref("offer.time"),
    ref("entry.earliestTime"),
    ref("entry.latestTime"),
  ]),
  compared("entry.latestTime", order, ["12:00", ref("slot.time")]),
  compared("slot.durationMinutes", order, [30, ref("entry.durationMinutes"), ref("rate.longest")]),
  compared("entry.durationMinutes", order, [45, ref("slot.durationMinutes"), ref("rate.longest")]),
  compared("slot.specialty", equality, ["dermatology", ref("entry.specialty"), ref("slot.practitioner")]),
  compared("entry.practitioner", equality, ["any", ref("slot.practitioner"), ref("entry.specialty")]),
  compared("slot.practitioner", equality, ["practitioner-1", ref("entry.practitioner")]),
  compared("entry.weekdays", membership, ["monday", ref("decision.slotWeekday")]),
  compared("decision.slotWeekday", ["in", "notIn"], [["monday", "tuesday"], ref("entry.weekdays")]),
  compared("entry.state", equality, ["waiting", "booked"]),
  compared("slot.free", equality, [true, false]),
  compared("offer.day", equality, ["2026-03-02", "2026-03-03"]),
);
const condition = fc.letrec<{ condition: Json }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    comparison,
    fc.array(tie("condition"), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie("condition"), { minLength: 1, maxLength: 2 }).map((any) => ({ any })),
    tie("condition").map((not) => ({ not })),
  ),
})).condition;

interface Edit {
  readonly cases: readonly Json[];
  readonly offerableFirst: readonly { readonly when: Json; readonly then: boolean }[];
  readonly onlyWhen: Json;
  readonly left: readonly number[];
  readonly datedBy: string;
  readonly laterEdition: boolean;
  readonly silent: boolean;
}

/** Policies with the facts and decisions of the shipped one, and conditions of all forms. */
const amended: fc.Arbitrary<Policy> = fc
  .record<Edit>({
    cases: fc.array(condition, { maxLength: 3 }),
    offerableFirst: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      {
        weight: 1,
        arbitrary: fc.array(fc.record({ when: condition, then: fc.boolean() }), { maxLength: 2 }),
      },
    ),
    onlyWhen: fc.option(condition, { freq: 10, nil: undefined }),
    left: fc.oneof(
      { weight: 3, arbitrary: fc.constant([...Array(12).keys()]) },
      { weight: 1, arbitrary: fc.subarray([...Array(12).keys()], { minLength: 1 }) },
    ),
    datedBy: fc.constantFrom("slot.day", "slot.day", "slot.day", "offer.day", "entry.from"),
    laterEdition: fc.boolean(),
    silent: fc.constantFrom(false, false, true),
  })
  .map(load)
  .filter((policy) => policy !== undefined);

function load(edit: Edit): Policy | undefined {
  const policy: Json = JSON.parse(JSON.stringify(waitlistOffer));
  const [edition] = policy.editions;
  const [weekday, refusals, offerable] = edition.tables;
  delete policy.laws;
  delete policy.accepts;
  policy.datedBy = edit.datedBy;
  policy.decisions.refusals.values.push("ours");
  policy.decisions.dayAfter = { kind: "date", label: "the day after the slot", internal: true };
  policy.rates.longest = {
    kind: "integer",
    label: "longest visit",
    rows: [
      { from: "2023-01-04", value: 30, cites: [edition.source] },
      { from: "2026-03-04", value: 45, cites: [edition.source] },
    ],
  };
  const first = {
    ...refusals,
    cases: refusals.cases.filter((_: Json, place: number) => edit.left.includes(place)),
  };
  first.cases.push(...edit.cases.map((when, index) => ({ id: `OURS-${index}`, when, then: ["ours"] })));
  if (edit.onlyWhen) {
    first.onlyWhen = edit.onlyWhen;
    policy.decisions.refusals.default = ["ours"];
  }
  const yesOrNo = edit.offerableFirst.map((one, index) => ({ id: `OURS-FIRST-${index}`, ...one }));
  const silently = {
    id: "OURS-SILENT",
    when: { fact: "slot.time", operator: "equal", value: "12:00" },
    then: false,
  };
  const answer = {
    ...offerable,
    cases: [...yesOrNo, ...offerable.cases, ...(edit.silent ? [silently] : [])],
  };
  const dayAfter = { decides: "dayAfter", is: { plus: [{ fact: "slot.day" }, "P1D"] } };
  const changed = [weekday, dayAfter, first, answer];
  edition.tables = edit.laterEdition ? [weekday, dayAfter, refusals, offerable] : changed;
  if (edit.laterEdition) policy.editions.push({ ...edition, inForceFrom: "2026-03-03", tables: changed });
  try {
    return policyFromJson(JSON.stringify(policy));
  } catch (error) {
    if (GuichetError.isInstance(error)) return undefined;
    throw error;
  }
}
