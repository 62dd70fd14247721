import { report, type Findings } from "./findings.js";
import { checkKind, type Role } from "./check-kind.js";
import { checkName } from "./check-name.js";
import { checkValue } from "./check-value.js";
import { along, inside, quoted, type Place } from "./place.js";
import { readMark, readRecord, readText } from "./read-fields.js";
import type { DecisionWord } from "./word.js";

const decisionRole: Role = {
  kinds: ["boolean", "one-of", "set-of", "integer", "amount", "date", "time"],
  required: ["label"],
  optional: ["internal", "default", "orNone"],
};

/** Checks what a policy declares of its decisions, and gives them by name. */
export function checkDecisions(
  findings: Findings,
  decisions: unknown,
  place: Place,
): ReadonlyMap<string, DecisionWord> {
  const words = new Map<string, DecisionWord>();
  const records = readRecord(findings, decisions, along(place, "decisions"));
  for (const [name, declaration] of Object.entries(records ?? {})) {
    const at = inside(place, `decision ${quoted(name)}`);
    checkName(findings, name, at);
    const { word, fields } = checkKind(findings, declaration, at, decisionRole);
    readText(findings, fields, "label", at);
    const internal = readMark(findings, fields, "internal", at);
    const hasDefault = Object.hasOwn(fields, "default");
    if (hasDefault) checkValue(findings, fields["default"], word, along(at, "default"));
    words.set(name, { ...word, internal, hasDefault });
  }
  if (records !== undefined && [...words.values()].every((word) => word.internal)) {
    const what = "no decision is public, so the policy answers nothing";
    report(findings, "no-public-decision", along(place, "decisions"), what, 'declare one without "internal"');
  }
  return words;
}
