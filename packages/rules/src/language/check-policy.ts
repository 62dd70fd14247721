import { checkAccepts } from "./check-accepts.js";
import { checkAmended } from "./check-amended.js";
import { checkDecisions } from "./check-decisions.js";
import { checkEdition, type EditionSummary } from "./check-edition.js";
import { checkFacts } from "./check-facts.js";
import { checkHeader } from "./check-header.js";
import { checkGiven, checkLaws } from "./check-laws.js";
import { checkRateCoverage } from "./check-rate-coverage.js";
import { checkRates } from "./check-rates.js";
import { checkSources } from "./check-source.js";
import { copyPlain } from "./copy-plain.js";
import { nearest, report, type Findings } from "./findings.js";
import { along, placeOf, quoted, type Place } from "./place.js";
import { GuichetError, type Problem } from "./problem.js";
import { isRecord, readFields, readFilled, wrongType, type Fields } from "./read-fields.js";
import type { FactWord, Words } from "./word.js";

const policyForm = {
  required: [
    "id",
    "title",
    "question",
    "jurisdiction",
    "datedBy",
    "locales",
    "sources",
    "facts",
    "decisions",
    "rates",
    "editions",
  ],
  optional: ["given", "laws", "amendments", "accepts"],
};

/** Refuses a policy with everything that is wrong with it. Errors: `policy-refused`. */
export function refuseProblems(policy: unknown): void {
  const problems = policyProblems(policy);
  if (problems.length > 0) throw new GuichetError("policy-refused", problems);
}

/**
 * Says everything that is wrong with a policy before a fact is known; an empty list for a policy that can be used.
 *
 * Shape: the codes are those of `PolicyProblemCode`. The argument may be anything at all.
 */
export function policyProblems(policy: unknown): readonly Problem[] {
  const findings: Findings = { problems: [] };
  const { copy, notPlain } = copyPlain(policy);
  const place = placeOf(isRecord(copy) && isShortId(copy["id"]) ? copy["id"] : "policy");
  for (const { path, what } of notPlain) {
    const todo = "write text, whole numbers, true, false, lists and plain objects";
    report(findings, "not-plain-data", along(place, ...path), `${what} is not plain data`, todo);
  }
  const fields = readFields(findings, copy, place, policyForm);
  if (fields !== undefined) checkParts(findings, fields, place);
  return findings.problems;
}

function checkParts(findings: Findings, policy: Fields, place: Place): void {
  checkHeader(findings, policy, place);
  const sources = partOf(policy, "sources", (part) => checkSources(findings, part, place)) ?? new Set();
  const facts = partOf(policy, "facts", (part) => checkFacts(findings, part, place)) ?? new Map();
  checkDatedBy(findings, policy, place, facts);
  const decisions = partOf(policy, "decisions", (part) => checkDecisions(findings, part, place)) ?? new Map();
  const rates =
    partOf(policy, "rates", (part) => checkRates(findings, part, place, facts, sources)) ?? new Map();
  const words: Words = { facts, decisions, rates, sources };
  const size = { nodes: 0 };
  checkGiven(findings, policy, place, words, size);
  const editions = checkEditions(findings, policy, place, words, size);
  const lawUses = checkLaws(findings, policy, place, words, size, editions);
  checkAmended(findings, policy, place, words, editions);
  checkAccepts(findings, policy, place, words, editions);
  for (const edition of editions) {
    checkRateCoverage(findings, edition, new Map([...edition.rateUses, ...lawUses]), words);
  }
}

function checkEditions(
  findings: Findings,
  policy: Fields,
  place: Place,
  words: Words,
  size: { nodes: number },
): readonly EditionSummary[] {
  const summaries: EditionSummary[] = [];
  const starts = new Set<string>();
  for (const [index, edition] of (readFilled(findings, policy, "editions", place) ?? []).entries()) {
    const summary = checkEdition(findings, edition, place, index, words, size);
    if (summary === undefined) continue;
    summaries.push(summary);
    if (summary.start === undefined) continue;
    if (starts.has(summary.start)) {
      report(
        findings,
        "edition-twice",
        summary.place,
        "another edition starts then",
        "give each its own start",
      );
    }
    starts.add(summary.start);
  }
  return summaries;
}

function checkDatedBy(
  findings: Findings,
  policy: Fields,
  place: Place,
  facts: ReadonlyMap<string, FactWord>,
): void {
  if (!Object.hasOwn(policy, "datedBy")) return;
  const path = policy["datedBy"];
  const at = along(place, "datedBy");
  if (typeof path !== "string") {
    wrongType(findings, path, at, "the path of a date fact");
    return;
  }
  const fact = facts.get(path);
  if (fact === undefined) {
    const todo = nearest(findings, path, facts.keys(), "name a date fact");
    report(findings, "dated-by-unknown", at, `no fact ${quoted(path)}`, todo);
  } else if (fact.kind !== undefined && fact.kind !== "date") {
    report(findings, "dated-by-not-a-date", at, `${quoted(path)} is not a date`, "name a date fact");
  }
}

function partOf<Part>(policy: Fields, name: string, check: (part: unknown) => Part): Part | undefined {
  return Object.hasOwn(policy, name) ? check(policy[name]) : undefined;
}

function isShortId(id: unknown): id is string {
  return typeof id === "string" && /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(id);
}
