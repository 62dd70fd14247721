import { describe, expect, it } from "vitest";
import { decide } from "../src/engine/decide.js";
import type { FactsOf } from "../src/language/policy.js";
import { registrationDocuments } from "../src/policies/registration-documents/index.js";

type Facts = FactsOf<typeof registrationDocuments>;
type Role = NonNullable<NonNullable<Facts["applicant"]>["role"]>;

const on = "2026-11-20";

/** Whether the answer says that the rules are silent. */
function isGap(facts: Facts, decision: string): boolean | undefined {
  return decide(registrationDocuments, facts).because?.find((one) => one.decision === decision)?.gap;
}

describe("where the rules are silent on papers at reception", () => {
  it.each<readonly [role: Role, minor: boolean, gap: boolean]>([
    ["patient", false, false],
    ["patient", true, true],
    ["legal-representative", false, true],
    ["legal-representative", true, false],
    ["authorised-representative", false, true],
    ["authorised-representative", true, false],
  ])("for the role %s and a minor patient: %s, what is required is our choice: %s", (role, minor, gap) => {
    const facts: Facts = { request: { on }, applicant: { role }, patient: { minor } };
    expect(isGap(facts, "requiredDocuments")).toBe(gap);
  });

  it("a missing birth certificate leaves open whether the minor's passport would do, a missing passport nothing", () => {
    const parent = {
      request: { on },
      applicant: { role: "legal-representative" },
      patient: { minor: true },
    } as const;
    const documents = { identity: "none", birthCertificate: "original" } as const;
    expect(isGap({ ...parent, documents }, "missingDocuments")).toBe(false);
    expect(
      isGap({ ...parent, documents: { ...documents, birthCertificate: "none" } }, "missingDocuments"),
    ).toBe(true);
  });
});
