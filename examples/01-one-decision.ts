// One decision: facts in, a typed answer out, with the reason and its source.
import { decide, explain } from "@guichet/rules";
import { loyaltyDiscount } from "@guichet/rules/policies/loyalty-discount";
import { loyaltyDiscountEn } from "@guichet/rules/policies/loyalty-discount/en";

const decision = decide(loyaltyDiscount, {
  service: { on: "2026-11-23", line: "implantology", inProgram: false },
  beneficiary: { kind: "relative", relation: "daughter", relativeOf: "insured" },
  entitlement: { from: "2026-02-01", to: "2027-01-31", openEnded: false },
});

console.log(decision.outcome);
for (const { reasons, sources } of explain(decision, loyaltyDiscountEn).answers) {
  for (const { sentence } of reasons) console.log(sentence);
  for (const { title, section } of sources) console.log(`  ${title}: ${section}`);
}
