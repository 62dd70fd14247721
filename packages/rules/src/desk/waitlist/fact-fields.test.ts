import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { captureFacts, checkFacts } from "../../engine/check-facts.js";
import { waitlistOffer } from "../../policies/waitlist-offer/index.js";
import { arbitraryFacts } from "../../testing/arbitrary-facts.js";
import { factFields } from "./fact-fields.js";

const slot = z.strictObject(factFields(waitlistOffer, "slot"));
const names = Object.keys(waitlistOffer.facts.slot);
const facts = arbitraryFacts(waitlistOffer).map((one) => one.slot ?? {});

describe("the facts of a group as fields", () => {
  it("are read as the policy reads them", () => {
    fc.assert(
      fc.property(facts, (right) => {
        const captured = captureFacts(waitlistOffer, { slot: right });
        expect(Object.entries(slot.parse(right)).map(([name, value]) => [`slot.${name}`, value])).toEqual([
          ...captured,
        ]);
      }),
    );
  });

  it("are refused as the policy refuses them, without the value", () => {
    const wrong = fc.constantFrom(null, "", "never-shown", -1, 0.5, true, [], ["never-shown"], {});
    fc.assert(
      fc.property(facts, fc.constantFrom(...names), wrong, (right, name, value) => {
        const changed = { ...right, [name]: value };
        const problems = checkFacts(waitlistOffer, { slot: changed });
        const issues = slot.safeParse(changed, { reportInput: true }).error?.issues ?? [];
        expect(issues).toEqual(
          problems.map(({ code, expected }) =>
            expect.objectContaining({
              path: [name],
              params: { code, what: expect.any(String), expected },
            }),
          ),
        );
        expect(JSON.stringify(issues)).not.toContain("never-shown");
      }),
    );
  });

  it("must all be there", () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...names), (right, name) => {
        const { error } = slot.safeParse({ ...right, [name]: undefined });
        expect(error?.issues.map((issue) => issue.path)).toEqual([[name]]);
      }),
    );
  });
});
