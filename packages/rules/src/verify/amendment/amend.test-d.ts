import { describe, expectTypeOf, it } from "vitest";
import { decide } from "../../engine/decide.js";
import type { FactsOf, Policy } from "../../language/policy.js";
import { loyaltyDiscount } from "../../policies/loyalty-discount/index.js";
import { recordHandover } from "../../policies/record-handover/index.js";
import { amend } from "./amend.js";
import { amendmentFromJson, defineAmendment } from "./define-amendment.js";

const source = { title: "Memo", kind: "house-rule", dated: true, checkedOn: "2026-11-21" } as const;
const about = { id: "memo", title: "Memo", source, from: "2026-12-01" } as const;

describe("an amendment is typed by its policy", () => {
  it("names rates, editions, cases, decisions and sets that exist", () => {
    const written = () => [
      defineAmendment(loyaltyDiscount, {
        ...about,
        policy: "loyalty-discount",
        // @ts-expect-error there is no rate "discount"
        changes: [{ rate: "discount", value: 10 }],
      }),
      defineAmendment(loyaltyDiscount, {
        ...about,
        // @ts-expect-error another policy
        policy: "record-handover",
        changes: [{ rate: "loyaltyPercent", value: 10 }],
      }),
      defineAmendment(recordHandover, {
        ...about,
        policy: "record-handover",
        // @ts-expect-error there is no such edition
        changes: [{ edition: "2002-03-06", replaces: "RH-11", case: { id: "M-1", then: [] } }],
      }),
      defineAmendment(recordHandover, {
        ...about,
        policy: "record-handover",
        // @ts-expect-error there is no such case
        changes: [{ edition: "2002-03-05", replaces: "RH-99", case: { id: "M-1", then: [] } }],
      }),
      defineAmendment(recordHandover, {
        ...about,
        policy: "record-handover",
        // @ts-expect-error a choice is not a set
        changes: [{ element: "form", of: ["decision.nextStep"] }],
      }),
    ];
    expectTypeOf(written).returns.toBeArray();
  });

  it("is of one policy; one from a file may be of any", () => {
    const email = defineAmendment(recordHandover, {
      ...about,
      policy: "record-handover",
      changes: [{ element: "form", of: ["decision.requiredDocuments", "record.heldDocuments"] }],
    });
    expectTypeOf(amend(recordHandover, email).id).toEqualTypeOf<"record-handover">();
    // @ts-expect-error an amendment of another policy
    expectTypeOf(() => amend(loyaltyDiscount, email)).toBeFunction();
    expectTypeOf(() => amend(loyaltyDiscount, amendmentFromJson("{}"))).toBeFunction();
    // @ts-expect-error no amendment at all
    expectTypeOf(() => amend(loyaltyDiscount)).toBeFunction();
  });
});

describe("an amended policy", () => {
  const amended = amend(recordHandover, amendmentFromJson("{}"));

  it("is a policy that takes the facts of the issued one", () => {
    expectTypeOf(amended).toExtend<Policy>();
    expectTypeOf<FactsOf<typeof recordHandover>>().toExtend<FactsOf<typeof amended>>();
    expectTypeOf<FactsOf<typeof amended>>().not.toEqualTypeOf<object>();
  });

  it("has wider sets, and choices as they were", () => {
    const decision = decide(amended, { record: { heldDocuments: ["ct-scan", "consent-form"] } });
    if (decision.status !== "decided") return;
    expectTypeOf(decision.outcome.responsible).toEqualTypeOf<
      "practitioner" | "secretariat-lead" | "unregulated"
    >();
    expectTypeOf<"consent-form">().toExtend<(typeof decision.outcome.missingDocuments)[number]>();
    expectTypeOf(decision.outcome.missingDocuments).toExtend<readonly string[]>();
    // @ts-expect-error a choice has the values it had
    decide(amended, { delivery: { mode: "pigeon" } });
    // @ts-expect-error there is no such fact
    decide(amended, { delivery: { by: "pigeon" } });
  });
});
