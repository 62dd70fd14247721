import type { Confidence } from "../language/citation.js";
import { declaredFacts } from "../language/declared-facts.js";
import type { Locale } from "../language/locale.js";
import type { Policy } from "../language/policy.js";
import type { OpenAnswer } from "./answers.js";
import { factsBehind } from "./facts-behind.js";
import type { Because, Decision, Need } from "./decision.js";
import type { Value } from "./evaluate.js";
import { fillMessage, type Printable } from "./fill-message.js";
import { segmentsOf } from "./timeline.js";
import { dayInWords, openInWords, valueInWords, wordOf } from "./value-in-words.js";
import { wordingOf, type Wording } from "./wording.js";

/** A reason in one sentence. */
export interface Reason {
  readonly case: string;
  readonly sentence: string;
  /** False when another case may be the one, with the same result. */
  readonly certain: boolean;
}

/** Where a reason can be looked up. */
export interface SourceNamed {
  readonly title: string;
  readonly section: string;
  readonly confidence: Confidence;
}

/** A settled decision in words. */
export interface AnswerExplained {
  readonly decision: string;
  readonly label: string;
  readonly answer: string;
  readonly reasons: readonly Reason[];
  readonly sources: readonly SourceNamed[];
  /** The least of the confidences of its sources. */
  readonly confidence: Confidence;
  /** Whether a source is silent here. */
  readonly gap: boolean;
}

/** A decision that depends on more facts, in words. */
export interface OpenExplained {
  readonly decision: string;
  readonly label: string;
  /** What it can still be: `between €12.00 and €20.00`. */
  readonly answer: string;
}

/** A fact to ask for, in words. */
export interface Question {
  readonly fact: string;
  readonly label: string;
  /** Who can tell. */
  readonly holder: string;
  /** The words of the answers that are possible; none for facts that are not enumerated. */
  readonly choices: readonly string[];
  /** The labels of the decisions it can change. */
  readonly affects: readonly string[];
}

/** A decision in people's words. */
export interface Explanation {
  readonly locale: string;
  readonly status: Decision["status"];
  readonly title: string;
  readonly question: string;
  readonly answers: readonly AnswerExplained[];
  readonly open: readonly OpenExplained[];
  readonly questions: readonly Question[];
  /** What a careful reader should know of the sources: undated, not compared for long, not certain. */
  readonly notes: readonly string[];
  /** All of it as plain sentences, the answers first. */
  readonly sentences: readonly string[];
}

/**
 * Says a decision in people's words, from the messages of one locale. Messages print rates, decisions and public
 * or internal facts; personal and health facts never.
 *
 * @example
 * explain(decide(parking, facts), parkingEn).sentences; // ["minutes: 60. Visitors may park for an hour."]
 */
export function explain<P extends Policy>(decision: Decision<P>, locale: Locale<P>): Explanation {
  return explainAny(decision, locale);
}

function explainAny(decision: Decision, locale: Locale): Explanation {
  const wording = wordingOf(locale.locale);
  const answers = answersExplained(decision, locale);
  const open = Object.entries(openOf(decision)).map(([name, answer]) => ({
    decision: name,
    label: locale.labels.decisions[name] ?? name,
    answer: openInWords(locale, `decision.${name}`, declaredAs(locale, name), answer),
  }));
  const questions = (decision.needs ?? []).map((need) => questionOf(locale, need));
  const notes = notesOn(decision, locale, answers);
  return {
    locale: locale.locale,
    status: decision.status,
    title: locale.labels.title,
    question: locale.labels.question,
    answers,
    open,
    questions,
    notes,
    sentences: [
      ...answers.map((one) => answerSentence(wording, one)),
      ...open.map((one) => wording.answer(one.label, one.answer)),
      ...questions.map((one) => wording.ask(one.holder, one.label)),
      ...notes,
    ],
  };
}

