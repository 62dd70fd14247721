import { describe, expect, it } from "vitest";
import { policyFromJson } from "../../language/policy.js";
import { insuranceCoverage, type InsuranceCoverage } from "../../policies/insurance-coverage/policy.js";
import { loyaltyDiscount, type LoyaltyDiscount } from "../../policies/loyalty-discount/policy.js";
import type { InvoiceFacts } from "./invoice-facts.js";
import { priceInvoice } from "./price-invoice.js";

const crown = { id: "crown", unitPriceMinor: 10_000, currency: "RUB" };

/** An employee of a legal entity under contract, and a service with a discount. */
const entitled = {
  service: { on: "2026-11-23", inProgram: false, line: "prosthodontics" },
  beneficiary: { kind: "corporate-employee" },
  entitlement: { from: "2026-01-01", openEnded: true },
} satisfies InvoiceFacts;

/** An insured event of a person on the list of a prepaid insurance. */
const enrolled = {
  insurance: { scheme: "prepaid-enrolment" },
  enrolment: { patientListed: true },
  institution: { listedByInsurer: true },
  care: { setting: "outpatient", indication: "acute" },
} satisfies InvoiceFacts;

/** The same per case, with a letter that does not name the service. */
const perCase = {
  ...enrolled,
  insurance: { scheme: "per-case" },
  guaranteeLetter: { received: true, issuedOn: "2026-11-10" },
  service: { ...entitled.service, inProgram: true, inGuaranteeLetter: false },
} satisfies InvoiceFacts;

