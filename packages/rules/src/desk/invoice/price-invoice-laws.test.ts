import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFacts } from "../../engine/check-facts.js";
import { declaredFacts } from "../../language/declared-facts.js";
import { insuranceCoverage } from "../../policies/insurance-coverage/policy.js";
import { loyaltyDiscount } from "../../policies/loyalty-discount/policy.js";
import { nestFacts } from "../../engine/nest-facts.js";
import { arbitraryFacts } from "../../testing/arbitrary-facts.js";
import type { Invoice, NumberRange, Payer, Sums } from "./invoice.js";
import { policyOfBoth, type CapturedFacts, type InvoiceFacts } from "./invoice-facts.js";
import type { InvoiceInput, InvoiceLineInput } from "./invoice-input.js";
import { priceInvoice } from "./price-invoice.js";

const both = policyOfBoth({ insuranceCoverage, loyaltyDiscount });
const paths = [...declaredFacts(both.facts).keys()];
const payers = ["insurer", "patient", "pending", "unregulated"] as const satisfies readonly Payer[];
const sums = ["grossMinor", "discountMinor", "netMinor"] as const satisfies readonly (keyof Sums<number>)[];

/** A line with facts that are complete, and those of them that are known. */
interface Drawn {
  readonly line: InvoiceLineInput;
  readonly complete: CapturedFacts;
  readonly known: ReadonlySet<string>;
}

const drawnLine: fc.Arbitrary<Drawn> = fc
  .record({
    quantity: fc.constantFrom(1, 2, 3),
    unitPriceMinor: fc.oneof(
      fc.integer({ min: 0, max: 300 }),
      // Four lines of three are just below the largest total.
      fc.integer({ min: 0, max: 300 }).map((less) => Math.floor(Number.MAX_SAFE_INTEGER / 12) - less),
    ),
    currency: fc.constantFrom("RUB", "EUR", "MGA"),
    complete: arbitraryFacts(both).map((facts) => readFacts(both, facts).values),
    known: fc.oneof(fc.subarray(paths), fc.subarray(paths, { minLength: paths.length - 2 })),
  })
  .map(({ complete, known, ...line }) => ({ line: { id: "", ...line }, complete, known: new Set(known) }));

const drawn = fc.record({
  selfPaying: fc.boolean(),
  lines: fc
    .array(drawnLine, { minLength: 1, maxLength: 4 })
    .map((lines) => lines.map((each, index) => ({ ...each, line: { ...each.line, id: `line-${index}` } }))),
});

interface DrawnInvoice {
  readonly selfPaying: boolean;
  readonly lines: readonly Drawn[];
}

function invoiceOn(
  { selfPaying, lines }: DrawnInvoice,
  keep: (drawn: Drawn, path: string) => boolean,
): InvoiceInput {
  const factsOf = (each: Drawn): InvoiceFacts =>
    nestFacts(new Map([...each.complete].filter(([path]) => keep(each, path))));
  return { selfPaying, lines: lines.map((each) => ({ ...each.line, facts: factsOf(each) })) };
}

const completely = (invoice: DrawnInvoice): InvoiceInput => invoiceOn(invoice, () => true);
const partly = (invoice: DrawnInvoice): InvoiceInput =>
  invoiceOn(invoice, ({ known }, path) => known.has(path));

function rangeOf(amount: number | NumberRange): NumberRange {
  return typeof amount === "number" ? { from: amount, to: amount } : amount;
}

function withChange(input: InvoiceInput, change: InvoiceFacts): InvoiceInput {
  const lines = input.lines.map((line) => ({
    ...line,
    facts: {
      ...line.facts,
      service: { ...line.facts?.service, ...change.service },
      institution: { ...line.facts?.institution, ...change.institution },
    },
  }));
  return { ...input, lines };
}

/** What the patient has to pay, over all currencies. */
function patientOwes(input: InvoiceInput, sum: keyof Sums<number>): bigint {
  const { totals } = priceInvoice(input);
  return totals.reduce((all, { byPayer }) => all + BigInt(rangeOf(byPayer.patient[sum]).to), 0n);
}

