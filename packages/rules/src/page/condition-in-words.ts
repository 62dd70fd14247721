import type { Value } from "../engine/evaluate.js";
import type { Comparison, Condition, Operator } from "../language/condition.js";
import { lines } from "./markdown.js";
import type { PageWords } from "./page-words.js";
import type { ComparisonWord } from "./page-wording.js";

/** A line of a condition; level 0 stands alone, deeper levels are points of a list. */
interface Line {
  readonly level: number;
  readonly words: string;
}

/** A condition as people write it: two short parts on one line, more as a list of points. */
export function conditionInWords(page: PageWords, condition: Condition): string {
  return lines(
    linesOf(page, condition, false).map(({ level, words }) =>
      level === 0 ? words : `${"&emsp;".repeat(level - 1)}• ${words}`,
    ),
  );
}

function linesOf(page: PageWords, condition: Condition, negated: boolean): readonly Line[] {
  if ("not" in condition) return linesOf(page, condition.not, !negated);
  if ("all" in condition || "any" in condition) {
    const every = "all" in condition;
    const parts: readonly Condition[] = every ? condition.all : condition.any;
    const [only] = parts;
    if (parts.length === 1 && only !== undefined) return linesOf(page, only, negated);
    return groupLines(page, parts, every, negated);
  }
  return [{ level: 0, words: comparisonInWords(page, condition, negated) }];
}

function groupLines(
  page: PageWords,
  parts: readonly Condition[],
  every: boolean,
  negated: boolean,
): readonly Line[] {
  const { say } = page;
  if (!negated && parts.length === 2 && parts.every((part) => "operator" in part)) {
    const words = parts.map((part) => comparisonInWords(page, part, false));
    return [{ level: 0, words: words.join(` ${every ? say.and : say.or} `) }];
  }
  const head = every ? (negated ? say.notAllOf : say.allOf) : negated ? say.noneOf : say.anyOf;
  const points = parts
    .flatMap((part) => linesOf(page, part, false))
    .map(({ level, words }) => ({ level: level + 1, words }));
  return [{ level: 0, words: head }, ...points];
}

function comparisonInWords(page: PageWords, comparison: Comparison, negated: boolean): string {
  const opposite = negated ? opposites[comparison.operator] : undefined;
  if (negated && opposite === undefined) return page.say.not(comparisonInWords(page, comparison, false));
  const operator = opposite ?? comparison.operator;
  const { say } = page;
  const left = page.name(comparison);
  const { value } = comparison;
  if (operator === "isEmpty") return (value === true) === !negated ? say.isEmpty(left) : say.isNotEmpty(left);
  if (value === "none" && operator === "notEqual") return say.isSome(left);
  // Among listed values, none has a word of its own.
  if (value === "none" && page.declared(comparison.fact).kind !== "one-of") return say.isNone(left);
  if (typeof value === "boolean") {
    const answer = (operator === "equal") === value;
    return say.stands(left, answer ? page.wording.yes : page.wording.no);
  }
  return say.compare[wordFor(page, comparison.fact, operator)](
    left,
    rightInWords(page, comparison, operator),
  );
}

function rightInWords(page: PageWords, { fact, value }: Comparison, operator: Operator): string {
  if (typeof value === "object" && "fact" in value) return page.name(value);
  if (typeof value !== "object") return page.value(fact, value);
  const words = value.map((one) => page.value(fact, one as Value));
  return operator === "notIn" ? words.join(", ") : page.wording.or(words);
}

/** Ordered operators have no opposite: with none, both they and their reverse are false. */
const opposites: Readonly<Partial<Record<Operator, Operator>>> = {
  equal: "notEqual",
  notEqual: "equal",
  in: "notIn",
  notIn: "in",
  contains: "doesNotContain",
  doesNotContain: "contains",
  isEmpty: "isEmpty",
};

function wordFor(page: PageWords, name: string, operator: Exclude<Operator, "isEmpty">): ComparisonWord {
  const { kind } = page.declared(name);
  const onCalendar = kind === "date" || kind === "time";
  switch (operator) {
    case "equal":
      return "is";
    case "notEqual":
      return "isNot";
    case "in":
      return "isOneOf";
    case "notIn":
      return "isNotOneOf";
    case "lessThan":
      return onCalendar ? "isBefore" : "isLessThan";
    case "lessThanInclusive":
      return onCalendar ? "isOnOrBefore" : "isAtMost";
    case "greaterThan":
      return onCalendar ? "isAfter" : "isMoreThan";
    case "greaterThanInclusive":
      return onCalendar ? "isOnOrAfter" : "isAtLeast";
    case "contains":
    case "doesNotContain":
      return operator;
  }
}