describe("who pays, and how much", () => {
  it("takes the discount off what the patient pays", () => {
    const { lines } = priceInvoice({ facts: { ...entitled, ...enrolled }, lines: [crown] });
    expect(lines[0]).toMatchObject({
      ...{ status: "priced", payer: "patient", nextSteps: ["offer-self-payment"] },
      ...{ grossMinor: 10_000, discountPercent: 7, discountMinor: 700, netMinor: 9_300 },
    });
  });

  it("takes nothing off what the insurer pays", () => {
    const facts = { ...entitled, ...enrolled, service: { ...entitled.service, inProgram: true } };
    const { lines } = priceInvoice({ facts, lines: [crown] });
    expect(lines[0]).toMatchObject({
      payer: "insurer",
      nextSteps: ["treat"],
      discountMinor: 0,
      netMinor: 10_000,
    });
  });

  it("keeps what the insurer has to answer apart, at its gross", () => {
    const facts = { ...entitled, ...perCase, approval: { additional: "requested" } } as const;
    const invoice = priceInvoice({ facts, lines: [crown] });
    expect(invoice.status).toBe("priced");
    expect(invoice.lines[0]).toMatchObject({
      payer: "pending",
      nextSteps: ["await-additional-approval"],
      netMinor: 10_000,
    });
    expect(invoice.totals[0]?.byPayer).toMatchObject({
      pending: { netMinor: 10_000 },
      patient: { netMinor: 0 },
    });
  });

  it("takes nothing off while the insurer has to answer, whatever the patient would get", () => {
    const facts = {
      ...entitled,
      ...perCase,
      service: entitled.service,
      guaranteeLetter: { received: false },
    };
    const { lines } = priceInvoice({ facts, lines: [crown] });
    expect(lines[0]).toMatchObject({
      payer: "pending",
      discountPercent: 0,
      discountMinor: 0,
      netMinor: 10_000,
    });
    expect(lines[0]?.decisions.loyaltyDiscount.outcome).toMatchObject({ discountPercent: 7 });
  });

  it("asks nobody for what no rule assigns", () => {
    const facts = { ...entitled, ...enrolled, enrolment: { patientListed: false } };
    const invoice = priceInvoice({ facts, lines: [crown] });
    expect(invoice.lines[0]).toMatchObject({ payer: "unregulated", netMinor: 10_000 });
    expect(invoice.totals[0]?.byPayer).toMatchObject({
      unregulated: { netMinor: 10_000 },
      patient: { netMinor: 0 },
    });
  });

  it("gives no discount on a service of the program that the patient pays after all", () => {
    const facts = { ...entitled, ...perCase, approval: { additional: "refused" } } as const;
    const covered = priceInvoice({ facts, lines: [crown] });
    expect(covered.lines[0]).toMatchObject({ payer: "patient", discountPercent: 0, netMinor: 10_000 });
    const outside = priceInvoice({
      facts: { ...facts, service: { ...facts.service, inProgram: false } },
      lines: [crown],
    });
    expect(outside.lines[0]).toMatchObject({ payer: "patient", discountPercent: 7, netMinor: 9_300 });
  });

  it("asks a self-paying patient nothing about insurance", () => {
    const invoice = priceInvoice({ selfPaying: true, facts: entitled, lines: [crown] });
    expect(invoice.status).toBe("priced");
    expect(invoice.lines[0]).toMatchObject({ payer: "patient", nextSteps: [], netMinor: 9_300 });
    expect(invoice.lines[0]?.decisions).toEqual({ loyaltyDiscount: expect.anything() });
  });

  it.each([
    [7, 0, 7],
    [8, 1, 7],
    [49, 3, 46],
    [50, 4, 46],
    [51, 4, 47],
    [64, 4, 60],
    [65, 5, 60],
    [150, 11, 139],
    [Number.MAX_SAFE_INTEGER, 630_503_947_831_869, 8_376_695_306_909_122],
  ])(
    "rounds the discount of each line half-up: of %i, %i, which leaves %i",
    (unitPriceMinor, discountMinor, netMinor) => {
      const { lines } = priceInvoice({
        selfPaying: true,
        facts: entitled,
        lines: [{ ...crown, unitPriceMinor }],
      });
      expect(lines[0]).toMatchObject({ discountMinor, netMinor });
    },
  );

  it("rounds once for a line, whatever the quantity, and once for each of several lines", () => {
    const net = (lines: readonly (typeof crown & { quantity?: number })[]) =>
      priceInvoice({ selfPaying: true, facts: entitled, lines }).totals[0]?.netMinor;
    expect(net([{ ...crown, unitPriceMinor: 50, quantity: 3 }])).toBe(139);
    expect(net(["a", "b", "c"].map((id) => ({ ...crown, id, unitPriceMinor: 50 })))).toBe(138);
  });

  it("keeps currencies apart, in the order of their codes", () => {
    const lines = [crown, { ...crown, id: "abroad", currency: "EUR", unitPriceMinor: 50 }];
    const { totals } = priceInvoice({ selfPaying: true, facts: entitled, lines });
    expect(totals.map(({ currency, netMinor }) => [currency, netMinor])).toEqual([
      ["EUR", 46],
      ["RUB", 9_300],
    ]);
  });

  it("takes seven percent off in a currency of five minor units too", () => {
    const { lines } = priceInvoice({
      selfPaying: true,
      facts: entitled,
      lines: [{ ...crown, currency: "MGA" }],
    });
    expect(lines[0]?.netMinor).toBe(9_300);
  });
});

