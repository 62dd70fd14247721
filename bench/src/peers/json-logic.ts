import { LogicEngine } from "json-logic-engine";
import { dayFromIso, isoFromDay } from "../../../packages/rules/src/calendar/civil-day.js";
import { addTerm } from "../../../packages/rules/src/calendar/term.js";
import { segmentOn, segmentsOf, type Segment } from "../../../packages/rules/src/engine/timeline.js";
import type { Policy } from "../../../packages/rules/src/language/policy.js";
import type { Answer } from "../variant.js";
import { writeTables, type Language, type WrittenTable } from "./translate.js";

// A policy as JSON logic: each table gives the number of its case, or a truth for each case it collects. Code puts
// the decision together, as everybody does who uses the engine.

type Logic = unknown;
type Run = (data: Data) => unknown;
interface Data {
  readonly facts: object;
  readonly decision: Record<string, unknown>;
}
interface Table {
  readonly decides: readonly string[];
  readonly ids: readonly (readonly string[])[];
  readonly collects: boolean;
  readonly which: Run;
  /** By row, then by decision. */
  readonly gives: readonly (readonly (Run | Literal)[])[];
  /** Of a table that collects literals: the elements in declared order, each with the rows that give it. */
  readonly elements: readonly { readonly element: string; readonly rows: readonly number[] }[];
}
interface Literal {
  readonly value: unknown;
}

/** Answers of json-logic-engine on facts that nobody checks: its code generated once, or its interpreter. */
export function jsonLogic(policy: Policy, how: "compiled" | "interpreted"): (facts: object) => Answer {
  const segments = segmentsOf(policy).map((segment) => prepare(policy, segment, how));
  const [group = "", name = ""] = policy.datedBy.split(".");
  const shown = Object.entries(policy.decisions).flatMap(([one, { internal }]) =>
    internal === true ? [] : [one],
  );
  const undecided: Record<string, unknown> = {};
  const noCases: Record<string, readonly string[]> = {};
  for (const [one, declared] of Object.entries(policy.decisions)) {
    undecided[one] = declared.default;
    noCases[one] = [];
  }
  return (facts) => {
    const day = (facts as Readonly<Record<string, Readonly<Record<string, string>>>>)[group]?.[name] ?? "";
    const tables = segments[segmentOn(policy, day)?.index ?? 0] ?? [];
    // Copies of an object with every name are made and read faster than objects that grow.
    const decision = { ...undecided };
    const cases = { ...noCases };
    const data: Data = { facts, decision };
    for (const table of tables) {
      const found = table.which(data);
      if (found === -1) continue;
      if (table.collects) collect(table, found as readonly boolean[], decision, cases);
      else decideRow(table, found as number, data, cases);
    }
    const outcome: Record<string, unknown> = {};
    for (const one of shown) outcome[one] = decision[one];
    return { outcome, cases };
  };
}

function decideRow(
  { decides, gives, ids }: Table,
  row: number,
  data: Data,
  cases: Record<string, readonly string[]>,
): void {
  for (let at = 0; at < decides.length; at += 1) {
    const [one, given] = [decides[at] ?? "", gives[row]?.[at]];
    data.decision[one] = typeof given === "function" ? given(data) : given?.value;
    cases[one] = ids[row] ?? [];
  }
}

function collect(
  { decides: [one = ""], elements, ids }: Table,
  held: readonly boolean[],
  decision: Record<string, unknown>,
  cases: Record<string, readonly string[]>,
): void {
  const union: string[] = [];
  for (const { element, rows } of elements) {
    for (const row of rows) {
      if (!held[row]) continue;
      union.push(element);
      break;
    }
  }
  const holding: string[] = [];
  for (let row = 0; row < held.length; row += 1) if (held[row]) holding.push(ids[row]?.[0] ?? "");
  decision[one] = union;
  cases[one] = holding;
}

const turned = { "<": ">", "<=": ">=", ">": "<", ">=": "<=" } as const;

function prepare(policy: Policy, segment: Segment, how: "compiled" | "interpreted"): readonly Table[] {
  const engine = new LogicEngine();
  // Every test here is a boolean: the engine's own, wider idea of truth costs time.
  engine.truthy = (value: unknown) => value === true;
  const method = (name: string, run: (args: never) => unknown): void => {
    engine.addMethod(name, run as never, { deterministic: true, sync: true } as never);
  };
  method("plusDays", ([day, months, days]: readonly [string, number, number]) =>
    day === "none" ? day : isoFromDay(addTerm(dayFromIso(day) ?? 0, { months, days })),
  );
  method("without", ([left, right]: readonly [readonly string[], readonly string[]]) =>
    left.filter((element) => !right.includes(element)),
  );
  method("isEmptySet", ([set]: readonly [readonly string[]]) => set.length === 0);

  const language: Language<Logic> = {
    literal: (value) => value,
    none: () => "none",
    fact: (path) => ({ var: `facts.${path}` }),
    decision: (name) => ({ var: `decision.${name}` }),
    all: (parts) => ({ and: parts }),
    any: (parts) => ({ or: parts }),
    not: (part) => ({ "!": [part] }),
    equal: (left, right) =>
      right === true ? left : right === false ? { "!": [left] } : { "===": [left, right] },
    isIn: (element, set) => ({ in: [element, set] }),
    isEmpty: (set) => ({ isEmptySet: [set] }),
    // Compiled, version 5.0.7 compares wrongly what a method gives on the right; on the left it is sound.
    ordered: (symbol, left, right) =>
      isLogic(right) && !("var" in right) ? { [turned[symbol]]: [right, left] } : { [symbol]: [left, right] },
    without: (left, right) => ({ without: [left, right] }),
    later: (day, { months, days }) => ({ plusDays: [day, months, days] }),
    keyed: (name, key, rows, others) => {
      const byKey = new Map(rows as readonly (readonly [unknown, unknown])[]);
      method(name, ([one]: readonly [string]) => byKey.get(one) ?? others);
      return { [name]: [key] };
    },
  };
  const build = (logic: Logic): Run => {
    if (how === "compiled") return engine.build(logic as never) as unknown as Run;
    return (data) => engine.run(logic as never, data as never) as unknown;
  };
  const tables: Table[] = [];
  writeTables(policy, segment, language, (written) => tables.push(runnable(policy, written, build)));
  return tables;
}

function runnable(policy: Policy, table: WrittenTable<Logic>, build: (logic: Logic) => Run): Table {
  const { decides, collects, guard, rows } = table;
  const declared = policy.decisions[decides[0] ?? ""];
  const last = rows.length - 1;
  const chosen = collects
    ? rows.map(({ when }) => when ?? true)
    : last === 0
      ? 0
      : { if: rows.flatMap(({ when }, row) => (row === last ? [row] : [when ?? true, row])) };
  const which = guard === undefined ? chosen : { if: [guard, chosen, -1] };
  return {
    decides,
    collects,
    ids: rows.map(({ id }) => (id === "" ? [] : [id])),
    which: isLogic(which) ? build(which) : () => which,
    gives: rows.map(({ gives }) => gives.map((one) => (isLogic(one) ? build(one) : { value: one }))),
    elements: (collects && declared && "values" in declared ? declared.values : []).map((element) => ({
      element,
      rows: rows.flatMap(({ then: [given] }, row) =>
        (given as readonly string[]).includes(element) ? [row] : [],
      ),
    })),
  };
}

/** Not a literal: lists of names are, lists of tests are not. */
function isLogic(logic: Logic): logic is object {
  if (typeof logic !== "object" || logic === null) return false;
  return !Array.isArray(logic) || logic.some((one) => typeof one !== "string");
}
