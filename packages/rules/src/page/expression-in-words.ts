import { termFromDuration } from "../calendar/term.js";
import type { Value } from "../engine/evaluate.js";
import { termInWords } from "../engine/term-in-words.js";
import type { Condition } from "../language/condition.js";
import type { Expression } from "../language/expression.js";
import { conditionInWords } from "./condition-in-words.js";
import { lines } from "./markdown.js";
import type { PageWords } from "./page-words.js";

/** What a row answers, as people write it. `name` is the name the value stands under. */
export function expressionInWords(page: PageWords, name: string, expression: Expression | Condition): string {
  if (typeof expression !== "object" || Array.isArray(expression))
    return page.value(name, expression as Value);
  if ("plus" in expression) {
    const [day, duration] = expression.plus;
    return `${expressionInWords(page, name, day)} + ${durationInWords(page, duration)}`;
  }
  if ("weekdayOf" in expression)
    return page.say.weekdayOf(expressionInWords(page, name, expression.weekdayOf));
  if ("minus" in expression) {
    const [left, right] = expression.minus.map((part) => expressionInWords(page, name, part));
    return page.say.without(left ?? "", right ?? "");
  }
  if ("operator" in expression || !("fact" in expression)) {
    return lines([page.say.yesWhere, conditionInWords(page, expression as Condition)]);
  }
  return expression.fact.startsWith("rate.")
    ? page.say.inRates(page.name(expression))
    : page.name(expression);
}

function durationInWords(page: PageWords, duration: string): string {
  const term = termFromDuration(duration);
  return term === undefined ? duration : termInWords(page.locale.locale, term);
}
