// A clinic's own file: it raises the loyalty discount for a month, is shown what that changes, and may not allow email.
import { decide, explain, GuichetError } from "@guichet/rules";
import { loyaltyDiscount } from "@guichet/rules/policies/loyalty-discount";
import { loyaltyDiscountEn } from "@guichet/rules/policies/loyalty-discount/en";
import { recordHandover } from "@guichet/rules/policies/record-handover";
import { amend, amendLocale, defineAmendment, diffInWords, diffPolicies } from "@guichet/rules/verify";

const tenPercent = defineAmendment(loyaltyDiscount, {
  id: "riverside-december",
  policy: "loyalty-discount",
  title: "Loyalty discount of 10 % in December",
  source: { title: "Riverside price list", kind: "house-rule", dated: true, checkedOn: "2026-11-21" },
  from: "2026-12-01",
  to: "2026-12-31",
  changes: [{ rate: "loyaltyPercent", value: 10 }],
});
const ours = amend(loyaltyDiscount, tenPercent);
const oursEn = amendLocale(loyaltyDiscountEn, ours, tenPercent);

console.log(diffInWords(diffPolicies(loyaltyDiscount, ours), oursEn).summary);

for (const on of ["2026-11-30", "2026-12-01", "2026-12-31", "2027-01-01"] as const) {
  const decision = decide(ours, {
    beneficiary: { kind: "insured" },
    entitlement: { from: "2026-01-01", openEnded: true },
    service: { on, line: "implantology", inProgram: false },
  });
  console.log(on, decision.amendments, explain(decision, oursEn).answers[1]?.reasons[0]?.sentence);
}

// No case refuses an email any more: the policy's laws say that one must.
const byEmail = defineAmendment(recordHandover, {
  id: "riverside-email",
  policy: "record-handover",
  title: "Records may leave by email",
  source: { title: "Riverside memo", kind: "house-rule", dated: true, checkedOn: "2026-11-21" },
  from: "2026-12-01",
  changes: [{ edition: "2002-03-05", replaces: "RH-11", case: { id: "email-allowed", then: [] } }],
});
try {
  amend(recordHandover, byEmail);
} catch (error) {
  if (!GuichetError.isInstance(error)) throw error;
  console.log(error.code);
  for (const problem of error.problems) {
    console.log(`  ${problem.message}`);
    if ("witness" in problem) console.log(JSON.stringify(problem.witness));
  }
}
