import type { EditionSummary } from "./check-edition.js";
import { checkId } from "./check-name.js";
import { checkDay } from "./check-value.js";
import { nearest, report, type Findings } from "./findings.js";
import { along, inside, quoted, type Place } from "./place.js";
import { readFields, readList, readText, type Fields } from "./read-fields.js";
import type { Words } from "./word.js";

const amendedForm = { required: ["id", "title", "holds"], optional: [] };
const periodForm = { required: ["from"], optional: ["to"] };

/** Checks what a policy says of the amendments it carries. */
export function checkAmended(
  findings: Findings,
  policy: Fields,
  place: Place,
  words: Words,
  editions: readonly EditionSummary[],
): void {
  checkRepeats(findings, editions);
  if (!Object.hasOwn(policy, "amendments")) return;
  const ids = new Set<string>();
  for (const [index, amended] of (
    readList(findings, policy["amendments"], along(place, "amendments")) ?? []
  ).entries()) {
    const position = along(place, "amendments", index);
    const fields = readFields(findings, amended, position, amendedForm);
    if (fields === undefined) continue;
    const { id } = fields;
    const at = typeof id === "string" ? inside(place, `amendment ${quoted(id)}`) : position;
    readText(findings, fields, "title", at);
    if (Object.hasOwn(fields, "holds")) {
      for (const [step, period] of (readList(findings, fields["holds"], along(at, "holds")) ?? []).entries())
        checkPeriod(
          findings,
          readFields(findings, period, along(at, "holds", step), periodForm),
          along(at, "holds", step),
        );
    }
    const checked = Object.hasOwn(fields, "id") ? checkId(findings, id, at) : undefined;
    if (checked === undefined) continue;
    if (ids.has(checked)) report(findings, "repeated", at, "the policy carries it twice", "name it once");
    ids.add(checked);
    if (words.sources.has(checked)) continue;
    report(
      findings,
      "source-unknown",
      at,
      `no source ${quoted(checked)}`,
      'describe its document in "sources"',
    );
  }
}

/** Checks a stretch of days: of an amendment, or of what a policy carries of one. */
export function checkPeriod(findings: Findings, fields: Fields | undefined, place: Place): void {
  if (fields === undefined) return;
  const [from, to] = ["from", "to"].map((name) =>
    Object.hasOwn(fields, name) ? checkDay(findings, fields[name], along(place, name)) : undefined,
  );
  if (from === undefined || to === undefined || from <= to) return;
  report(
    findings,
    "period-reversed",
    place,
    `it ends on ${to}, before it begins`,
    "write an end on or after its start",
  );
}

/** An edition that repeats another one starts later, while the page it repeats would be in force. */
function checkRepeats(findings: Findings, editions: readonly EditionSummary[]): void {
  const issued = editions.flatMap(({ start, repeats }) =>
    start === undefined || repeats !== undefined ? [] : [start],
  );
  for (const { place, start, repeats } of editions) {
    if (start === undefined || repeats === undefined) continue;
    if (issued.includes(repeats) && (repeats === "open" || repeats < start)) continue;
    const todo = nearest(findings, repeats, issued, "name an edition that started before");
    report(
      findings,
      "edition-unknown",
      along(place, "repeats"),
      `no edition ${quoted(repeats)} to repeat`,
      todo,
    );
  }
}