function holds(invoices: (drawn: DrawnInvoice) => void): void {
  fc.assert(fc.property(drawn, invoices), { numRuns: 150 });
}

describe("on complete facts", () => {
  it("every invoice is priced, and nothing is left to ask", () => {
    holds((invoice) => {
      expect(priceInvoice(completely(invoice)).status).toBe("priced");
    });
  });

  it("a discount never raises a price, and never takes more than the price", () => {
    holds((invoice) => {
      for (const { netMinor, grossMinor } of pricedLines(invoice)) {
        expect(netMinor).toBeLessThanOrEqual(grossMinor);
        expect(netMinor).toBeGreaterThanOrEqual(0);
      }
    });
  });

  it("each line is its price times its quantity, less the patient's discount rounded half-up", () => {
    holds((invoice) => {
      pricedLines(invoice).forEach((line, index) => {
        const { unitPriceMinor = 0, quantity = 1 } = invoice.lines[index]?.line ?? {};
        const gross = BigInt(unitPriceMinor) * BigInt(quantity);
        const { outcome } = line.decisions.loyaltyDiscount;
        const percent = line.payer === "patient" ? BigInt(outcome?.discountPercent ?? 0) : 0n;
        const discount = (2n * gross * percent + 100n) / 200n;
        expect([line.grossMinor, line.discountMinor, line.netMinor].map(BigInt)).toEqual([
          gross,
          discount,
          gross - discount,
        ]);
      });
    });
  });

  it("rounding never loses a minor unit between lines and totals", () => {
    holds((invoice) => {
      const priced = priceInvoice(completely(invoice));
      if (priced.status !== "priced") return expect.unreachable();
      for (const total of priced.totals) {
        const lines = priced.lines.filter(({ currency }) => currency === total.currency);
        for (const sum of sums) {
          const exact = (of: typeof lines): bigint => of.reduce((all, line) => all + BigInt(line[sum]), 0n);
          expect(BigInt(total[sum])).toBe(exact(lines));
          for (const payer of payers) {
            expect(BigInt(total.byPayer[payer][sum])).toBe(
              exact(lines.filter((line) => line.payer === payer)),
            );
          }
        }
        expect(BigInt(total.discountMinor) + BigInt(total.netMinor)).toBe(BigInt(total.grossMinor));
      }
    });
  });

  it.each([
    [
      "the guarantee letter",
      { service: { inGuaranteeLetter: false } },
      { service: { inGuaranteeLetter: true } },
    ],
    [
      "the insurer's list of clinics",
      { institution: { listedByInsurer: false } },
      { institution: { listedByInsurer: true } },
    ],
  ])("more coverage by %s never costs the patient more", (_, less, more) => {
    holds((invoice) => {
      const input = completely(invoice);
      expect(
        patientOwes(withChange(input, more), "netMinor") <= patientOwes(withChange(input, less), "netMinor"),
      ).toBe(true);
    });
  });

  it("a larger program never gives the patient more to pay before the discount, which it may take away", () => {
    holds((invoice) => {
      const [less, more] = [false, true].map((inProgram) =>
        patientOwes(withChange(completely(invoice), { service: { inProgram } }), "grossMinor"),
      );
      expect((more ?? 0n) <= (less ?? 0n)).toBe(true);
    });
  });
});

