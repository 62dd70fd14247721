import { questionOf } from "@guichet/rules";
import {
  amountInWords,
  type CurrencyTotal,
  type Invoice,
  type InvoiceInput,
  type InvoiceNeed,
  type NumberRange,
  type Payer,
} from "@guichet/rules/desk";
import { insuranceCoverage } from "@guichet/rules/policies/insurance-coverage";
import { loyaltyDiscount } from "@guichet/rules/policies/loyalty-discount";
import { match } from "ts-pattern";
import { labelledLines, type LabelledRow } from "../render/layout.js";
import { askedLines } from "../render/questions-view.js";
import { tableLines } from "../render/table.js";
import type { Section, Shown } from "./desk-task.js";
import { wordIn } from "./desk-words.js";
import { headSection } from "./head-section.js";
import { whySection, type Told } from "./why-section.js";

type InvoiceShown = Shown<InvoiceInput, Invoice>;
type Line = Invoice["lines"][number];

/** An invoice: its lines, what falls to whom, what to do, what to ask, and why. */
export function priceInvoiceView(shown: InvoiceShown): readonly Section[] {
  const { desk, look, result } = shown;
  const [line, payer, ...amounts] = desk.invoice.columns;
  const columns = [
    { head: line },
    { head: payer },
    ...amounts.map((head) => ({ head, align: "right" }) as const),
  ];
  const cells = result.lines.map((one) => lineCells(shown, one));
  return [
    headOf(shown),
    tableLines(columns, cells, 2, look),
    labelledLines(
      result.totals.flatMap((total) => totalRows(shown, total)),
      2,
      look,
    ),
    nextSection(shown),
    result.status === "open" ? needsSection(shown, result.needs) : [],
    whySection(shown, result.lines.flatMap(toldOf)),
  ];
}

function headOf(shown: InvoiceShown): Section {
  const { priced, open } = shown.desk.invoice;
  return match(shown.result)
    .with({ status: "priced" }, () => headSection(shown, "price-invoice", "done", priced))
    .with({ status: "open" }, ({ lines }) => {
      const left = lines.filter(({ status }) => status === "open").length;
      return headSection(shown, "price-invoice", "open", open(left, lines.length));
    })
    .exhaustive();
}

function lineCells(shown: InvoiceShown, line: Line): readonly string[] {
  const amount = (minor: number | NumberRange): string => amountInWords(minor, line.currency, shown.language);
  const percent = new Intl.NumberFormat(shown.language, { style: "percent" });
  const [payers, discount] = match(line)
    .with({ status: "priced" }, ({ payer, discountMinor, discountPercent }) => {
      const off =
        discountPercent === 0 ? "" : `${amount(discountMinor)} (${percent.format(discountPercent / 100)})`;
      return [[payer], off] as const;
    })
    .with({ status: "open" }, ({ payer, discountMinor }) => {
      return [payer.oneOf, discountMinor.to === 0 ? "" : amount(discountMinor)] as const;
    })
    .exhaustive();
  const words = payers.map((payer) => payerWord(shown, payer)).join(" / ");
  return [line.id, words, amount(line.grossMinor), discount, amount(line.netMinor)];
}

function totalRows(
  shown: InvoiceShown,
  { currency, netMinor, byPayer }: CurrencyTotal<number> | CurrencyTotal<NumberRange>,
): readonly LabelledRow[] {
  const say = (minor: number | NumberRange): string => amountInWords(minor, currency, shown.language);
  const payers = (Object.keys(byPayer) as Payer[]).filter((payer) => mostOf(byPayer[payer].grossMinor) > 0);
  return [
    {
      label: `${shown.desk.invoice.total} ${currency}`,
      value: [{ text: say(netMinor), paint: shown.look.paint.bold }],
    },
    ...payers.map((payer) => ({
      label: payerWord(shown, payer),
      value: [{ text: say(byPayer[payer].netMinor) }],
    })),
  ];
}

function mostOf(amount: number | NumberRange): number {
  return typeof amount === "number" ? amount : amount.to;
}

/** What the front desk does about the payer, under the lines it is about. */
function nextSection({ desk, localeOf, look, result }: InvoiceShown): Section {
  const locale = localeOf(insuranceCoverage);
  const rows = result.lines
    .filter(({ nextSteps }) => nextSteps.length > 0)
    .map(({ id, nextSteps }) => ({
      label: id,
      value: [{ text: nextSteps.map((step) => wordIn(locale, "decision.nextStep", step)).join(" / ") }],
    }));
  return rows.length === 0 ? [] : [look.paint.bold(desk.invoice.next), ...labelledLines(rows, 2, look)];
}

function needsSection({ language, localeOf, look }: InvoiceShown, needs: readonly InvoiceNeed[]): Section {
  const asked = needs.map((need) => {
    const policy = need.affects.some((name) => name.startsWith(`${insuranceCoverage.id}/`))
      ? insuranceCoverage
      : loyaltyDiscount;
    return { ...questionOf(localeOf<typeof policy>(policy), need), policy };
  });
  return askedLines(asked, language, look);
}

function toldOf({ id, decisions: { insuranceCoverage: payment, loyaltyDiscount: discount } }: Line): Told[] {
  return [
    ...(payment === undefined
      ? []
      : [{ label: id, policy: insuranceCoverage, decision: payment, answers: ["payer", "nextStep"] }]),
    { label: id, policy: loyaltyDiscount, decision: discount, answers: ["discountPercent", "refusals"] },
  ];
}

function payerWord({ localeOf }: InvoiceShown, payer: Payer): string {
  return wordIn(localeOf(insuranceCoverage), "decision.payer", payer);
}
