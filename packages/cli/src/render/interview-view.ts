import { casesBehind, decide } from "@guichet/rules";
import { dayInWords } from "../day-in-words.js";
import type { Reply } from "../interview/hold-interview.js";
import type { AskedFact, Interview } from "../interview/interview.js";
import { uiWordingOf } from "../ui-wording-of.js";
import type { UiWording } from "../ui-wording.js";
import { placesIn, sourceLines, type SourceNumbers } from "./cited-places.js";
import { paragraphLines, visible } from "./layout.js";
import type { Look } from "./look.js";

/** A question on one line: what is asked, whom, and what may be answered. */
export function questionLine(question: AskedFact, locale: string): string {
  const say = uiWordingOf(locale);
  return visible(`${question.label} (${say.interview.ask(question.holder)}): ${possible(question, say)}`);
}

/** The form of an answer that is typed. */
export function formOf({ kind, limits, unit }: AskedFact, say: UiWording): string {
  if (kind === "date" || kind === "time") return `${say.asked[kind]}, ${say.interview.form[kind]}`;
  if (kind !== "integer") return say.asked.text;
  const { min, max } = limits;
  const within =
    min !== undefined && max !== undefined
      ? [`${min}–${max}`]
      : [...(min === undefined ? [] : [`≥ ${min}`]), ...(max === undefined ? [] : [`≤ ${max}`])];
  const number = unit === undefined ? say.asked.integer : `${say.asked.integer} (${unit})`;
  return [number, ...within].join(", ");
}

/** What somebody said to a question, in words. */
export function answerWords({ choices, kind }: AskedFact, locale: string, reply: Reply): string {
  const { unknown, noneOfThese } = uiWordingOf(locale).interview;
  if (reply.says !== "answer") return unknown;
  const wordOf = (value: unknown): string =>
    choices.find((choice) => choice.value === value)?.word ?? String(value);
  const { value } = reply;
  if (Array.isArray(value)) return visible(value.length === 0 ? noneOfThese : value.map(wordOf).join(", "));
  return visible(kind === "date" ? dayInWords(locale, String(value)) : wordOf(value));
}

/** Why a question is asked: the answers that depend on it, and the cases it bears on with their places. */
export function whyLines(question: AskedFact, { locale, facts }: Interview, look: Look): readonly string[] {
  const say = uiWordingOf(locale.locale);
  const { bold, dim, yellow } = look.paint;
  const cases = casesBehind(locale, facts, question.fact);
  const numbers: SourceNumbers = new Map();
  const caseLines = cases.flatMap(({ case: id, sentence, cites, gap }) => [
    // A policy without messages has the id of its case where the sentence would stand.
    ...(sentence === id ? [] : paragraphLines({ text: sentence }, 2, look)),
    ...paragraphLines({ text: `${id} ${placesIn(locale, cites, numbers)}`, paint: dim }, 4, look),
    ...(gap ? paragraphLines({ text: say.gap, paint: yellow }, 4, look) : []),
  ]);
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [...paragraphLines({ text: title, paint: bold }, 0, look), ...lines];
  const affects = paragraphLines({ text: question.affects.join(" · ") }, 2, look);
  return [
    ...(question.governs ? paragraphLines({ text: say.interview.selectsEdition }, 0, look) : []),
    ...section(say.interview.affects, question.affects.length === 0 ? [] : affects),
    ...section(say.interview.cases, caseLines),
    ...section(say.sources, sourceLines({ decision: decide(locale.policy, facts), locale }, numbers, look)),
  ];
}

function possible(question: AskedFact, say: UiWording): string {
  if (question.choices.length === 0) return formOf(question, say);
  const numbered = question.choices.map(({ word }, index) => `${index + 1} ${word}`);
  if (question.kind !== "set-of") return numbered.join(", ");
  return `${say.asked["set-of"]} ${[`0 ${say.interview.noneOfThese}`, ...numbered].join(", ")}`;
}
