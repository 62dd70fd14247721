import { nearest, report, type Findings } from "./findings.js";
import { checkId } from "./check-name.js";
import { checkDay } from "./check-value.js";
import { along, inside, quoted, type Place } from "./place.js";
import {
  readChoice,
  readFields,
  readFilled,
  readRecord,
  readText,
  wrongType,
  type Fields,
} from "./read-fields.js";

const sourceForm = {
  required: ["title", "kind", "dated", "checkedOn"],
  optional: ["jurisdiction", "address"],
};
const citationForm = { required: ["document", "section", "confidence"], optional: [] };

/** Checks the documents a policy comes from, and gives their ids. */
export function checkSources(findings: Findings, sources: unknown, place: Place): ReadonlySet<string> {
  const ids = new Set<string>();
  const records = readRecord(findings, sources, along(place, "sources")) ?? {};
  for (const [id, source] of Object.entries(records)) {
    const at = inside(place, `source ${quoted(id)}`);
    checkId(findings, id, at);
    ids.add(id);
    const fields = readFields(findings, source, at, sourceForm);
    if (fields === undefined) continue;
    for (const name of ["title", "jurisdiction", "address"]) readText(findings, fields, name, at);
    readChoice(findings, fields, "kind", at, ["house-rule", "guidance", "agreement", "statute"]);
    if (Object.hasOwn(fields, "dated") && typeof fields["dated"] !== "boolean") {
      wrongType(findings, fields["dated"], along(at, "dated"), "true or false");
    }
    if (Object.hasOwn(fields, "checkedOn")) checkDay(findings, fields["checkedOn"], along(at, "checkedOn"));
  }
  return ids;
}

/** Checks one place in one document. */
export function checkCitation(
  findings: Findings,
  citation: unknown,
  place: Place,
  sources: ReadonlySet<string>,
): void {
  const fields = readFields(findings, citation, place, citationForm);
  if (fields === undefined) return;
  const document = readText(findings, fields, "document", place);
  if (document !== undefined && !sources.has(document)) {
    const at = along(place, "document");
    const todo = nearest(findings, document, sources, 'describe it in "sources"');
    report(findings, "source-unknown", at, `no source ${quoted(document)}`, todo);
  }
  readText(findings, fields, "section", place);
  readChoice(findings, fields, "confidence", place, ["certain", "likely", "interpretation"]);
}

/** Checks the property `cites`: at least one citation where it is given. */
export function checkCites(
  findings: Findings,
  fields: Fields,
  place: Place,
  sources: ReadonlySet<string>,
): void {
  for (const [index, citation] of (readFilled(findings, fields, "cites", place) ?? []).entries()) {
    checkCitation(findings, citation, along(place, "cites", index), sources);
  }
}
