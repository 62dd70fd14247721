import { declaredFacts } from "../../language/declared-facts.js";
import type { InvoiceNeed } from "./invoice.js";
import { policyOfBoth, type InvoicePolicies } from "./invoice-facts.js";
import type { LineAnswer } from "./price-line.js";

/** The questions of all lines in one list, each once: the fact that changes most lines first, then as declared. */
export function needsOfInvoice(
  policies: InvoicePolicies,
  answers: readonly LineAnswer[],
): readonly InvoiceNeed[] {
  const asked = answers.flatMap(({ line, needs }) => needs.map((need) => ({ ...need, line: line.id })));
  return [...declaredFacts(policyOfBoth(policies).facts)]
    .flatMap(([fact, { holder }]) => {
      const about = asked.filter((need) => need.fact === fact);
      const affects = [...new Set(about.map((need) => need.affects))].sort();
      const lines = [...new Set(about.map((need) => need.line))].sort();
      return about.length === 0 ? [] : [{ fact, holder, affects, lines }];
    })
    .sort((left, right) => right.lines.length - left.lines.length);
}
