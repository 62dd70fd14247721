import type { Explanation, Policy } from "@guichet/rules";
import { dayInWords } from "../day-in-words.js";
import { uiWordingOf } from "../ui-wording-of.js";
import type { Explained } from "./explained.js";
import { labelledLines, pageOf, paragraphLines, type LabelledRow } from "./layout.js";
import type { Look } from "./look.js";
import { questionLines } from "./questions-view.js";
import { reasonLines } from "./reasons-view.js";

type AnswerExplained = Explanation["answers"][number];

/** A decision as a person at a desk reads it: the answers, what is open, what to ask whom, and then why. */
export function decisionView(explained: Explained, look: Look): string {
  return pageOf([
    headLines(explained, look),
    answerLines(explained, look),
    openLines(explained, look),
    questionLines(explained, look),
    reasonLines(explained, inReadingOrder(explained), look),
  ]);
}

function headLines({ decision, explanation, locale }: Explained, look: Look): readonly string[] {
  const say = uiWordingOf(locale.locale);
  const { bold, cyan, dim, green, yellow } = look.paint;
  const datedBy =
    (locale.labels.facts as Readonly<Record<string, string>>)[locale.policy.datedBy] ?? locale.policy.datedBy;
  const { governingDate, edition } = decision;
  const day =
    governingDate === null
      ? say.unknownDay(datedBy)
      : say.fact(datedBy, dayInWords(locale.locale, governingDate));
  const of = edition === null || edition === "open" ? [] : [say.edition(dayInWords(locale.locale, edition))];
  const status =
    decision.status === "decided"
      ? { text: say.decided, paint: green }
      : decision.status === "open"
        ? { text: say.open(explanation.answers.length, explanation.open.length), paint: yellow }
        : { text: explanation.notes.join(" "), paint: cyan };
  return [
    ...paragraphLines({ text: explanation.title, paint: bold }, 0, look),
    ...paragraphLines({ text: [day, ...of].join(" · "), paint: dim }, 0, look),
    "",
    ...paragraphLines({ text: status.text, paint: (line) => bold(status.paint(line)) }, 0, look),
  ];
}

function answerLines(explained: Explained, look: Look): readonly string[] {
  const say = uiWordingOf(explained.locale.locale);
  const { bold, dim, yellow } = look.paint;
  const empty = explained.explanation.answers.filter(({ decision }) => isEmpty(explained, decision));
  const rows = inReadingOrder(explained).map(({ label, answer, gap }): LabelledRow => ({
    label,
    value: [{ text: answer, paint: bold }, ...(gap ? [{ text: say.gap, paint: yellow }] : [])],
  }));
  const nothing = `${say.nothing} ${empty.map(({ label }) => label).join(" · ")}`;
  return [
    ...labelledLines(rows, 2, look),
    ...(empty.length === 0 ? [] : paragraphLines({ text: nothing, paint: dim }, 2, look)),
  ];
}

function openLines({ explanation, locale }: Explained, look: Look): readonly string[] {
  if (explanation.open.length === 0) return [];
  const rows = listsLast(locale.policy, explanation.open).map(({ label, answer }) => ({
    label,
    value: [{ text: answer }],
  }));
  return [look.paint.bold(uiWordingOf(locale.locale).stillOpen), ...labelledLines(rows, 2, look)];
}

/** The answers that hold something. */
function inReadingOrder(explained: Explained): readonly AnswerExplained[] {
  const answers = explained.explanation.answers.filter(({ decision }) => !isEmpty(explained, decision));
  return listsLast(explained.locale.policy, answers);
}

/** Single answers are the headline; lists follow. */
function listsLast<Item extends { readonly decision: string }>(
  policy: Policy,
  items: readonly Item[],
): readonly Item[] {
  const isList = ({ decision }: Item): boolean => policy.decisions[decision]?.kind === "set-of";
  return [...items.filter((item) => !isList(item)), ...items.filter(isList)];
}

function isEmpty({ decision }: Explained, name: string): boolean {
  const value = (decision.outcome as Readonly<Record<string, unknown>> | undefined)?.[name];
  return Array.isArray(value) && value.length === 0;
}
