import type { Table } from "../language/edition.js";
import type { Expression } from "../language/expression.js";
import type { Condition } from "../language/condition.js";
import type { Policy } from "../language/policy.js";
import { inside } from "../language/place.js";
import { decisionsOf, type TableRow } from "../language/table-rows.js";
import { below, conditionEdits, editAt, literalEdits, type Spot } from "./condition-edits.js";
import { removed, type Edit } from "./edit.js";
import { isDay, shiftedTerm } from "./shifted.js";

/** Everything that can be written wrong in one table of an edition. */
export function tableEdits(policy: Policy, spot: Spot, table: Table): readonly Edit[] {
  const guard = table.onlyWhen ? conditionEdits(below(spot, "onlyWhen"), table.onlyWhen) : [];
  if ("is" in table) {
    const row = { ...table, then: table.is };
    return [
      ...guard,
      ...thenEdits(policy, below(spot, "is"), table, row.then, "result"),
      ...reasonEdits(spot, row),
    ];
  }
  const cases = table.cases.flatMap((one, index) => {
    const at = named(spot, ["cases", index], `case "${one.id}"`);
    const next = table.hitPolicy === "collect" ? undefined : table.cases[index + 1];
    return [
      ...(table.hitPolicy === "collect" && table.cases.length === 1
        ? []
        : [editAt(at, "case", removed, "left out")]),
      ...(next ? [swap(spot, table.cases, index, one.id, next.id)] : []),
      ...(one.when ? conditionEdits(below(at, "when"), one.when) : []),
      ...thenEdits(policy, below(at, "then"), table, one.then, "result"),
      ...reasonEdits(at, one),
    ];
  });
  if (!("otherwise" in table)) return [...guard, ...cases];
  const at = named(spot, ["otherwise"], `otherwise "${table.otherwise.id}"`);
  return [
    ...guard,
    ...cases,
    ...thenEdits(policy, below(at, "then"), table, table.otherwise.then, "otherwise"),
    ...reasonEdits(at, table.otherwise),
  ];
}

function named({ path, place }: Spot, steps: Spot["path"], name: string): Spot {
  return { path: [...path, ...steps], place: inside(place, name) };
}

function swap(spot: Spot, cases: readonly unknown[], index: number, one: string, next: string): Edit {
  const to = cases.with(index, cases[index + 1]).with(index + 1, cases[index]);
  return editAt(below(spot, "cases"), "order", to, `"${one}" and "${next}" change places`);
}

type ResultKind = "result" | "otherwise";

function thenEdits(
  policy: Policy,
  spot: Spot,
  table: Table,
  then: TableRow["then"],
  kind: ResultKind,
): readonly Edit[] {
  const [only] = decisionsOf(table);
  if (typeof table.decides === "string")
    return resultEdits(policy, spot, only ?? "", then as Expression, kind);
  return Object.entries(then as Readonly<Record<string, Expression>>).flatMap(([decision, result]) =>
    resultEdits(policy, below(spot, decision), decision, result, kind),
  );
}

/** Another value of an enumeration, a step more or less, a set without an element, a term that is off. */
function resultEdits(
  policy: Policy,
  spot: Spot,
  decision: string,
  result: Expression | Condition,
  kind: ResultKind,
): readonly Edit[] {
  if (typeof result === "boolean") return [editAt(spot, kind, !result, `${result} becomes ${!result}`)];
  if (Array.isArray(result)) return literalEdits(spot, kind, result);
  if (typeof result === "string" || typeof result === "number") {
    const declared = policy.decisions[decision];
    const others = declared?.kind === "one-of" ? declared.values.filter((value) => value !== result) : [];
    const enumerated = others.map((to) => editAt(spot, kind, to, `"${result}" becomes "${to}"`));
    return [...enumerated, ...literalEdits(spot, isDay(result) ? "date" : kind, result)];
  }
  const term = result as Exclude<Expression, boolean | string | number | readonly string[]> | Condition;
  if ("all" in term || "any" in term || "not" in term || "operator" in term)
    return conditionEdits(spot, term);
  if ("plus" in term) {
    const [day, duration] = term.plus;
    return [
      ...resultEdits(policy, below(spot, "plus", 0), decision, day, kind),
      ...shiftedTerm(duration).map((to) =>
        editAt(below(spot, "plus", 1), "term", to, `${duration} becomes ${to}`),
      ),
    ];
  }
  if ("minus" in term) {
    return term.minus.flatMap((part, index) =>
      resultEdits(policy, below(spot, "minus", index), decision, part, kind),
    );
  }
  return "weekdayOf" in term
    ? resultEdits(policy, below(spot, "weekdayOf"), decision, term.weekdayOf, kind)
    : [];
}

/** What a row says of its sources: each citation, and the mark of a gap. */
function reasonEdits(spot: Spot, { cites = [], gap }: Pick<TableRow, "cites" | "gap">): readonly Edit[] {
  return [
    ...cites.map(({ document, section }, index) => {
      // A row without citations cites the source of its edition.
      const at = cites.length === 1 ? below(spot, "cites") : below(spot, "cites", index);
      return editAt(at, "citation", removed, `${document}, ${section} left out`);
    }),
    ...(gap === true ? [editAt(below(spot, "gap"), "gap", removed, "the mark of a gap left out")] : []),
  ];
}
