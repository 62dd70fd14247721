import { GuichetError, problemAt } from "@guichet/rules";
import type { InvoiceInput } from "@guichet/rules/desk";
import type { OrderWithEntries } from "../lookups/read-order.js";
import type { Clinic } from "./clinic.js";

/** What the desk knows of an order and MEDOTS does not tell. What is left out is unknown. */
export interface OrderKnown {
  /** The patient has no insurance, or does not claim it. */
  readonly selfPaying?: boolean | undefined;
  /** What holds for all lines, as a rule the day of the service, the insurance and who is treated. */
  readonly facts?: InvoiceInput["facts"];
  /** What is particular to a line, by the number of its entry. */
  readonly lines?: Readonly<Record<number, InvoiceInput["facts"]>> | undefined;
}

/**
 * An order of MEDOTS as an invoice, in kopecks. The line of service follows from the catalogue, where the clinic says
 * what its entry types are; whether the insurer has it in the program nobody but the desk can know.
 *
 * Errors: `price-malformed` for a price in parts of a kopeck.
 */
export function invoiceOf({ entries }: OrderWithEntries, clinic: Clinic, known: OrderKnown): InvoiceInput {
  return {
    ...(known.selfPaying === undefined ? {} : { selfPaying: known.selfPaying }),
    ...(known.facts === undefined ? {} : { facts: known.facts }),
    lines: entries.map(({ id, entryTypeId, amount, price }) => {
      const line = clinic.serviceLines?.[entryTypeId];
      const facts = known.lines?.[id];
      const service = { ...(line === undefined ? {} : { line }), ...facts?.service };
      return {
        id: String(id),
        unitPriceMinor: kopecksOf(price, id),
        quantity: amount,
        currency: "RUB",
        facts: { ...facts, service },
      };
    }),
  };
}

function kopecksOf(price: number | string, entry: number): number {
  const [, roubles, kopecks = ""] = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(String(price)) ?? [];
  if (roubles !== undefined) return Number(roubles) * 100 + Number(kopecks.padEnd(2, "0"));
  throw new GuichetError("price-malformed", [
    problemAt(
      "price-malformed",
      `medots, entry ${entry}`,
      "the price is not in roubles and whole kopecks",
      "correct it on MEDOTS",
    ),
  ]);
}
