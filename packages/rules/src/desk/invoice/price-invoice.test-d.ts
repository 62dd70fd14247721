import { describe, expectTypeOf, it } from "vitest";
import type { NumberRange, Payer } from "./invoice.js";
import { priceInvoice } from "./price-invoice.js";

const line = { id: "crown", unitPriceMinor: 10_000, currency: "RUB" };
const invoice = priceInvoice({ lines: [line] });

describe("an invoice is typed by its status", () => {
  it("has one amount everywhere once it is priced", () => {
    if (invoice.status !== "priced") return;
    expectTypeOf(invoice.lines[0]?.netMinor).toEqualTypeOf<number | undefined>();
    expectTypeOf(invoice.lines[0]?.payer).toEqualTypeOf<Payer | undefined>();
    expectTypeOf(invoice.totals[0]?.byPayer.patient.netMinor).toEqualTypeOf<number | undefined>();
    // @ts-expect-error there is nothing left to ask
    void invoice.needs;
  });

  it("has ranges, and what to ask, while it is open", () => {
    if (invoice.status !== "open") return;
    expectTypeOf(invoice.totals[0]?.netMinor).toEqualTypeOf<NumberRange | undefined>();
    expectTypeOf(invoice.needs[0]?.lines).toEqualTypeOf<readonly string[] | undefined>();
    // @ts-expect-error an open total is no number
    const net: number | undefined = invoice.totals[0]?.netMinor;
    void net;
  });

  it("does not give an amount to whoever has not looked at the status", () => {
    // @ts-expect-error the total may be a range
    const net: number | undefined = invoice.totals[0]?.netMinor;
    void net;
  });

  it("takes the facts of both policies, and no others", () => {
    void ((): unknown[] => [
      priceInvoice({
        facts: { insurance: { scheme: "per-case" }, beneficiary: { kind: "other" } },
        lines: [line],
      }),
      // @ts-expect-error there is no such scheme
      priceInvoice({ facts: { insurance: { scheme: "monthly" } }, lines: [line] }),
      // @ts-expect-error there is no fact "service.onn"
      priceInvoice({ lines: [{ ...line, facts: { service: { onn: "2026-11-23" } } }] }),
      // @ts-expect-error a line has a currency
      priceInvoice({ lines: [{ id: "crown", unitPriceMinor: 1 }] }),
    ]);
  });
});
