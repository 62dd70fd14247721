import { checkCase, type EditionScope } from "./check-case.js";
import { checkCondition } from "./check-condition.js";
import { checkExpression } from "./check-expression.js";
import { checkCites } from "./check-source.js";
import { nearest, report } from "./findings.js";
import { along, inside, listed, quoted, type Place } from "./place.js";
import {
  isRecord,
  readChoice,
  readFields,
  readFilled,
  readList,
  readMark,
  readRecord,
  wrongType,
} from "./read-fields.js";
import type { Fields } from "./read-fields.js";

const firstForm = { required: ["decides", "hitPolicy", "cases", "otherwise"], optional: ["onlyWhen"] };
const collectForm = { required: ["decides", "hitPolicy", "cases"], optional: ["onlyWhen"] };
const expressionForm = { required: ["decides", "is"], optional: ["id", "onlyWhen", "cites", "gap"] };
const anyForm = { required: ["decides", "hitPolicy"], optional: ["onlyWhen", "cases", "otherwise"] };

/** Checks one table of an edition; what it decides may be used by the tables after it. */
export function checkTable(scope: EditionScope, table: unknown, edition: Place, index: number): void {
  const { findings } = scope;
  const at = along(edition, "tables", index);
  const fields = readRecord(findings, table, at);
  if (fields === undefined) return;
  const names = decidedBy(fields);
  const place =
    names.length === 0
      ? at
      : inside(edition, `${names.length > 1 ? "decisions" : "decision"} ${listed(names)}`);
  const known = checkDecides(scope, fields, place);
  if (Object.hasOwn(fields, "onlyWhen")) {
    checkCondition(scope, fields["onlyWhen"], along(place, "onlyWhen"));
    for (const name of known) requireDefault(scope, name, place);
  }
  if (Object.hasOwn(fields, "is")) checkExpressionTable(scope, fields, place, known);
  else checkCaseTable(scope, fields, place, known);
  for (const name of known) scope.decided.add(name);
}

/** The names a table says it decides, whether they exist or not. */
export function decidedBy(table: unknown): readonly string[] {
  if (!isRecord(table)) return [];
  const { decides } = table;
  if (typeof decides === "string") return [decides];
  return Array.isArray(decides) ? decides.filter((name) => typeof name === "string") : [];
}

function checkDecides(scope: EditionScope, fields: Fields, place: Place): readonly string[] {
  if (!Object.hasOwn(fields, "decides")) return [];
  const { findings, words } = scope;
  const { decides } = fields;
  const names =
    typeof decides === "string" ? [decides] : (readFilled(findings, fields, "decides", place) ?? []);
  const known = new Set<string>();
  for (const [index, name] of names.entries()) {
    const at = typeof decides === "string" ? along(place, "decides") : along(place, "decides", index);
    if (typeof name !== "string") wrongType(findings, name, at, "the name of a decision");
    else if (!words.decisions.has(name)) {
      const todo = nearest(findings, name, words.decisions.keys(), "declare the decision");
      report(findings, "decision-unknown", at, `no decision ${quoted(name)}`, todo);
    } else if (known.has(name)) {
      report(findings, "repeated", at, `${quoted(name)} is named twice`, "name it once");
    } else if (scope.decided.has(name)) {
      const what = `an earlier table decides ${quoted(name)}`;
      report(findings, "decision-decided-twice", at, what, "put the cases in one table");
      known.add(name);
    } else {
      known.add(name);
    }
  }
  return [...known];
}

function requireDefault(scope: EditionScope, name: string, place: Place): void {
  if (scope.words.decisions.get(name)?.hasDefault === true) return;
  const what = `${quoted(name)} has no default to answer where the guard does not hold`;
  report(
    scope.findings,
    "default-missing",
    along(place, "onlyWhen"),
    what,
    'declare its "default", or remove the guard',
  );
}

function checkExpressionTable(
  scope: EditionScope,
  fields: Fields,
  place: Place,
  known: readonly string[],
): void {
  const { findings, words } = scope;
  readFields(findings, fields, place, expressionForm);
  if (Array.isArray(fields["decides"])) {
    const todo = "write a table of its own for each";
    report(findings, "wrong-type", along(place, "decides"), "an expression decides one decision", todo);
  }
  if (Object.hasOwn(fields, "id")) scope.takeId(fields["id"], along(place, "id"));
  else if (known.some((name) => words.decisions.get(name)?.internal === false)) {
    report(findings, "id-missing", place, "a public decision names the case that made it", 'add an "id"');
  }
  checkCites(findings, fields, place, words.sources);
  readMark(findings, fields, "gap", place);
  const decision = words.decisions.get(known[0] ?? "") ?? scope.anyDecision;
  checkExpression(scope, fields["is"], decision, along(place, "is"));
}

function checkCaseTable(scope: EditionScope, fields: Fields, place: Place, known: readonly string[]): void {
  const { findings, words } = scope;
  const policy = readChoice(findings, fields, "hitPolicy", place, ["first", "unique", "collect"]);
  readFields(findings, fields, place, formOf(fields, policy));
  if (policy === "collect") {
    const kind = words.decisions.get(known[0] ?? "")?.kind;
    if (Array.isArray(fields["decides"])) {
      report(
        findings,
        "wrong-type",
        along(place, "decides"),
        "a collection decides one decision",
        "name one",
      );
    } else if (kind !== undefined && kind !== "set-of") {
      const at = along(place, "hitPolicy");
      report(
        findings,
        "collect-not-a-set",
        at,
        `only sets are collected, not ${quoted(kind)}`,
        'write "first"',
      );
    }
  }
  const results = { names: known, together: Array.isArray(fields["decides"]) };
  const cases =
    policy === "collect" ? readFilled(findings, fields, "cases", place) : readCases(scope, fields, place);
  for (const [index, one] of (cases ?? []).entries()) {
    checkCase(scope, one, place, along(place, "cases", index), results);
  }
  if (Object.hasOwn(fields, "otherwise") && policy !== "collect") {
    checkCase(scope, fields["otherwise"], place, along(place, "otherwise"), results, "otherwise");
  }
}

function formOf(fields: Fields, policy: "first" | "unique" | "collect" | undefined) {
  if (policy === "first" || policy === "unique") return firstForm;
  if (policy === "collect") return collectForm;
  // Neither cases nor an expression: an expression is what is missing, whatever the spelling.
  return Object.hasOwn(fields, "cases") || Object.hasOwn(fields, "hitPolicy") ? anyForm : expressionForm;
}

function readCases(scope: EditionScope, fields: Fields, place: Place): readonly unknown[] | undefined {
  return Object.hasOwn(fields, "cases")
    ? readList(scope.findings, fields["cases"], along(place, "cases"))
    : undefined;
}
