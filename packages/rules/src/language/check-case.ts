import { checkCondition } from "./check-condition.js";
import { checkExpression } from "./check-expression.js";
import { checkCites } from "./check-source.js";
import { nearest, report } from "./findings.js";
import { along, inside, quoted, type Place } from "./place.js";
import { isRecord, readFields, readMark, readRecord, type Fields } from "./read-fields.js";
import type { Scope } from "./scope.js";
import type { DecisionWord } from "./word.js";

/** What the tables of one edition share. */
export interface EditionScope extends Scope {
  /** The decisions of the tables so far. */
  readonly decided: Set<string>;
  /** Checks an id, and that no other case of the edition has it. */
  readonly takeId: (id: unknown, place: Place) => void;
  /** Stands for a decision that could not be read: everything fits it. */
  readonly anyDecision: DecisionWord;
}

/** What the cases of a table give results for. */
export interface Results {
  readonly names: readonly string[];
  /** Several decisions together: results are an object with a property for each. */
  readonly together: boolean;
}

const caseForm = { required: ["id", "then"], optional: ["when", "cites", "gap"] };
const otherwiseForm = { required: ["id", "then"], optional: ["cites", "gap"] };

/** Checks one case of a table, or its `otherwise`. */
export function checkCase(
  scope: EditionScope,
  value: unknown,
  table: Place,
  position: Place,
  results: Results,
  role: "case" | "otherwise" = "case",
): void {
  const { findings, words } = scope;
  const id = isRecord(value) ? value["id"] : undefined;
  const place = typeof id === "string" ? inside(table, `case ${quoted(id)}`) : position;
  const fields = readFields(findings, value, place, role === "case" ? caseForm : otherwiseForm);
  if (fields === undefined) return;
  if (Object.hasOwn(fields, "id")) scope.takeId(id, place);
  if (role === "case" && Object.hasOwn(fields, "when")) {
    checkCondition(scope, fields["when"], along(place, "when"));
  }
  checkCites(findings, fields, place, words.sources);
  readMark(findings, fields, "gap", place);
  if (!Object.hasOwn(fields, "then")) return;
  if (results.together) checkTogether(scope, fields, place, results.names);
  else checkThen(scope, fields["then"], results.names[0], along(place, "then"));
}

function checkThen(scope: EditionScope, then: unknown, name: string | undefined, place: Place): void {
  checkExpression(scope, then, scope.words.decisions.get(name ?? "") ?? scope.anyDecision, place);
}

function checkTogether(scope: EditionScope, fields: Fields, place: Place, names: readonly string[]): void {
  const { findings } = scope;
  const at = along(place, "then");
  const thens = readRecord(findings, fields["then"], at);
  if (thens === undefined) return;
  for (const name of names) {
    if (Object.hasOwn(thens, name)) checkThen(scope, thens[name], name, along(at, name));
    else {
      const what = `no result for ${quoted(name)}`;
      report(findings, "property-missing", at, what, `add ${quoted(name)}`);
    }
  }
  const absent = names.filter((name) => !Object.hasOwn(thens, name));
  for (const name of Object.keys(thens)) {
    if (names.includes(name)) continue;
    const what = `the table does not decide ${quoted(name)}`;
    report(findings, "property-unknown", at, what, nearest(findings, name, absent, "remove it"));
  }
}