describe("on partial facts", () => {
  it("every completion lies within the ranges, line by line and in the totals", () => {
    holds((invoice) => {
      const open = priceInvoice(partly(invoice));
      const priced = priceInvoice(completely(invoice));
      if (priced.status !== "priced") return expect.unreachable();
      priced.lines.forEach((line, index) => {
        const before = open.lines[index];
        if (before === undefined) return expect.unreachable();
        expect(before.status === "open" ? before.payer.oneOf : [before.payer]).toContain(line.payer);
        expect(before.nextSteps).toEqual(expect.arrayContaining([...line.nextSteps]));
        for (const name of ["discountPercent", ...sums] as const) expectWithin(line[name], before[name]);
      });
      priced.totals.forEach((total, index) => {
        for (const sum of sums) {
          expectWithin(total[sum], open.totals[index]?.[sum]);
          for (const payer of payers)
            expectWithin(total.byPayer[payer][sum], open.totals[index]?.byPayer[payer][sum]);
        }
      });
    });
  });

  it("an invoice is priced when every payer is settled, and every discount on what a patient pays", () => {
    holds((invoice) => {
      const { status, lines } = priceInvoice(partly(invoice));
      const isSettled = lines.every(
        ({ decisions: { insuranceCoverage: coverage, loyaltyDiscount: loyalty } }) => {
          const payer = coverage === undefined ? "patient" : coverage.outcome?.payer;
          return (
            payer !== undefined && (payer !== "patient" || loyalty.outcome?.discountPercent !== undefined)
          );
        },
      );
      expect(status === "priced").toBe(isSettled);
    });
  });

  it("an open invoice is priced as soon as what it needs is known", () => {
    holds((invoice) => {
      const open = priceInvoice(partly(invoice));
      if (open.status !== "open") return;
      const asked = new Set(open.needs.flatMap(({ fact, lines }) => lines.map((id) => `${id} ${fact}`)));
      expect(asked.size).toBeGreaterThan(0);
      const answered = invoiceOn(
        invoice,
        ({ known, line }, path) => known.has(path) || asked.has(`${line.id} ${path}`),
      );
      expect(priceInvoice(answered).status).toBe("priced");
    });
  });

  it.each([
    ["beneficiary.kind", "insured", "other"],
    ["service.line", "orthodontics", "hygiene"],
    ["service.inProgram", false, true],
    ["entitlement.from", "2026-11-23", "2026-11-24"],
    ["entitlement.to", "2026-11-23", "2026-11-22"],
  ])("both ends are reached when only %s is unknown", (path, best, worst) => {
    const entitled = new Map<string, string | boolean>([
      ...([
        ["beneficiary.kind", "insured"],
        ["service.on", "2026-11-23"],
        ["service.line", "orthodontics"],
      ] as const),
      ...([
        ["service.inProgram", false],
        ["entitlement.from", "2026-01-01"],
        ["entitlement.openEnded", false],
      ] as const),
      ["entitlement.to", "2026-12-31"],
    ]);
    const net = (change: readonly (readonly [string, string | boolean])[]) => {
      const facts: InvoiceFacts = nestFacts(
        new Map([...[...entitled].filter(([name]) => name !== path), ...change]),
      );
      const line = { id: "one", unitPriceMinor: 10_000, currency: "RUB", facts };
      return priceInvoice({ selfPaying: true, lines: [line] }).lines[0]?.netMinor;
    };
    expect(net([])).toEqual({ from: net([[path, best]]), to: net([[path, worst]]) });
    expect(net([])).toEqual({ from: 9_300, to: 10_000 });
  });

  it("lines in another order give the same lines in that order, and the same totals and questions", () => {
    fc.assert(
      fc.property(drawn, fc.infiniteStream(fc.nat(100)), (invoice, keys) => {
        const input = partly(invoice);
        const shuffled = input.lines
          .map((line) => ({ line, key: Number(keys.next().value) }))
          .sort((left, right) => left.key - right.key)
          .map(({ line }) => line);
        const { lines, ...rest } = priceInvoice(input);
        const moved: Invoice = priceInvoice({ ...input, lines: shuffled });
        expect(moved).toMatchObject(rest);
        const byId = new Map(lines.map((line) => [line.id, line]));
        expect(moved.lines.map(withoutDecisions)).toEqual(
          shuffled.map(({ id }) => withoutDecisions(byId.get(id))),
        );
      }),
      { numRuns: 100 },
    );
  });
});

function pricedLines(invoice: DrawnInvoice) {
  const priced = priceInvoice(completely(invoice));
  return priced.status === "priced" ? priced.lines : expect.unreachable();
}

function expectWithin(amount: number, range: number | NumberRange | undefined): void {
  const { from, to } = rangeOf(range ?? { from: 1, to: 0 });
  expect(amount).toBeGreaterThanOrEqual(from);
  expect(amount).toBeLessThanOrEqual(to);
}

function withoutDecisions(line: object | undefined): object {
  return { ...line, decisions: undefined };
}
