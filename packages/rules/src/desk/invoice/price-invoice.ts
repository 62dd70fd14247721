import { insuranceCoverage } from "../../policies/insurance-coverage/policy.js";
import { loyaltyDiscount } from "../../policies/loyalty-discount/policy.js";
import type { Invoice, OpenLine, PricedLine } from "./invoice.js";
import type { InvoicePolicies } from "./invoice-facts.js";
import type { InvoiceInput } from "./invoice-input.js";
import { needsOfInvoice } from "./invoice-needs.js";
import { totalsOf } from "./invoice-totals.js";
import { priceLine, rangeOf } from "./price-line.js";
import { readInvoice } from "./read-invoice.js";

const shipped: InvoicePolicies = { insuranceCoverage, loyaltyDiscount };

export interface PriceInvoiceOptions {
  /** A clinic's own policies in place of the shipped ones. */
  readonly policies?: Partial<InvoicePolicies> | undefined;
}

/**
 * Prices the services of one person treated: who pays each line, what is taken off, what is left, and the totals
 * by currency and payer.
 *
 * Shape: amounts are whole minor units. The loyalty discount is taken off what the patient pays, half-up to the
 * minor unit on each line, and never off what the insurer pays. A line whose payer is `pending` or `unregulated`
 * stands at its gross: nobody is asked for it yet, and it is the most it can cost anybody. While facts are missing
 * the invoice is `open`: what is not settled is a range that holds every amount still possible, and `needs` says
 * what to ask.
 *
 * Errors: `input-refused` with every problem at once: what has no line, a price below zero, a currency that does
 * not exist, an amount or a total beyond 2^53 - 1, wrong facts.
 *
 * @example
 * const invoice = priceInvoice({
 *   selfPaying: true,
 *   facts: {
 *     service: { on: "2026-11-23", inProgram: false },
 *     beneficiary: { kind: "corporate-employee" },
 *     entitlement: { from: "2026-01-01", openEnded: true },
 *   },
 *   lines: [
 *     { id: "crown", unitPriceMinor: 10_000, currency: "RUB", facts: { service: { line: "prosthodontics" } } },
 *   ],
 * });
 * if (invoice.status === "priced") invoice.totals[0]?.byPayer.patient.netMinor; // 9300
 */
export function priceInvoice(input: InvoiceInput, options: PriceInvoiceOptions = {}): Invoice {
  const policies = options.policies ? { ...shipped, ...options.policies } : shipped;
  const { lines, selfPaying } = readInvoice(policies, input);
  const answers = lines.map((line) => priceLine(policies, line, selfPaying));
  const priced = answers.map(({ line }) => line);
  return areAllPriced(priced)
    ? { status: "priced", lines: priced, totals: totalsOf(answers, ({ from }) => Number(from)) }
    : {
        status: "open",
        lines: priced,
        totals: totalsOf(answers, rangeOf),
        needs: needsOfInvoice(policies, answers),
      };
}

function areAllPriced(lines: readonly (PricedLine | OpenLine)[]): lines is readonly PricedLine[] {
  return lines.every(({ status }) => status === "priced");
}
