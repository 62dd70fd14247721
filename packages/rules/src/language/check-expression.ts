import { weekdays } from "../calendar/civil-day.js";
import { termFromDuration } from "../calendar/term.js";
import { checkCondition, looksLikeCondition } from "./check-condition.js";
import { checkReference } from "./check-reference.js";
import { checkSet } from "./check-set.js";
import { checkDay, checkValue } from "./check-value.js";
import { refuseKind } from "./compare-words.js";
import { nearest, report } from "./findings.js";
import { along, listed, quoted, type Place } from "./place.js";
import { isRecord, readFields, readList, wrongType, type Fields } from "./read-fields.js";
import { admitNode, type Scope } from "./scope.js";
import type { Word } from "./word.js";

const referenceForm = { required: ["fact"], optional: ["params"] };
const plusForm = { required: ["plus"], optional: [] };
const weekdayForm = { required: ["weekdayOf"], optional: [] };

/** Checks what stands as the result of a decision: a literal, a name, or an expression of its kind. */
export function checkExpression(scope: Scope, value: unknown, decision: Word, place: Place): void {
  const { findings } = scope;
  if (isRecord(value) && looksLikeCondition(value)) {
    if (decision.kind === "boolean" || decision.kind === undefined) checkCondition(scope, value, place);
    else refuseForm(scope, "a condition", decision, place);
  } else if (isRecord(value) && Object.hasOwn(value, "minus")) {
    if (decision.kind === "set-of" || decision.kind === undefined) checkSet(scope, value, decision, place);
    else refuseForm(scope, '"minus"', decision, place);
  } else if (!admitNode(scope, place, 1)) {
    return;
  } else if (!isRecord(value)) {
    checkValue(findings, value, decision, place);
  } else if (Object.hasOwn(value, "plus")) {
    if (decision.kind !== "date" && decision.kind !== undefined) refuseForm(scope, '"plus"', decision, place);
    else if (checkPlus(scope, value, place, 1) && !decision.orNone && decision.kind) refuseNone(scope, place);
  } else if (Object.hasOwn(value, "weekdayOf")) {
    checkWeekday(scope, value, decision, place);
  } else if (Object.hasOwn(value, "fact")) {
    checkResultReference(scope, value, decision, place);
  } else {
    refuseShape(scope, value, place);
  }
}

function checkResultReference(scope: Scope, fields: Fields, decision: Word, place: Place): void {
  const { findings } = scope;
  readFields(findings, fields, place, referenceForm);
  const word = checkReference(scope, fields, place);
  if (word === undefined || decision.kind === undefined || refuseKind(findings, decision, word, place))
    return;
  const strange = [...word.values].filter((value) => !decision.values.has(value));
  if (strange.length > 0) {
    const what = `it may be ${listed(strange, "or")}, which the decision may not`;
    report(findings, "value-unknown", place, what, "declare these values, or name something else");
  }
  if (word.orNone && !decision.orNone) refuseNone(scope, place);
}

/** Checks `plus`; true where its day may be none. */
function checkPlus(scope: Scope, fields: Fields, place: Place, depth: number): boolean {
  const { findings } = scope;
  readFields(findings, fields, place, plusForm);
  const at = along(place, "plus");
  const parts = readList(findings, fields["plus"], at);
  if (parts === undefined) return false;
  if (parts.length !== 2) {
    wrongType(findings, fields["plus"], at, "a list of a day and a duration");
    return false;
  }
  const [day, duration] = parts;
  const durationAt = along(at, 1);
  if (typeof duration !== "string") wrongType(findings, duration, durationAt, "a duration");
  else if (termFromDuration(duration) === undefined) {
    report(
      findings,
      "duration-malformed",
      durationAt,
      `${quoted(duration)} is no duration`,
      "write one as P8D or P1Y6M",
    );
  }
  return checkDayTerm(scope, day, along(at, 0), depth + 1);
}

/** Checks an expression for a day; true where it may be none. */
function checkDayTerm(scope: Scope, value: unknown, place: Place, depth: number): boolean {
  if (!admitNode(scope, place, depth)) return false;
  const { findings } = scope;
  if (!isRecord(value)) {
    checkDay(findings, value, place);
    return false;
  }
  if (Object.hasOwn(value, "plus")) return checkPlus(scope, value, place, depth);
  if (!Object.hasOwn(value, "fact")) {
    refuseShape(scope, value, place);
    return false;
  }
  readFields(findings, value, place, referenceForm);
  const word = checkReference(scope, value, place);
  return word !== undefined && !refuseKind(findings, { ...word, kind: "date" }, word, place) && word.orNone;
}

function checkWeekday(scope: Scope, fields: Fields, decision: Word, place: Place): void {
  readFields(scope.findings, fields, place, weekdayForm);
  const mayBeNone = checkDayTerm(scope, fields["weekdayOf"], along(place, "weekdayOf"), 2);
  if (mayBeNone) {
    const todo = "name a day that is never none";
    report(scope.findings, "none-not-declared", along(place, "weekdayOf"), "none has no weekday", todo);
  }
  if (decision.kind !== "one-of") {
    if (decision.kind !== undefined) refuseForm(scope, '"weekdayOf"', decision, place);
    return;
  }
  const lacking = weekdays.filter((day) => !decision.values.has(day));
  if (lacking.length === 0) return;
  const what = `it may be ${listed(lacking, "or")}, which the decision may not`;
  report(scope.findings, "value-unknown", place, what, "declare all seven weekdays");
}

function refuseNone(scope: Scope, place: Place): void {
  const todo = 'declare "orNone", or name what is never none';
  report(scope.findings, "none-not-declared", place, "it may be none, and the decision is never none", todo);
}

function refuseForm(scope: Scope, form: string, decision: Word, place: Place): void {
  const what = `${form} gives no ${quoted(decision.kind ?? "")}`;
  report(scope.findings, "expression-unfit", place, what, "write an expression of that kind");
}

function refuseShape(scope: Scope, fields: Fields, place: Place): void {
  const name = Object.keys(fields)[0] ?? "";
  const known = ["fact", "plus", "weekdayOf", "minus", "all", "any", "not"];
  const what = name === "" ? "the expression is empty" : `${quoted(name)} begins no expression`;
  report(scope.findings, "expression-unknown", place, what, nearest(scope.findings, name, known));
}
