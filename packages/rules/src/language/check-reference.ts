import { nearest, report, type Findings } from "./findings.js";
import { along, listed, quoted, type Place } from "./place.js";
import { readFields, readList, wrongType, type Fields } from "./read-fields.js";
import type { Scope } from "./scope.js";
import { namesOf, splitName, wordFor, type RateWord, type Word } from "./word.js";

/** Checks a name and the key it is used with; gives the word only where the use can be judged by it. */
export function checkReference(scope: Scope, fields: Fields, place: Place): Word | undefined {
  if (!Object.hasOwn(fields, "fact")) return undefined;
  const { findings, words } = scope;
  const at = along(place, "fact");
  const name = fields["fact"];
  if (typeof name !== "string") return wrongType(findings, name, at, "a name");
  const word = wordFor(words, name);
  const [group, bare] = splitName(name);
  if (word === undefined) {
    const code = group === "decision" ? "decision-unknown" : "name-unknown";
    const todo = nearest(findings, name, namesOf(words), `declare the ${group}`);
    report(findings, code, at, `no ${group} ${quoted(name)}`, todo);
    return undefined;
  }
  const misplaced = group === "fact" ? undefined : scope.misplaced(group, bare);
  if (misplaced !== undefined) report(findings, misplaced.code, at, misplaced.what, misplaced.todo);
  const rate = group === "rate" ? words.rates.get(bare) : undefined;
  if (rate !== undefined) checkKey(scope, fields, place, bare, rate);
  else if (Object.hasOwn(fields, "params")) {
    report(
      findings,
      "params-out-of-place",
      along(place, "params"),
      `${quoted(name)} is no rate`,
      "remove it",
    );
  }
  return word.kind === undefined ? undefined : word;
}

const paramsForm = { required: ["by"], optional: [] };

function checkKey(scope: Scope, fields: Fields, place: Place, name: string, rate: RateWord): void {
  let by: readonly string[] | undefined = rate.by;
  if (Object.hasOwn(fields, "params")) {
    const at = along(place, "params");
    if (rate.by.length === 0) {
      report(scope.findings, "params-out-of-place", at, `rate ${quoted(name)} has no key`, "remove it");
      return;
    }
    const params = readFields(scope.findings, fields["params"], at, paramsForm);
    const paths = params && readList(scope.findings, params["by"], along(at, "by"));
    by = paths && checkSelectors(scope, paths, along(at, "by"), rate);
  }
  if (by !== undefined) scope.rateUses.set(JSON.stringify([name, by]), { rate: name, by });
}

/** The facts that select a row here must be one-of, with no value that the rate's own key could not have. */
function checkSelectors(scope: Scope, paths: readonly unknown[], place: Place, rate: RateWord) {
  const { findings, words } = scope;
  const before = findings.problems.length;
  if (paths.length !== rate.by.length) {
    const what = `${paths.length} facts for a key of ${rate.by.length}`;
    report(findings, "params-unfit", place, what, `name one for each of ${listed(rate.by)}`);
    return undefined;
  }
  for (const [index, path] of paths.entries()) {
    const at = along(place, index);
    if (typeof path === "string")
      checkSelector(findings, path, at, words.facts.get(rate.by[index] ?? ""), scope);
    else wrongType(findings, path, at, "the path of a fact");
  }
  return findings.problems.length === before ? paths.filter((path) => typeof path === "string") : undefined;
}

function checkSelector(
  findings: Findings,
  path: string,
  place: Place,
  declared: Word | undefined,
  scope: Scope,
): void {
  const fact = scope.words.facts.get(path);
  if (fact === undefined) {
    const todo = nearest(findings, path, scope.words.facts.keys(), "name a one-of fact");
    report(findings, "params-unfit", place, `no fact ${quoted(path)}`, todo);
  } else if (fact.kind !== undefined && fact.kind !== "one-of") {
    report(findings, "params-unfit", place, `${quoted(path)} is not one-of`, "name a one-of fact");
  } else if (declared?.kind === "one-of") {
    const strange = [...fact.values].filter((value) => !declared.values.has(value));
    if (strange.length === 0) return;
    const what = `${quoted(path)} may be ${listed(strange, "or")}, which the rate's key may not`;
    report(findings, "params-unfit", place, what, "name a fact with the same values");
  }
}
