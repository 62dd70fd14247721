import {
  amountInWords,
  type RequesterStatement,
  type RequesterStatementInput,
  type UncountedAct,
} from "@guichet/rules/desk";
import { teleExpertise } from "@guichet/rules/policies/tele-expertise";
import { match } from "ts-pattern";
import { dayInWords } from "../day-in-words.js";
import { labelledLines } from "../render/layout.js";
import { tableLines } from "../render/table.js";
import { askedSection } from "./asked-section.js";
import type { Section, Shown } from "./desk-task.js";
import { wordIn } from "./desk-words.js";
import { headSection } from "./head-section.js";

type StatementShown = Shown<RequesterStatementInput, RequesterStatement>;
type Amount = Parameters<typeof amountInWords>[0];

/** What a requester is paid for a year: the acts, the sums, what does not count, and what to ask. */
export function requesterStatementView(shown: StatementShown): readonly Section[] {
  const { desk, result } = shown;
  return [
    ...match(result)
      .with({ status: "settled" }, ({ year, paidIn, acts, sumCents, paidCents, cutCents }) => [
        headSection(shown, "requester-statement", "done", desk.statement.settled(year, paidIn)),
        actTable(shown, acts),
        sumLines(shown, [
          [desk.statement.sum, sumCents],
          [desk.statement.ceiling, result.ceilingCents],
          [desk.statement.paid, paidCents],
          [desk.statement.cut, cutCents],
        ]),
      ])
      .with({ status: "open" }, ({ acts, openActs, sumCents, paidCents }) => [
        headSection(shown, "requester-statement", "open", desk.statement.open(openActs.length)),
        actTable(shown, acts),
        [shown.look.paint.bold(desk.statement.openActs), ...actTable(shown, openActs)],
        sumLines(shown, [
          [desk.statement.sum, sumCents],
          [desk.statement.ceiling, result.ceilingCents],
          [desk.statement.paid, paidCents],
        ]),
        askedSection(shown, teleExpertise, [
          ...new Map(openActs.flatMap(({ needs }) => needs).map((need) => [need.fact, need])).values(),
        ]),
      ])
      .exhaustive(),
    uncountedLines(shown, result.uncounted),
  ];
}

interface ActShown {
  readonly id: string;
  readonly on: string;
  readonly feeCents: number | Bounds;
  readonly paidCents?: number;
  readonly cutCents?: number;
}

interface Bounds {
  readonly from: number | null;
  readonly to: number | null;
}

function actTable(shown: StatementShown, acts: readonly ActShown[]): Section {
  if (acts.length === 0) return [];
  const { desk, language, look } = shown;
  const [act, day, ...amounts] = desk.statement.columns;
  const settled = acts.some(({ paidCents }) => paidCents !== undefined);
  const columns = [
    { head: act },
    { head: day },
    ...(settled ? amounts : amounts.slice(0, 1)).map((head) => ({ head, align: "right" }) as const),
  ];
  const cents = (amount: number | Bounds | undefined): string => centsInWords(language, amount);
  const rows = acts.map(({ id, on, feeCents, paidCents, cutCents }) => [
    id,
    dayInWords(language, on),
    cents(feeCents),
    cents(paidCents),
    cents(cutCents),
  ]);
  return tableLines(columns, rows, 2, look);
}

function centsInWords(language: string, amount: number | Bounds | undefined): string {
  if (amount === undefined) return "";
  if (typeof amount === "number") return amountInWords(amount, "EUR", language);
  const { from, to } = amount;
  return from === null || to === null ? "" : amountInWords({ from, to }, "EUR", language);
}

function sumLines(
  { language, look }: StatementShown,
  sums: readonly (readonly [label: string, amount: Amount | Bounds])[],
): Section {
  return labelledLines(
    sums.map(([label, amount]) => ({
      label,
      value: [{ text: centsInWords(language, amount), paint: look.paint.bold }],
    })),
    2,
    look,
  );
}

function uncountedLines(shown: StatementShown, uncounted: readonly UncountedAct[]): Section {
  if (uncounted.length === 0) return [];
  const { desk, language, localeOf, look, ui } = shown;
  const rows = uncounted.map((act) => {
    const refusals = match(act)
      .with({ because: "not-paid" }, (unpaid) => unpaid.refusals)
      .with({ because: "other-year" }, { because: "billed-per-act" }, () => [])
      .exhaustive();
    const words = refusals.map(({ about, refusal }) =>
      wordIn(
        localeOf(teleExpertise),
        about === "opinion" ? "decision.refusals" : `decision.${about}BillingRefusals`,
        refusal,
      ),
    );
    const because = desk.statement.because[act.because];
    const why = words.length === 0 ? because : ui.fact(because, words.join(", "));
    return { label: `${act.id}, ${dayInWords(language, act.on)}`, value: [{ text: why }] };
  });
  return [look.paint.bold(desk.statement.uncounted), ...labelledLines(rows, 2, look)];
}
