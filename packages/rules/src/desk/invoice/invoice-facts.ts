import type * as z from "zod";
import { captureFacts } from "../../engine/check-facts.js";
import { decideCaptured } from "../../engine/decide.js";
import type { Decision } from "../../engine/decision.js";
import type { Value } from "../../engine/evaluate.js";
import { declaredFacts } from "../../language/declared-facts.js";
import type { ClinicPolicy } from "../../language/clinic-policy.js";
import type { FactsOf, Policy } from "../../language/policy.js";
import type { InsuranceCoverage } from "../../policies/insurance-coverage/policy.js";
import type { LoyaltyDiscount } from "../../policies/loyalty-discount/policy.js";
import { policyFacts } from "../policy-facts.js";

/** The facts of the two policies an invoice is priced by; each may be left out, and is unknown then. */
export type InvoiceFacts = FactsOf<InsuranceCoverage> & FactsOf<LoyaltyDiscount>;

/** The two policies an invoice is priced by. */
export interface InvoicePolicies {
  readonly insuranceCoverage: ClinicPolicy<InsuranceCoverage>;
  readonly loyaltyDiscount: ClinicPolicy<LoyaltyDiscount>;
}

/** Facts by their paths, copied. */
export type CapturedFacts = ReadonlyMap<string, Value>;

/** The facts of both policies as if they were one policy's, so that one check reads them. */
export function policyOfBoth({ insuranceCoverage, loyaltyDiscount }: InvoicePolicies): Policy {
  const facts = {
    ...insuranceCoverage.facts,
    ...loyaltyDiscount.facts,
    service: { ...insuranceCoverage.facts.service, ...loyaltyDiscount.facts.service },
  };
  return { ...insuranceCoverage, facts };
}

/** Facts of an invoice or of a line, read once and with the checks of the policies. */
export function invoiceFactsField(policies: InvoicePolicies): z.ZodType<CapturedFacts, InvoiceFacts> {
  const both = policyOfBoth(policies);
  return policyFacts(both).transform((facts) => captureFacts(both, facts));
}

/** Decides one of the policies on those facts that are its own. */
export function decideOwn<P extends InvoicePolicies[keyof InvoicePolicies]>(
  policy: P,
  facts: CapturedFacts,
): Decision<P> {
  const declared = declaredFacts(policy.facts);
  return decideCaptured(policy, new Map([...facts].filter(([path]) => declared.has(path))));
}
