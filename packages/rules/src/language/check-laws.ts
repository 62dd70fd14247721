import { checkCondition } from "./check-condition.js";
import { checkId } from "./check-name.js";
import type { EditionSummary } from "./check-edition.js";
import { nearest, report, type Findings } from "./findings.js";
import { along, inside, quoted, type Place } from "./place.js";
import { isRecord, readChoice, readFields, readList, readText, type Fields } from "./read-fields.js";
import type { RateUse, Scope } from "./scope.js";
import type { Word, Words } from "./word.js";

const givenForm = { required: ["id", "label", "holds"], optional: [] };
const lawForm = { required: ["id", "label"], optional: ["never", "monotone"] };
const monotoneForm = { required: ["moreOf", "neverMeans", "of"], optional: [] };

/** Checks the conditions that facts always meet together: they are over facts alone. */
export function checkGiven(
  findings: Findings,
  policy: Fields,
  place: Place,
  words: Words,
  size: { nodes: number },
): void {
  const what = "a given condition is over facts alone";
  const scope: Scope = {
    findings,
    words,
    size,
    rateUses: new Map(),
    misplaced: () => ({ code: "name-out-of-place", what, todo: "name a fact" }),
  };
  for (const { fields, at } of rowsOf(findings, policy, "given", place)) {
    readFields(findings, fields, at, givenForm);
    if (Object.hasOwn(fields, "holds")) checkCondition(scope, fields["holds"], along(at, "holds"));
  }
}

/** Checks the laws of a policy, and gives the rates they use: on every day the policy is in force. */
export function checkLaws(
  findings: Findings,
  policy: Fields,
  place: Place,
  words: Words,
  size: { nodes: number },
  editions: readonly EditionSummary[],
): ReadonlyMap<string, RateUse> {
  const scope: Scope = {
    findings,
    words,
    size,
    rateUses: new Map(),
    misplaced: (group, name) => (group === "rate" ? undefined : unanswered(words, editions, name)),
  };
  for (const { fields, at } of rowsOf(findings, policy, "laws", place)) {
    readFields(findings, fields, at, lawForm);
    const [never, monotone] = [Object.hasOwn(fields, "never"), Object.hasOwn(fields, "monotone")];
    if (never === monotone) {
      const what = never ? "the law is both" : "the law says nothing";
      report(findings, "law-ambiguous", at, what, 'write either "never" or "monotone"');
    }
    if (never) checkCondition(scope, fields["never"], along(at, "never"));
    if (monotone) checkMonotone(scope, fields["monotone"], along(at, "monotone"));
  }
  return scope.rateUses;
}

function checkMonotone(scope: Scope, value: unknown, place: Place): void {
  const { findings, words } = scope;
  const fields = readFields(findings, value, place, monotoneForm);
  if (fields === undefined) return;
  readChoice(findings, fields, "neverMeans", place, ["more", "less"]);
  const path = readText(findings, fields, "moreOf", place);
  if (path !== undefined) {
    const at = along(place, "moreOf");
    if (words.facts.has(path)) refuseUnordered(findings, words.facts.get(path), at);
    else {
      const todo = nearest(findings, path, words.facts.keys(), "name a fact");
      report(findings, "name-unknown", at, `no fact ${quoted(path)}`, todo);
    }
  }
  const name = readText(findings, fields, "of", place);
  if (name === undefined) return;
  const at = along(place, "of");
  const decision = words.decisions.get(name);
  if (decision === undefined) {
    const todo = nearest(findings, name, words.decisions.keys(), "name a decision");
    report(findings, "decision-unknown", at, `no decision ${quoted(name)}`, todo);
    return;
  }
  refuseUnordered(findings, decision, at);
  const misplaced = scope.misplaced("decision", name);
  if (misplaced !== undefined) report(findings, misplaced.code, at, misplaced.what, misplaced.todo);
}

function refuseUnordered(findings: Findings, word: Word | undefined, place: Place): void {
  if (word?.kind !== "one-of" && word?.kind !== "text") return;
  const todo = "name a boolean, a set, a number, a date or a time";
  report(findings, "law-unordered", place, `${quoted(word.kind)} has no more and less`, todo);
}

/** A law holds on every day, so every edition must answer what it is about. */
function unanswered(words: Words, editions: readonly EditionSummary[], name: string) {
  if (words.decisions.get(name)?.internal !== true) return undefined;
  const silent = editions.find((edition) => !edition.answered(name));
  if (silent === undefined) return undefined;
  const what = `${quoted(name)} has neither a default nor a table in edition ${silent.start ?? "without a start"}`;
  return {
    code: "decision-undecided",
    what,
    todo: "declare its default, or name a public decision",
  } as const;
}

/** The objects of a list, each placed by its id; ids and labels are checked. */
function rowsOf(findings: Findings, policy: Fields, name: "given" | "laws", place: Place) {
  if (!Object.hasOwn(policy, name)) return [];
  const rows: { readonly fields: Fields; readonly at: Place }[] = [];
  const ids = new Set<string>();
  const word = name === "given" ? "given" : "law";
  for (const [index, row] of (readList(findings, policy[name], along(place, name)) ?? []).entries()) {
    const position = along(place, name, index);
    const id = isRecord(row) ? row["id"] : undefined;
    const at = typeof id === "string" ? inside(place, `${word} ${quoted(id)}`) : position;
    if (!isRecord(row)) {
      readFields(findings, row, position, { required: [], optional: [] });
      continue;
    }
    readText(findings, row, "label", at);
    const checked = Object.hasOwn(row, "id") ? checkId(findings, id, at) : undefined;
    if (checked !== undefined && ids.has(checked)) {
      report(findings, "repeated", at, `another ${word} has the same id`, "give each its own");
    }
    if (checked !== undefined) ids.add(checked);
    rows.push({ fields: row, at });
  }
  return rows;
}
