import { checkPeriod } from "../../language/check-amended.js";
import { checkId } from "../../language/check-name.js";
import { checkSources } from "../../language/check-source.js";
import { copyPlain } from "../../language/copy-plain.js";
import { report, type Findings } from "../../language/findings.js";
import { along, inside, listed, placeOf, quoted, type Place } from "../../language/place.js";
import {
  isRecord,
  readFields,
  readFilled,
  readLine,
  readRecord,
  readText,
  wrongType,
  type Fields,
} from "../../language/read-fields.js";
import type { Amendment } from "./amendment.js";
import { refuse } from "./amendment-problem.js";

const form = {
  required: ["id", "policy", "title", "source", "from", "changes"],
  optional: ["to", "texts"],
};
const textsForm = { required: [], optional: ["cases", "values", "source", "sections"] };

/** What tells one kind of change from the others, and what else it says. */
const changeForms = {
  rate: { required: ["rate", "value"], optional: ["for", "cites"] },
  decision: { required: ["edition", "decision", "case"], optional: ["before"] },
  replaces: { required: ["edition", "replaces", "case"], optional: [] },
  element: { required: ["element", "of"], optional: [] },
} as const;

const mostChanges = 1000;

/** The name under which problems of an amendment are reported. */
export function placeOfAmendment(id: unknown): Place {
  const isShort = typeof id === "string" && /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(id);
  return placeOf(isShort ? `amendment ${quoted(id)}` : "amendment");
}

/**
 * Reads anything at all as an amendment: reports what its form lacks, without looking at a policy. What its cases and
 * values say is for the policy to judge that they become part of.
 */
export function readAmendment(findings: Findings, data: unknown): Amendment | undefined {
  const before = findings.problems.length;
  const { copy, notPlain } = copyPlain(data);
  const place = placeOfAmendment(isRecord(copy) ? copy["id"] : undefined);
  for (const { path, what } of notPlain) {
    const todo = "write text, whole numbers, true, false, lists and plain objects";
    report(findings, "not-plain-data", along(place, ...path), `${what} is not plain data`, todo);
  }
  const fields = readFields(findings, copy, place, form);
  if (fields === undefined) return undefined;
  const id = Object.hasOwn(fields, "id") ? checkId(findings, fields["id"], along(place, "id")) : undefined;
  for (const name of ["policy", "title"]) readText(findings, fields, name, place);
  if (id !== undefined && Object.hasOwn(fields, "source")) {
    checkSources(findings, { [id]: fields["source"] }, place);
  }
  checkPeriod(findings, fields, place);
  checkChanges(findings, fields, place);
  if (Object.hasOwn(fields, "texts")) checkTexts(findings, fields["texts"], along(place, "texts"));
  return findings.problems.length === before ? (data as Amendment) : undefined;
}

function checkChanges(findings: Findings, fields: Fields, place: Place): void {
  const changes = readFilled(findings, fields, "changes", place) ?? [];
  if (changes.length > mostChanges) {
    const what = `it has ${changes.length} changes`;
    refuse(findings, "too-many-changes", along(place, "changes"), what, `write at most ${mostChanges}`);
    return;
  }
  for (const [index, change] of changes.entries())
    checkChange(findings, change, along(place, "changes", index));
}

function checkChange(findings: Findings, change: unknown, place: Place): void {
  const fields = readRecord(findings, change, place);
  if (fields === undefined) return;
  const kinds = Object.keys(changeForms) as (keyof typeof changeForms)[];
  const said = kinds.filter((one) => Object.hasOwn(fields, one));
  const [kind] = said;
  if (kind === undefined || said.length > 1) {
    const what = kind === undefined ? "the change says nothing" : `the change is ${listed(said)}`;
    refuse(findings, "change-ambiguous", place, what, `write one of ${listed(kinds, "or")}`);
    return;
  }
  readFields(findings, fields, place, changeForms[kind]);
  for (const name of ["rate", "edition", "decision", "replaces", "before"])
    readText(findings, fields, name, place);
  if (Object.hasOwn(fields, "for")) readNames(findings, fields, "for", place);
  if (Object.hasOwn(fields, "element")) checkId(findings, fields["element"], along(place, "element"));
  if (Object.hasOwn(fields, "of")) readNames(findings, fields, "of", place);
  if (!Object.hasOwn(fields, "case")) return;
  const row = readRecord(findings, fields["case"], along(place, "case"));
  if (row === undefined) return;
  if (Object.hasOwn(row, "id")) checkId(findings, row["id"], along(place, "case", "id"));
  else report(findings, "property-missing", along(place, "case"), '"id" is missing', 'add "id"');
}

function readNames(findings: Findings, fields: Fields, name: string, place: Place): void {
  for (const [index, item] of (readFilled(findings, fields, name, place) ?? []).entries()) {
    if (typeof item !== "string") wrongType(findings, item, along(place, name, index), "a text");
  }
}

function checkTexts(findings: Findings, value: unknown, place: Place): void {
  for (const [locale, texts] of Object.entries(readRecord(findings, value, place) ?? {})) {
    const at = inside(place, `locale ${quoted(locale)}`);
    const fields = readFields(findings, texts, at, textsForm);
    if (fields === undefined) continue;
    readText(findings, fields, "source", at);
    for (const part of ["cases", "values", "sections"]) {
      if (!Object.hasOwn(fields, part)) continue;
      for (const [key, text] of Object.entries(readRecord(findings, fields[part], along(at, part)) ?? {})) {
        readLine(findings, text, along(at, part, key));
      }
    }
  }
}
