import type { Segment } from "../engine/timeline.js";
import type { Condition } from "../language/condition.js";
import type { Table } from "../language/edition.js";
import type { Expression } from "../language/expression.js";
import type { Policy } from "../language/policy.js";
import type { EngineComparison, EngineCondition, EngineGroup, EngineRule } from "./running-engine.js";
import { translateCondition } from "./translate-condition.js";

/** The result of a case: an expression, or the rule that holds when its condition does. */
export type PlannedResult = { readonly is: Expression } | { readonly heldBy: string };

/** One case of a table, as a rule. */
export interface PlannedCase {
  readonly rule: string;
  /** Absent for an internal expression without an id. */
  readonly id?: string;
  readonly result: PlannedResult;
}

/** How a decision follows from which rules held. */
export interface PlannedTable {
  readonly collects: boolean;
  /** Where this rule does not hold, the default answers. */
  readonly guard: string;
  readonly cases: readonly PlannedCase[];
  /** Every rule that must have run. */
  readonly rules: readonly string[];
}

/** A segment as rules: those of a layer need only what earlier layers found. */
export interface PlannedSegment {
  readonly layers: readonly (readonly EngineRule[])[];
  /** Facts that say whether any of the rules held. */
  readonly held: ReadonlyMap<string, readonly string[]>;
  readonly tables: ReadonlyMap<string, PlannedTable>;
}

/** The rule that holds when the facts can be decided on: every other rule of the policy waits for it. */
export function factsRule(policy: Policy): string {
  return `${policy.id}:facts`;
}

/** A policy's tables in one segment as rules of json-rules-engine, table by table. */
export function rulesOfSegment(policy: Policy, segment: Segment): PlannedSegment {
  const noProblem = {
    fact: "guichet/problems",
    params: { policy: policy.id },
    operator: "guichet/isEmpty",
    value: true,
  };
  const layers = [[stepRule({ policy, segment }, factsRule(policy), { all: [noProblem] })]];
  const tables = new Map<string, PlannedTable>();
  const held = new Map<string, readonly string[]>([[factsRule(policy), [factsRule(policy)]]]);
  for (const table of segment.edition.tables) {
    for (const decision of typeof table.decides === "string" ? [table.decides] : table.decides) {
      const planned = planTable({ policy, segment }, decision, table);
      layers.push(...planned.layers);
      tables.set(decision, planned.table);
      for (const [name, rules] of planned.held) held.set(name, rules);
    }
  }
  return { layers, held, tables };
}

interface Page {
  readonly policy: Policy;
  readonly segment: Segment;
}

interface PlannedRules extends Pick<PlannedSegment, "held"> {
  readonly layers: EngineRule[][];
  readonly table: PlannedTable;
}

/** The guard, the cases, and what is left otherwise: each needs to know which of those before it held. */
function planTable(page: Page, decision: string, table: Table): PlannedRules {
  const { policy } = page;
  const first = factsRule(policy);
  const guard = table.onlyWhen === undefined ? first : `${policy.id}/${decision}:onlyWhen`;
  const guards =
    table.onlyWhen === undefined
      ? []
      : [stepRule(page, guard, when(first, translateCondition(policy, table.onlyWhen)))];
  const rows = rowsOf(table, decision).map((row) => ({ ...row, rule: ruleName(policy, decision, row.id) }));
  const listed = rows.filter((row) => row.otherwise !== true);
  const rest = rows.filter((row) => row.otherwise === true);
  const anyCase = `${policy.id}/${decision}:anyCase`;
  const rulesOf = (row: Row & { readonly rule: string }): EngineRule[] => {
    const conditions = [
      ...(row.when === undefined ? [] : [translateCondition(policy, row.when)]),
      ...(row.otherwise === true ? [heldIs(anyCase, false)] : []),
    ];
    const made = row.id === undefined ? stepRule : caseRule(decision, row.id);
    const rule = made(page, row.rule, when(guard, ...conditions));
    if (!isCondition(row.is)) return [rule];
    return [rule, stepRule(page, truthRule(row.rule), when(guard, translateCondition(policy, row.is)))];
  };
  const layers = [guards, listed.flatMap(rulesOf), rest.flatMap(rulesOf)].filter((layer) => layer.length > 0);
  return {
    layers,
    held: new Map<string, readonly string[]>([
      ...(guard === first ? [] : [[guard, [guard]] as const]),
      ...(rest.length === 0 ? [] : [[anyCase, listed.map(({ rule }) => rule)] as const]),
    ]),
    table: {
      collects: "hitPolicy" in table && table.hitPolicy === "collect",
      guard,
      cases: rows.map(({ rule, id, is }) => ({
        rule,
        ...(id === undefined ? {} : { id }),
        result: isCondition(is) ? { heldBy: truthRule(rule) } : { is },
      })),
      rules: [first, ...layers.flat().map(({ name }) => name)],
    },
  };
}

interface Row {
  readonly id: string | undefined;
  readonly when?: Condition | undefined;
  readonly otherwise?: true;
  readonly is: Expression | Condition;
}

function rowsOf(table: Table, decision: string): readonly Row[] {
  if ("is" in table) return [{ id: table.id, is: table.is }];
  const resultOf = (
    then: Expression | Condition | Readonly<Record<string, Expression>>,
  ): Expression | Condition =>
    typeof table.decides === "string"
      ? (then as Expression | Condition)
      : ((then as Readonly<Record<string, Expression>>)[decision] ?? "none");
  const rows: readonly Row[] = table.cases.map((one) => ({
    id: one.id,
    when: one.when,
    is: resultOf(one.then),
  }));
  if (table.hitPolicy === "collect") return rows;
  return [...rows, { id: table.otherwise.id, otherwise: true, is: resultOf(table.otherwise.then) }];
}

function ruleName(policy: Policy, decision: string, id: string | undefined): string {
  return id === undefined ? `${policy.id}/${decision}:is` : `${policy.id}/${decision}/${id}`;
}

function truthRule(rule: string): string {
  return `${rule}:holds`;
}

/**
 * The guard is read first, and alone: where it does not hold, nothing else of the rule is read. A comparison without
 * a priority would take that of its fact, which the engine's owner may have set above the guard's.
 */
function when(guard: string, ...conditions: readonly EngineCondition[]): EngineGroup {
  const members = conditions.flatMap((condition) => ("all" in condition ? condition.all : [condition]));
  const second = members.map((member) => ("fact" in member ? { ...member, priority: 1 } : member));
  return { all: [{ ...heldIs(guard, true), priority: 2 }, ...second] };
}

function heldIs(fact: string, value: boolean): EngineComparison {
  return { fact, operator: "equal", value };
}

function caseRule(decision: string, id: string) {
  return ({ policy, segment }: Page, name: string, conditions: EngineGroup): EngineRule => {
    const params = { policy: policy.id, edition: segment.edition.inForceFrom, decision, case: id };
    return { name, conditions, event: { type: "guichet-case", params } };
  };
}

function stepRule({ policy, segment }: Page, name: string, conditions: EngineGroup): EngineRule {
  const params = { policy: policy.id, edition: segment.edition.inForceFrom };
  return { name, conditions, event: { type: "guichet-step", params } };
}

function isCondition(is: Expression | Condition): is is Condition {
  if (typeof is !== "object" || Array.isArray(is)) return false;
  return "all" in is || "any" in is || "not" in is || "operator" in is;
}
