import type { Decision } from "../../engine/decision.js";
import type { ClinicPolicy } from "../../language/clinic-policy.js";
import type { Holder } from "../../language/fact.js";
import type { OutcomeOfPolicy } from "../../language/policy.js";
import type { InsuranceCoverage } from "../../policies/insurance-coverage/policy.js";
import type { LoyaltyDiscount } from "../../policies/loyalty-discount/policy.js";

/** Who pays; `pending` while the insurer has to answer, `unregulated` where the rules name nobody. */
export type Payer = OutcomeOfPolicy<InsuranceCoverage>["payer"];

/** What the front desk does about the payer. */
export type CoverageStep = OutcomeOfPolicy<InsuranceCoverage>["nextStep"];

/** From one number to another, both included. */
export interface NumberRange {
  readonly from: number;
  readonly to: number;
}

/** The three sums of a line or of a total, in minor units. The discount and the net always make the gross. */
export interface Sums<Amount> {
  readonly grossMinor: Amount;
  readonly discountMinor: Amount;
  readonly netMinor: Amount;
}

/** What a line was priced from, with reasons and sources. */
export interface LineDecisions {
  /** Left out where the patient pays without insurance. */
  readonly insuranceCoverage?: Decision<ClinicPolicy<InsuranceCoverage>>;
  readonly loyaltyDiscount: Decision<ClinicPolicy<LoyaltyDiscount>>;
}

interface LineAbout {
  readonly id: string;
  readonly currency: string;
  /** Unit price times quantity. */
  readonly grossMinor: number;
  /** What the front desk may have to do about the payer: one step once that is settled, none without insurance. */
  readonly nextSteps: readonly CoverageStep[];
  readonly decisions: LineDecisions;
}

/** A line whose payer and amounts are settled. */
export interface PricedLine extends LineAbout, Sums<number> {
  readonly status: "priced";
  readonly payer: Payer;
  /** What is taken off this line: 0 unless the patient pays it. */
  readonly discountPercent: number;
}

/** A line whose payer or discount depends on facts that are not known yet. */
export interface OpenLine extends LineAbout {
  readonly status: "open";
  readonly payer: { readonly oneOf: readonly Payer[] };
  readonly discountPercent: NumberRange;
  readonly discountMinor: NumberRange;
  readonly netMinor: NumberRange;
}

/** The sums of the lines in one currency. */
export interface CurrencyTotal<Amount> extends Sums<Amount> {
  readonly currency: string;
  /** The part of each payer, nothing where there is none. What `pending` holds is asked of nobody yet. */
  readonly byPayer: Readonly<Record<Payer, Sums<Amount>>>;
}

/** A fact that payers or amounts still depend on. */
export interface InvoiceNeed {
  readonly fact: string;
  /** Who can tell. */
  readonly holder: Holder;
  /** The decisions it can change, as `policy/decision`. */
  readonly affects: readonly string[];
  /** The ids of the lines it can change, in the order of their characters. */
  readonly lines: readonly string[];
}

/** Every payer and every amount is settled. */
export interface PricedInvoice {
  readonly status: "priced";
  /** In the order of the input. */
  readonly lines: readonly PricedLine[];
  /** One for each currency, in the order of their codes. */
  readonly totals: readonly CurrencyTotal<number>[];
}

/** Some lines are open. Every total is a range, with equal ends where it is settled. */
export interface OpenInvoice {
  readonly status: "open";
  /** In the order of the input. */
  readonly lines: readonly (PricedLine | OpenLine)[];
  /** One for each currency, in the order of their codes. */
  readonly totals: readonly CurrencyTotal<NumberRange>[];
  /** What to ask, the fact that changes most lines first: once all of it is known, the invoice is priced. */
  readonly needs: readonly InvoiceNeed[];
}

/** What `priceInvoice` answers. */
export type Invoice = PricedInvoice | OpenInvoice;
