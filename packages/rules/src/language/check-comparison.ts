import { unreadable } from "./copy-plain.js";
import { checkReference } from "./check-reference.js";
import { checkElement, checkElements, checkValue } from "./check-value.js";
import type { Operator } from "./condition.js";
import { nearest, report } from "./findings.js";
import type { KindName } from "./kind.js";
import { along, listed, quoted, type Place } from "./place.js";
import { isRecord, readFields, readList, wrongType, type Fields } from "./read-fields.js";
import { refuseMismatch } from "./compare-words.js";
import type { Scope } from "./scope.js";
import { orderedKinds, type Word } from "./word.js";

const equality: readonly Operator[] = ["equal", "notEqual"];
const membership: readonly Operator[] = ["in", "notIn"];
const order: readonly Operator[] = ["lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive"];
const containment: readonly Operator[] = ["contains", "doesNotContain"];
const operators: readonly Operator[] = [...equality, ...membership, ...order, ...containment, "isEmpty"];

/** The operators that fit a kind. */
export function operatorsFor(kind: KindName): readonly Operator[] {
  if (kind === "boolean") return equality;
  if (kind === "set-of") return [...containment, "isEmpty"];
  return orderedKinds.has(kind) ? [...equality, ...order, ...membership] : [...equality, ...membership];
}

const comparisonForm = { required: ["fact", "operator", "value"], optional: ["params"] };
const referenceForm = { required: ["fact"], optional: ["params"] };

/** Checks one comparison: the name, the operator for its kind, and the value for both. */
export function checkComparison(scope: Scope, fields: Fields, place: Place): void {
  const { findings } = scope;
  readFields(findings, fields, place, comparisonForm);
  const word = checkReference(scope, fields, place);
  const operator = readOperator(scope, fields, place, word);
  if (!Object.hasOwn(fields, "value") || fields["value"] === unreadable) return;
  const value = fields["value"];
  const at = along(place, "value");
  if (isRecord(value)) {
    readFields(findings, value, at, referenceForm);
    const other = checkReference(scope, value, at);
    if (word && other && operator) checkOther(scope, word, operator, other, at);
  } else if (word && operator) checkLiteral(scope, word, operator, value, at);
}

/** The operator, where the value can be judged by it. */
function readOperator(
  scope: Scope,
  fields: Fields,
  place: Place,
  word: Word | undefined,
): Operator | undefined {
  if (!Object.hasOwn(fields, "operator")) return undefined;
  const { findings } = scope;
  const at = along(place, "operator");
  const name = fields["operator"];
  if (typeof name !== "string") return wrongType(findings, name, at, "an operator");
  const fitting = word?.kind === undefined ? operators : operatorsFor(word.kind);
  const operator = operators.find((one) => one === name);
  if (operator === undefined) {
    report(findings, "operator-unknown", at, `no operator ${quoted(name)}`, nearest(findings, name, fitting));
  } else if (!fitting.includes(operator)) {
    const what = `${quoted(name)} does not fit ${quoted(word?.kind ?? "")}`;
    report(findings, "operator-unfit", at, what, `use ${listed(fitting, "or")}`);
    return undefined;
  }
  return operator;
}

/** Literals may lie outside `min` and `max`: such a comparison is always or never true, and verify says so. */
function unbounded(word: Word): Word {
  const kind = word.kind === "amount" ? "integer" : word.kind;
  return { ...word, kind, min: undefined, max: undefined };
}

function checkLiteral(scope: Scope, word: Word, operator: Operator, value: unknown, place: Place): void {
  const { findings } = scope;
  if (operator === "isEmpty") {
    if (typeof value !== "boolean") wrongType(findings, value, place, "true or false");
  } else if (containment.includes(operator)) {
    checkElement(findings, value, word.values, place);
  } else if (!membership.includes(operator)) {
    checkValue(findings, value, equality.includes(operator) ? unbounded(word) : neverNone(word), place);
  } else if (word.kind === "one-of") {
    if (checkFilled(scope, value, place)) checkElements(findings, value, word.values, place);
  } else if (checkFilled(scope, value, place)) {
    const elements = value as readonly unknown[];
    for (const [index, one] of elements.entries())
      checkValue(findings, one, neverNone(word), along(place, index));
  }
}

function neverNone(word: Word): Word {
  return { ...unbounded(word), orNone: false };
}

function checkFilled(scope: Scope, value: unknown, place: Place): boolean {
  const list = readList(scope.findings, value, place);
  if (list?.length === 0)
    report(scope.findings, "list-empty", place, "the list is empty", "name at least one value");
  return list !== undefined && list.length > 0;
}

/** Checks the comparison with another name. */
function checkOther(scope: Scope, word: Word, operator: Operator, other: Word, place: Place): void {
  const { findings } = scope;
  if (operator === "isEmpty") {
    report(findings, "wrong-type", place, "expected true or false, got a name", "write true or false");
  } else if (membership.includes(operator) && word.kind !== "one-of") {
    report(findings, "kind-differs", place, "only one-of is looked up in a named set", "write the list");
  } else {
    const wanted = membership.includes(operator)
      ? "set-of"
      : containment.includes(operator)
        ? "one-of"
        : word.kind;
    refuseMismatch(findings, { ...word, kind: wanted }, other, place);
  }
}