describe("an open invoice", () => {
  it("tells between what it lies, and what to ask whom for which lines", () => {
    const unknown = { ...entitled, beneficiary: {} };
    const lines = [
      crown,
      { ...crown, id: "bridge" },
      { ...crown, id: "exam", facts: { service: { line: "diagnostics" } } },
    ] as const;
    const invoice = priceInvoice({ selfPaying: true, facts: unknown, lines });
    expect(invoice).toMatchObject({
      status: "open",
      lines: [
        {
          status: "open",
          payer: { oneOf: ["patient"] },
          discountPercent: { from: 0, to: 7 },
          netMinor: { from: 9_300, to: 10_000 },
        },
        { status: "open", discountMinor: { from: 0, to: 700 } },
        { status: "priced", netMinor: 10_000 },
      ],
      totals: [{ grossMinor: { from: 30_000, to: 30_000 }, netMinor: { from: 28_600, to: 30_000 } }],
    });
    if (invoice.status !== "open") return;
    expect(invoice.needs[0]).toEqual({
      ...{ fact: "beneficiary.kind", holder: "desk", lines: ["bridge", "crown"] },
      affects: ["loyalty-discount/discountPercent"],
    });
  });

  it("counts a line whose payer is open for each possible payer, from nothing to all of it", () => {
    const service = { on: "2026-11-23", line: "prosthodontics" } as const;
    const invoice = priceInvoice({ facts: { ...entitled, ...enrolled, service }, lines: [crown] });
    expect(invoice).toMatchObject({
      status: "open",
      lines: [{ payer: { oneOf: ["insurer", "patient"] }, nextSteps: ["treat", "offer-self-payment"] }],
      totals: [
        {
          byPayer: {
            insurer: { discountMinor: { from: 0, to: 0 }, netMinor: { from: 0, to: 10_000 } },
            pending: { netMinor: { from: 0, to: 0 } },
          },
        },
      ],
    });
    expect(invoice.status === "open" && invoice.needs.map(({ fact }) => fact)).toEqual(["service.inProgram"]);
  });

  it("does not ask about a discount that nobody can get", () => {
    const facts = { ...perCase, service: { on: "2026-11-23", inGuaranteeLetter: true } } as const;
    const covered = priceInvoice({ facts, lines: [crown] });
    expect(covered).toMatchObject({ status: "priced", lines: [{ payer: "insurer", netMinor: 10_000 }] });
    const other = { ...crown, id: "other", facts: { service: { inGuaranteeLetter: false } } };
    const invoice = priceInvoice({ facts, lines: [crown, other] });
    expect(new Set(invoice.status === "open" ? invoice.needs.flatMap(({ lines }) => lines) : [])).toEqual(
      new Set(["other"]),
    );
  });

  it("asks first what settles most lines", () => {
    const facts = {
      ...entitled,
      entitlement: { from: "2026-01-01", to: "2026-06-30" },
      service: { on: "2026-11-23" },
    } as const;
    const outside = { service: { line: "orthodontics", inProgram: false } } as const;
    const lines = [
      { ...crown, id: "one", facts: outside },
      { ...crown, id: "two", facts: { service: { line: "orthodontics" } } } as const,
    ];
    const invoice = priceInvoice({ selfPaying: true, facts, lines });
    expect(invoice.status === "open" && invoice.needs.map(({ fact, lines: ids }) => [fact, ...ids])).toEqual([
      ["entitlement.openEnded", "one", "two"],
      ["service.inProgram", "two"],
    ]);
  });

  it("is not open for a next step alone", () => {
    const facts = { ...entitled, ...perCase, guaranteeLetter: { received: false } };
    const invoice = priceInvoice({ facts, lines: [crown] });
    expect(invoice).toMatchObject({
      status: "priced",
      lines: [{ payer: "pending", nextSteps: ["send-to-insurer-dispatcher", "await-guarantee-letter"] }],
    });
  });
});

describe("a clinic's own policies", () => {
  const text = JSON.stringify(loyaltyDiscount);

  it("give their own discount", () => {
    const own = policyFromJson(text.replace('"value":7', '"value":10')) as unknown as LoyaltyDiscount;
    const { lines } = priceInvoice(
      { selfPaying: true, facts: entitled, lines: [crown] },
      { policies: { loyaltyDiscount: own } },
    );
    expect(lines[0]?.netMinor).toBe(9_000);
  });

  it("give no discount and name no payer before their first day", () => {
    const later = (policy: object): unknown =>
      policyFromJson(JSON.stringify(policy).replace('"inForceFrom":"open"', '"inForceFrom":"2027-01-01"'));
    const policies = {
      insuranceCoverage: later(insuranceCoverage) as InsuranceCoverage,
      loyaltyDiscount: later(loyaltyDiscount) as LoyaltyDiscount,
    };
    const facts = { ...entitled, ...enrolled };
    expect(priceInvoice({ facts, lines: [crown] }, { policies })).toMatchObject({
      status: "priced",
      lines: [{ payer: "unregulated", nextSteps: [], netMinor: 10_000 }],
    });
    expect(priceInvoice({ selfPaying: true, facts, lines: [crown] }, { policies }).lines[0]).toMatchObject({
      payer: "patient",
      netMinor: 10_000,
    });
  });
});
