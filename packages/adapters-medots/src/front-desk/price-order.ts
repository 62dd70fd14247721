import { priceInvoice, type Invoice, type Payer } from "@guichet/rules/desk";
import { ReadFailure } from "../client/read-failure.js";
import { readOrder } from "../lookups/read-order.js";
import { invoiceOf, type OrderKnown } from "../to-facts/invoice-of.js";
import type { FrontDesk } from "./front-desk.js";

/** A line as it should stand on MEDOTS: no call is known that would write it there. */
export interface LineProposal {
  /** The number of the entry on MEDOTS. */
  readonly entryId: number;
  readonly payer: Payer;
  readonly discountPercent: number;
  /** In kopecks. */
  readonly netMinor: number;
}

/** An order, priced by the clinic's rules. */
export interface PricedOrder {
  readonly orderId: number;
  readonly invoice: Invoice;
  /** For a person to enter, line by line; only lines whose payer and amounts are settled. */
  readonly proposal: readonly LineProposal[];
}

/**
 * Prices the lines of an order: who pays each, what is taken off, what is left. Nothing is written on MEDOTS.
 *
 * Errors: `ReadFailure` (`clinic-other` for an order of another clinic), `price-malformed`, `input-refused` (see `priceInvoice`).
 */
export async function priceOrder(
  { client, clinic, policies = {} }: Pick<FrontDesk, "client" | "clinic" | "policies">,
  orderId: number,
  known: OrderKnown,
  signal: AbortSignal,
): Promise<PricedOrder> {
  const order = await readOrder(client, orderId, signal);
  const { clinicId } = order.order;
  if (clinicId !== undefined && clinicId !== clinic.clinicId)
    throw new ReadFailure("clinic-other", `order ${orderId}`);
  const invoice = priceInvoice(invoiceOf(order, clinic, known), { policies });
  const proposal = invoice.lines.flatMap((line) =>
    line.status === "priced"
      ? [
          {
            entryId: Number(line.id),
            payer: line.payer,
            discountPercent: line.discountPercent,
            netMinor: line.netMinor,
          },
        ]
      : [],
  );
  return { orderId, invoice, proposal };
}