function answersExplained(decision: Decision, locale: Locale): readonly AnswerExplained[] {
  const outcome = outcomeOf(decision);
  const facts = factsBehind(decision);
  return (decision.because ?? []).flatMap((because) => {
    const value = outcome[because.decision];
    if (value === undefined) return [];
    const printable = { outcome, open: openOf(decision), rates: because.rates, facts };
    return [answerExplained(locale, because, value, printable)];
  });
}

function answerExplained(
  locale: Locale,
  because: Because,
  value: Value,
  printable: Printable,
): AnswerExplained {
  const { decision, cases, cites, confidence, gap } = because;
  const titles: Readonly<Record<string, string>> = locale.labels.sources;
  return {
    decision,
    label: locale.labels.decisions[decision] ?? decision,
    answer: valueInWords(locale, `decision.${decision}`, declaredAs(locale, decision), value),
    reasons: cases.map(({ id, certain }) => ({
      case: id,
      sentence: fillMessage(locale, locale.cases[id] ?? id, printable),
      certain,
    })),
    sources: cites.map((cite) => ({
      title: titles[cite.document] ?? cite.document,
      section: locale.labels.sections[cite.section] ?? cite.section,
      confidence: cite.confidence,
    })),
    confidence,
    gap,
  };
}

function answerSentence(wording: Wording, { label, answer, reasons, gap }: AnswerExplained): string {
  const said = reasons.map(({ sentence, certain }) => (certain ? sentence : wording.perhaps(sentence)));
  return [wording.answer(label, answer), ...said, ...(gap ? [wording.gap] : [])].join(" ");
}

/**
 * Says in words what to ask for one fact, whom, and between which answers: the words of a yes-or-no question are
 * yes and no, those of an enumerated fact stand in declared order.
 *
 * @example
 * questionOf(parkingEn, { fact: "visit.by", holder: "desk", affects: ["minutes"] }).label; // "who visits"
 */
export function questionOf(locale: Locale, need: Need): Question {
  const wording = wordingOf(locale.locale);
  const declared = declaredFacts(locale.policy.facts).get(need.fact);
  const values = declared && "values" in declared ? declared.values : [];
  const labels: Readonly<Record<string, string>> = locale.labels.facts;
  return {
    fact: need.fact,
    label: labels[need.fact] ?? need.fact,
    holder: wording.holder[need.holder],
    choices:
      declared?.kind === "boolean"
        ? [wording.yes, wording.no]
        : values.map((value) => wordOf(locale, need.fact, value)),
    affects: need.affects.map((name) => locale.labels.decisions[name] ?? name),
  };
}

function notesOn(decision: Decision, locale: Locale, answers: readonly AnswerExplained[]): readonly string[] {
  const wording = wordingOf(locale.locale);
  const inWords = (day: string): string => dayInWords(locale.locale, day) ?? day;
  if (decision.status === "not-in-force") {
    return [wording.notInForce(inWords(segmentsOf(locale.policy)[0]?.from ?? ""))];
  }
  const notes: string[] = [];
  for (const confidence of ["likely", "interpretation"] as const) {
    const unsure = answers.filter((answer) => answer.confidence === confidence).map(({ label }) => label);
    if (unsure.length > 0) notes.push(wording.unsure[confidence](unsure));
  }
  const { dated, stale, checkedOn } = decision.freshness;
  if (!dated) notes.push(wording.undated);
  if (stale === true) notes.push(wording.stale(inWords(checkedOn)));
  return notes;
}

function declaredAs(locale: Locale, decision: string): { readonly kind: string } {
  return locale.policy.decisions[decision] ?? { kind: "text" };
}

/** The settled decisions by name. */
export function outcomeOf(decision: Decision): Readonly<Record<string, Value>> {
  return (decision.outcome ?? {}) as Readonly<Record<string, Value>>;
}

/** The open decisions by name. */
export function openOf(decision: Decision): Readonly<Record<string, OpenAnswer>> {
  return (decision.open ?? {}) as Readonly<Record<string, OpenAnswer>>;
}
