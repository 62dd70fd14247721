import * as z from "zod";
import { booleanField, textField } from "../input-fields.js";
import { readInput } from "../read-input.js";
import { invoiceFactsField, type CapturedFacts, type InvoicePolicies } from "./invoice-facts.js";
import type { InvoiceInput, InvoiceLineInput } from "./invoice-input.js";
import { linesProblems } from "./lines-problems.js";
import { grossOf, isCount, isCurrency, largestAmount } from "./money.js";

/** A line as it was read: its own facts over the shared ones, its gross exact. */
export interface InvoiceLine {
  readonly id: string;
  readonly currency: string;
  readonly gross: bigint;
  readonly facts: CapturedFacts;
}

/** An invoice as it was read. */
export interface InvoiceReading {
  readonly selfPaying: boolean;
  readonly lines: readonly InvoiceLine[];
}

/** Reads an invoice. Errors: `input-refused`, with every problem at once. */
export function readInvoice(policies: InvoicePolicies, input: InvoiceInput): InvoiceReading {
  let shape = shapes.get(policies);
  if (!shape) shapes.set(policies, (shape = invoiceShape(policies)));
  const read = readInput("priceInvoice", shape, input);
  return {
    selfPaying: read.selfPaying ?? false,
    lines: read.lines.map((line) => ({
      id: line.id,
      currency: line.currency,
      gross: grossOf(line.unitPriceMinor, line.quantity),
      facts: new Map([...(read.facts ?? []), ...(line.facts ?? [])]),
    })),
  };
}

/** The input with its facts captured. */
interface Captured extends Omit<InvoiceInput, "facts" | "lines"> {
  readonly facts?: CapturedFacts | undefined;
  readonly lines: readonly (Omit<InvoiceLineInput, "facts"> & {
    readonly facts?: CapturedFacts | undefined;
  })[];
}

const shapes = new WeakMap<InvoicePolicies, z.ZodType<Captured>>();

function invoiceShape(policies: InvoicePolicies): z.ZodType<Captured, InvoiceInput> {
  const facts = invoiceFactsField(policies).optional();
  const line = z.strictObject({
    id: lenient(textField),
    unitPriceMinor: countField(0, "price-below-zero", "below zero"),
    quantity: countField(1, "quantity-below-one", "less than one").optional(),
    currency: lenient(currencyField),
    facts,
  });
  const lines = z.array(line).superRefine(
    (read, context) => {
      for (const { path, code, said } of linesProblems(read)) {
        context.addIssue({ code: "custom", path: [...path], params: { code, said } });
      }
    },
    // Also when some of the lines are wrong.
    { when: ({ value }) => Array.isArray(value) },
  );
  return z.strictObject({ selfPaying: booleanField.optional(), facts, lines });
}

const currencyField = z.custom<string>((code) => typeof code === "string" && isCurrency(code), {
  params: {
    code: "currency-unknown",
    what: "no such currency",
    expected: "a currency code of ISO 4217, as RUB",
  },
});

/** A field that does not keep the checks of the list it stands in from being made: everything is said at once. */
function lenient<Value>(field: z.ZodType<Value, Value>): z.ZodType<Value, Value> {
  return z
    .custom<Value>(() => true)
    .superRefine((value, context) => {
      for (const issue of field.safeParse(value).error?.issues ?? []) context.addIssue({ ...issue });
    });
}

/** A whole number with a least value and, as every amount has it, a largest one. */
function countField(least: number, tooSmall: string, small: string): z.ZodType<number, number> {
  const expected = `a whole number from ${least} to ${largestAmount}`;
  return z
    .custom<number>(() => true)
    .superRefine((value, context) => {
      if (isCount(value, least)) return;
      const wrong = !Number.isInteger(value)
        ? { code: "not-a-whole-number", what: "not a whole number" }
        : value < least
          ? { code: tooSmall, what: small }
          : { code: "amount-too-large", what: "beyond what is exact" };
      context.addIssue({ code: "custom", params: { ...wrong, expected } });
    });
}
