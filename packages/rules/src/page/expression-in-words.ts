import { termFromDuration } from "../calendar/term.js";
import type { Value } from "../engine/evaluate.js";
import { intlLocale } from "../engine/intl-locale.js";
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

/** `P1Y6M` as `1 year, 6 months`. */
function durationInWords(page: PageWords, duration: string): string {
  const term = termFromDuration(duration);
  if (term === undefined) return duration;
  const years = Math.trunc(term.months / 12);
  const parts = [
    [years, "year"],
    [term.months - years * 12, "month"],
    [term.days, "day"],
  ] as const;
  const said = parts.filter(([count]) => count !== 0);
  return (said.length === 0 ? [[0, "day"] as const] : said)
    .map(([count, unit]) => {
      const format = { style: "unit", unit, unitDisplay: "long" } as const;
      return new Intl.NumberFormat(intlLocale(page.locale.locale), format).format(count);
    })
    .join(", ");
}
