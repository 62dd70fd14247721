import type { Findings } from "../../language/findings.js";
import { freezeDeeply } from "../../language/freeze-deeply.js";
import { parseJson } from "../../language/parse-json.js";
import type { Policy } from "../../language/policy.js";
import { GuichetError } from "../../language/problem.js";
import type { Amendment, AmendmentOf } from "./amendment.js";
import { readAmendment } from "./read-amendment.js";

/**
 * Writes an amendment in a policy's own words: a rate, a case or an edition the policy does not have does not compile.
 *
 * Errors: `amendment-refused`, with everything its form lacks.
 *
 * @example
 * const tenPercent = defineAmendment(loyaltyDiscount, {
 *   id: "riverside-loyalty",
 *   policy: "loyalty-discount",
 *   title: "Loyalty discount of 10 %",
 *   source: { title: "Riverside price list", kind: "house-rule", dated: true, checkedOn: "2026-11-21" },
 *   from: "2026-12-01",
 *   changes: [{ rate: "loyaltyPercent", value: 10 }],
 * });
 */
export function defineAmendment<P extends Policy>(policy: P, amendment: AmendmentOf<P>): Amendment<P["id"]> {
  void policy;
  return accepted(amendment);
}

/**
 * Loads an amendment file. Whether it fits a policy is for `amend` to say.
 *
 * Errors: `amendment-refused`, with everything its form lacks, `not-json` among it.
 */
export function amendmentFromJson(text: string): Amendment {
  return accepted(parseJson(text, amendmentFile));
}

const amendmentFile = { refused: "amendment-refused", file: "amendment file", of: "an amendment" } as const;

function accepted(data: unknown): Amendment {
  const findings: Findings = { problems: [] };
  const amendment = readAmendment(findings, data);
  if (!amendment) throw new GuichetError("amendment-refused", findings.problems);
  return freezeDeeply(amendment);
}
