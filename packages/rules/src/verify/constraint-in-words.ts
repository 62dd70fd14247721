import { weekdays, type Weekday } from "../calendar/civil-day.js";
import { intlLocale } from "../engine/intl-locale.js";
import { termInWords } from "../engine/term-in-words.js";
import { openInWords, valueInWords, type Written } from "../engine/value-in-words.js";
import { wordingOf } from "../engine/wording.js";
import { declaredFacts } from "../language/declared-facts.js";
import type { Locale } from "../language/locale.js";
import type { Constraint, FactPlus } from "./constraint.js";
import { groupedBy } from "./grouped-by.js";
import { verifyWordingOf } from "./verify-wording-of.js";

type OnElement = Extract<Constraint, { readonly element: string }>;

/** What all facts of a class have in common, as a short list; elements of one set are told together. */
export function constraintsInWords(locale: Locale, constraints: readonly Constraint[]): readonly string[] {
  const elements = groupedBy(
    constraints.filter((constraint) => "element" in constraint),
    ({ fact, present }) => `${fact} ${present}`,
  );
  return constraints.flatMap((constraint) => {
    if (!("element" in constraint)) return [constraintInWords(locale, constraint)];
    const together = elements.get(`${constraint.fact} ${constraint.present}`) ?? [];
    return together[0] === constraint ? [elementsInWords(locale, constraint, together)] : [];
  });
}

/** A fact by its label, with what is added to it: `day of the request + 8 days`. */
export function factPlusInWords(locale: Locale, { fact, plus }: FactPlus): string {
  return [labelOf(locale, fact), ...plus.map((term) => termInWords(locale.locale, term))].join(" + ");
}

function elementsInWords(locale: Locale, { fact, present }: OnElement, all: readonly OnElement[]): string {
  const say = verifyWordingOf(locale.locale);
  const words = say.and(all.map(({ element }) => say.quoted(valueOf(locale, fact, element))));
  return say.constraint[present ? "contains" : "lacks"](labelOf(locale, fact), words);
}

function constraintInWords(locale: Locale, constraint: Exclude<Constraint, OnElement>): string {
  const { constraint: say } = verifyWordingOf(locale.locale);
  const { or } = wordingOf(locale.locale);
  if ("texts" in constraint) {
    const [left, right] = constraint.texts;
    return say[constraint.same ? "same" : "different"](labelOf(locale, left), labelOf(locale, right));
  }
  if ("left" in constraint) {
    const { left, right, isBefore } = constraint;
    const place = declaredAs(locale, left.fact).kind === "integer" ? say.numbers : say.days;
    const [one, two] = [factPlusInWords(locale, left), factPlusInWords(locale, right)];
    // People start from the plain fact: "delivered no later than requested + 8 days".
    if (left.plus.length > right.plus.length) return place[isBefore ? "after" : "notAfter"](two, one);
    return place[isBefore ? "before" : "notBefore"](one, two);
  }
  if ("weekdayOf" in constraint) {
    const days = constraint.oneOf.map((day) => weekdayInWords(locale.locale, day));
    return say.is(say.weekdayOf(factPlusInWords(locale, constraint.weekdayOf)), or(days));
  }
  const { fact } = constraint;
  const label = labelOf(locale, fact);
  if ("noneOf" in constraint) {
    return say.isNone(label, constraint.noneOf.map((value) => valueOf(locale, fact, value)).join(", "));
  }
  if ("oneOf" in constraint) {
    return say.is(label, or(constraint.oneOf.map((value) => valueOf(locale, fact, value))));
  }
  const ranges = constraint.ranges.map((range) => openInWords(locale, fact, declaredAs(locale, fact), range));
  return say.is(label, or(ranges));
}

function labelOf({ labels }: Locale, fact: string): string {
  return (labels.facts as Readonly<Record<string, string>>)[fact] ?? fact;
}

function valueOf(locale: Locale, fact: string, value: boolean | string): string {
  return valueInWords(locale, fact, declaredAs(locale, fact), value);
}

function declaredAs({ policy }: Locale, fact: string): Written {
  return declaredFacts(policy.facts).get(fact) ?? { kind: "text" };
}

/** The first Monday since the days are counted. */
const monday = 4;
const millisecondsADay = 86_400_000;

function weekdayInWords(locale: string, weekday: Weekday): string {
  const day = monday + weekdays.indexOf(weekday);
  const format = new Intl.DateTimeFormat(intlLocale(locale), { weekday: "long", timeZone: "UTC" });
  return format.format(day * millisecondsADay);
}
