import type { EditionScope } from "./check-case.js";
import { checkId } from "./check-name.js";
import { checkCitation, checkCites } from "./check-source.js";
import { checkTable, decidedBy } from "./check-table.js";
import { checkStart } from "./check-value.js";
import { report, type Findings } from "./findings.js";
import { along, inside, quoted, type Place } from "./place.js";
import { isRecord, readChoice, readFields, readList, type Fields } from "./read-fields.js";
import type { Misplaced, RateUse } from "./scope.js";
import type { DecisionWord, Words } from "./word.js";

const editionForm = { required: ["inForceFrom", "source", "tables"], optional: ["repeats", "remarks"] };
const remarkForm = { required: ["id", "cites"], optional: ["about"] };

/** What the checks of a whole policy need to know of an edition. */
export interface EditionSummary {
  readonly place: Place;
  readonly start: string | undefined;
  /** The start of the edition it is a copy of. */
  readonly repeats: string | undefined;
  readonly rateUses: ReadonlyMap<string, RateUse>;
  /** Of its cases. */
  readonly ids: ReadonlySet<string>;
  readonly answered: (decision: string) => boolean;
}

/** Checks one edition of a policy. */
export function checkEdition(
  findings: Findings,
  edition: unknown,
  policy: Place,
  position: number,
  words: Words,
  size: { nodes: number },
): EditionSummary | undefined {
  const from = isRecord(edition) ? edition["inForceFrom"] : undefined;
  const named = typeof from === "string" && /^(?:open|[\d-]{1,12})$/.test(from);
  const place = named ? inside(policy, `edition ${from}`) : along(policy, "editions", position);
  const fields = readFields(findings, edition, place, editionForm);
  if (fields === undefined) return undefined;
  const hasStart = Object.hasOwn(fields, "inForceFrom");
  const start = hasStart ? checkStart(findings, from, along(place, "inForceFrom")) : undefined;
  const repeats = Object.hasOwn(fields, "repeats")
    ? checkStart(findings, fields["repeats"], along(place, "repeats"))
    : undefined;
  if (Object.hasOwn(fields, "source")) {
    checkCitation(findings, fields["source"], along(place, "source"), words.sources);
  }
  const tables = Object.hasOwn(fields, "tables")
    ? readList(findings, fields["tables"], along(place, "tables"))
    : undefined;
  const tabled = new Set((tables ?? []).flatMap(decidedBy));
  const ids = new Set<string>();
  const scope = scopeOf(findings, words, size, tabled, ids);
  for (const [index, table] of (tables ?? []).entries()) checkTable(scope, table, place, index);
  const answered = (name: string) => tabled.has(name) || words.decisions.get(name)?.hasDefault === true;
  for (const [name, decision] of tables === undefined ? [] : words.decisions) {
    if (decision.internal || answered(name)) continue;
    const what = `decision ${quoted(name)} has neither a table nor a default`;
    report(findings, "decision-undecided", place, what, "add a table here, or declare a default");
  }
  checkRemarks(findings, fields, place, words);
  return { place, start, repeats, rateUses: scope.rateUses, ids, answered };
}

function scopeOf(
  findings: Findings,
  words: Words,
  size: { nodes: number },
  tabled: ReadonlySet<string>,
  ids: Set<string>,
): EditionScope {
  const decided = new Set<string>();
  return {
    findings,
    words,
    size,
    decided,
    rateUses: new Map(),
    anyDecision,
    takeId(id, place) {
      const checked = checkId(findings, id, place);
      if (checked === undefined) return;
      if (ids.has(checked)) {
        const what = `another case of the edition has the id ${quoted(checked)}`;
        report(findings, "case-id-twice", place, what, "give each case its own, as by a suffix");
      }
      ids.add(checked);
    },
    misplaced(group, name) {
      return group === "rate" || decided.has(name) ? undefined : usedBefore(words, tabled, name);
    },
  };
}

/** A decision with a table in the edition has one value there: its default does not stand in before the table. */
function usedBefore(words: Words, tabled: ReadonlySet<string>, name: string): Misplaced | undefined {
  if (tabled.has(name)) {
    const what = `${quoted(name)} is decided by this table or a later one`;
    return { code: "decision-used-before", what, todo: "move its table before this one" };
  }
  const decision = words.decisions.get(name);
  // A public one is reported once, for the whole edition.
  if (decision === undefined || decision.hasDefault || !decision.internal) return undefined;
  const what = `decision ${quoted(name)} has neither a table in this edition nor a default`;
  return { code: "decision-undecided", what, todo: "add its table before this one, or declare a default" };
}

function checkRemarks(findings: Findings, fields: Fields, place: Place, words: Words): void {
  if (!Object.hasOwn(fields, "remarks")) return;
  const ids = new Set<string>();
  for (const [index, remark] of (
    readList(findings, fields["remarks"], along(place, "remarks")) ?? []
  ).entries()) {
    const position = along(place, "remarks", index);
    const read = readFields(findings, remark, position, remarkForm);
    if (read === undefined) continue;
    const { id } = read;
    const at = typeof id === "string" ? inside(place, `remark ${quoted(id)}`) : position;
    checkCites(findings, read, at, words.sources);
    readChoice(findings, read, "about", at, ["gap", "conflict"]);
    const checked = Object.hasOwn(read, "id") ? checkId(findings, id, at) : undefined;
    if (checked === undefined) continue;
    if (ids.has(checked))
      report(findings, "repeated", at, "another remark has the same id", "give each its own");
    ids.add(checked);
  }
}

const anyDecision: DecisionWord = {
  kind: undefined,
  values: new Set(),
  min: undefined,
  max: undefined,
  currency: undefined,
  orNone: false,
  internal: true,
  hasDefault: true,
};
