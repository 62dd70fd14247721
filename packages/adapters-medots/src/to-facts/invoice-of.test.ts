import { fc, test } from "@fast-check/vitest";
import { priceInvoice } from "@guichet/rules/desk";
import { describe, expect, it } from "vitest";
import type { Clinic } from "./clinic.js";
import { invoiceOf } from "./invoice-of.js";

const clinic: Clinic = {
  clinicId: 1,
  zone: "Europe/Moscow",
  address: "1 Example Street",
  services: [],
  appointmentSourceId: 1,
  serviceLines: { 21: "prosthodontics" },
};
const entry = { id: 501, orderId: 9, entryTypeId: 21, title: undefined, amount: 2, price: 1500 };
const orderWith = (...entries: readonly (typeof entry | { readonly price: string })[]) => ({
  order: { id: 9, clientId: undefined, clinicId: undefined },
  entries: entries.map((one) => ({ ...entry, ...one })),
});

describe("an order as an invoice", () => {
  it("has its lines in kopecks, with the line of service of the catalogue", () => {
    expect(invoiceOf(orderWith(entry), clinic, {})).toEqual({
      lines: [
        {
          id: "501",
          unitPriceMinor: 150_000,
          quantity: 2,
          currency: "RUB",
          facts: { service: { line: "prosthodontics" } },
        },
      ],
    });
  });

  it("leaves unknown what neither MEDOTS nor the desk says", () => {
    const [line] = invoiceOf(orderWith({ ...entry, entryTypeId: 22 }), clinic, {}).lines;
    expect(line?.facts).toEqual({ service: {} });
    const invoice = priceInvoice(invoiceOf(orderWith(entry), clinic, { selfPaying: true }));
    expect(invoice).toMatchObject({ status: "open" });
  });

  it("takes what the desk knows of a line and of all of them", () => {
    const invoice = invoiceOf(orderWith(entry), clinic, {
      selfPaying: true,
      facts: {
        service: { on: "2026-03-02" },
        beneficiary: { kind: "relative", relation: "daughter", relativeOf: "insured" },
        entitlement: { from: "2026-01-01", openEnded: true },
      },
      lines: { 501: { service: { inProgram: false } } },
    });
    expect(priceInvoice(invoice)).toMatchObject({
      status: "priced",
      lines: [{ id: "501", payer: "patient", grossMinor: 300_000, discountMinor: 21_000, netMinor: 279_000 }],
    });
  });

  it.each([
    ["0.5", 50],
    ["0.05", 5],
    ["10", 1000],
    ["10.10", 1010],
    [19.99, 1999],
    [0, 0],
  ])("reads a price of %s as %s kopecks", (price, kopecks) => {
    expect(
      invoiceOf(orderWith({ ...entry, price: price as number }), clinic, {}).lines[0]?.unitPriceMinor,
    ).toBe(kopecks);
  });

  it.each([1.005, 1e21, Number.NaN, "1,50", ""])("refuses a price of %s instead of rounding it", (price) => {
    expect(() => invoiceOf(orderWith({ ...entry, price: price as number }), clinic, {})).toThrow(
      "medots, entry 501: the price is not in roubles and whole kopecks; correct it on MEDOTS",
    );
  });

  test.prop([fc.integer({ min: 0, max: 10 ** 9 })])(
    "loses no kopeck of a number with two decimals",
    (kopecks) => {
      const price = Number(`${Math.floor(kopecks / 100)}.${String(kopecks % 100).padStart(2, "0")}`);
      expect(invoiceOf(orderWith({ ...entry, price }), clinic, {}).lines[0]?.unitPriceMinor).toBe(kopecks);
    },
  );
});
