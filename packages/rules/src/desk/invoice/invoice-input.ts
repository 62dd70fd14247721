import type { InvoiceFacts } from "./invoice-facts.js";

/** A service on the invoice. */
export interface InvoiceLineInput {
  /** Its name in the clinic's system; no other line has it. */
  readonly id: string;
  /** The price of one, in minor units of the currency, before any discount. */
  readonly unitPriceMinor: number;
  /** How many; 1 when it is left out. */
  readonly quantity?: number | undefined;
  /** ISO 4217: `RUB`. */
  readonly currency: string;
  /** What is particular to this line. A fact that stands here replaces the one that all lines share. */
  readonly facts?: InvoiceFacts | undefined;
}

/** What is to be priced: the services of one person treated. */
export interface InvoiceInput {
  /**
   * True when the insurer is left out of it: the patient has no insurance, or does not claim it. Then every line
   * falls to the patient, and insurance is not asked about. Left out: false.
   */
  readonly selfPaying?: boolean | undefined;
  /** What holds for all lines, as a rule the day of the service, the person treated and the insurance. */
  readonly facts?: InvoiceFacts | undefined;
  /** At least one. */
  readonly lines: readonly InvoiceLineInput[];
}
