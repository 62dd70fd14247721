import { unreadable } from "./copy-plain.js";
import { checkComparison } from "./check-comparison.js";
import { nearest, report } from "./findings.js";
import { along, listed, quoted, type Place } from "./place.js";
import { readList, readRecord, type Fields } from "./read-fields.js";
import { admitNode, type Scope } from "./scope.js";

const groupKeys = ["all", "any", "not"] as const;
const comparisonKeys = ["fact", "operator", "value", "params"];

/** Checks a condition: a group of conditions, or one comparison. */
export function checkCondition(scope: Scope, value: unknown, place: Place, depth = 1): void {
  if (value === unreadable || !admitNode(scope, place, depth)) return;
  const fields = readRecord(scope.findings, value, place);
  if (fields === undefined) return;
  const groups = groupKeys.filter((key) => Object.hasOwn(fields, key));
  if (groups.length > 0) checkGroups(scope, fields, groups, place, depth);
  else if (comparisonKeys.some((key) => Object.hasOwn(fields, key))) checkComparison(scope, fields, place);
  else refuseShape(scope, fields, place);
}

/** Whether an object is written as a condition, right or wrong. */
export function looksLikeCondition(fields: Fields): boolean {
  return ["operator", ...groupKeys].some((key) => Object.hasOwn(fields, key));
}

function checkGroups(
  scope: Scope,
  fields: Fields,
  groups: readonly (typeof groupKeys)[number][],
  place: Place,
  depth: number,
): void {
  const { findings } = scope;
  if (groups.length > 1) {
    report(
      findings,
      "group-ambiguous",
      place,
      `${listed(groups)} stand side by side`,
      "nest one in the other",
    );
  }
  for (const key of Object.keys(fields)) {
    if (groups.some((group) => group === key)) continue;
    report(findings, "property-unknown", place, `${quoted(key)} has no meaning in a group`, "remove it");
  }
  for (const group of groups) {
    const at = along(place, group);
    if (group === "not") {
      checkCondition(scope, fields[group], at, depth + 1);
      continue;
    }
    const parts = readList(findings, fields[group], at) ?? [];
    if (Array.isArray(fields[group]) && parts.length === 0) {
      report(findings, "group-empty", at, "the group is empty", "add a condition, or remove the group");
    }
    for (const [index, part] of parts.entries()) checkCondition(scope, part, along(at, index), depth + 1);
  }
}

function refuseShape(scope: Scope, fields: Fields, place: Place): void {
  const name = Object.keys(fields)[0] ?? "";
  const fallback = 'write "all", "any", "not", or "fact" with "operator" and "value"';
  const todo = nearest(scope.findings, name, [...groupKeys, ...comparisonKeys], fallback);
  const what = name === "" ? "the condition is empty" : `${quoted(name)} begins no condition`;
  report(scope.findings, "condition-unknown", place, what, todo);
}
