import { unreadable } from "./copy-plain.js";
import { checkReference } from "./check-reference.js";
import { nearest, report } from "./findings.js";
import { along, listed, quoted, type Place } from "./place.js";
import { isRecord, readFields, readList, wrongType, type Fields } from "./read-fields.js";
import { admitNode, type Scope } from "./scope.js";
import type { Word } from "./word.js";

/** The elements a set can have at most, and those it has for certain. */
interface Extent {
  readonly possible: ReadonlySet<string>;
  readonly certain: ReadonlySet<string>;
}

const referenceForm = { required: ["fact"], optional: ["params"] };
const minusForm = { required: ["minus"], optional: [] };

/** Checks a difference of sets whose result must stay within the values of a decision. */
export function checkSet(scope: Scope, value: unknown, decision: Word, place: Place): void {
  const extent = extentOf(scope, value, place, 1);
  if (extent === undefined || decision.kind === undefined) return;
  const strange = [...extent.possible].filter((element) => !decision.values.has(element));
  if (strange.length === 0) return;
  const what = `it may hold ${listed(strange)}, which the decision may not`;
  const fallback = "declare these values, or take them out";
  const todo =
    strange.length > 1 ? fallback : nearest(scope.findings, strange[0] ?? "", decision.values, fallback);
  report(scope.findings, "value-unknown", place, what, todo);
}

/** `undefined` where something in it was refused. */
function extentOf(scope: Scope, value: unknown, place: Place, depth: number): Extent | undefined {
  if (value === unreadable || !admitNode(scope, place, depth)) return undefined;
  if (!isRecord(value)) return literalExtent(scope, value, place);
  if (Object.hasOwn(value, "minus")) return differenceExtent(scope, value, place, depth);
  const { findings } = scope;
  if (!Object.hasOwn(value, "fact")) {
    const todo = 'write a list, "fact" or "minus"';
    report(findings, "expression-unknown", place, "the object is no set", todo);
    return undefined;
  }
  readFields(findings, value, place, referenceForm);
  const word = checkReference(scope, value, place);
  if (word === undefined) return undefined;
  if (word.kind === "set-of") return { possible: word.values, certain: new Set() };
  const what = `expected "set-of", got ${quoted(word.kind ?? "")}`;
  report(findings, "kind-differs", place, what, "use a name of that kind");
  return undefined;
}

function differenceExtent(scope: Scope, fields: Fields, place: Place, depth: number): Extent | undefined {
  const { findings } = scope;
  readFields(findings, fields, place, minusForm);
  const at = along(place, "minus");
  const parts = readList(findings, fields["minus"], at);
  if (parts === undefined) return undefined;
  if (parts.length !== 2) return wrongType(findings, parts, at, "a list of two sets");
  const left = extentOf(scope, parts[0], along(at, 0), depth + 1);
  const right = extentOf(scope, parts[1], along(at, 1), depth + 1);
  if (left === undefined || right === undefined) return undefined;
  refuseIdle(scope, left, right, parts[1], along(at, 1));
  return {
    possible: new Set([...left.possible].filter((element) => !right.certain.has(element))),
    certain: new Set([...left.certain].filter((element) => !right.possible.has(element))),
  };
}

/** Taking away what is never there is a misspelling, or a comparison of different things. */
function refuseIdle(scope: Scope, left: Extent, right: Extent, written: unknown, place: Place): void {
  const { findings } = scope;
  if (left.possible.size === 0) return;
  if (Array.isArray(written)) {
    for (const [index, element] of [...right.possible].entries()) {
      if (left.possible.has(element)) continue;
      const what = `${quoted(element)} is never in the first set`;
      report(findings, "value-unknown", along(place, index), what, nearest(findings, element, left.possible));
    }
  } else if (![...right.possible].some((element) => left.possible.has(element))) {
    const what = "the two sets share no value";
    report(findings, "values-disjoint", place, what, "take away a set with the same values");
  }
}

function literalExtent(scope: Scope, value: unknown, place: Place): Extent | undefined {
  const list = readList(scope.findings, value, place);
  if (list === undefined) return undefined;
  const elements = new Set<string>();
  for (const [index, element] of list.entries()) {
    const at = along(place, index);
    if (typeof element !== "string") wrongType(scope.findings, element, at, "a value");
    else if (elements.has(element)) {
      report(scope.findings, "repeated", at, `${quoted(element)} is listed twice`, "list it once");
    } else elements.add(element);
  }
  return { possible: elements, certain: elements };
}
