import type { Condition } from "../language/condition.js";
import { declaredFacts } from "../language/declared-facts.js";
import type { Table } from "../language/edition.js";
import type { Expression } from "../language/expression.js";
import type { Policy } from "../language/policy.js";
import { decisionsOf } from "../language/table-rows.js";
import type { Diagram, Diagrams } from "./diagrams.js";
import { TermDiagrams, type SetDiagram } from "./term-diagrams.js";
import type { Segment } from "./timeline.js";
import type { VariableOrder } from "./variables.js";

/** Which case of a table decides: a diagram whose leaves are case numbers, `guarded` where the guard fails. */
export interface FirstDiagram {
  readonly table: Table;
  readonly deciding: Diagram;
}
/** Which cases of a `collect` table hold, a boolean diagram per case, and what each adds where it does. */
export interface CollectDiagram {
  readonly table: Table;
  readonly holding: readonly Diagram[];
  readonly results: readonly SetDiagram[];
}

/** The leaf of a deciding diagram where the guard of the table does not hold. */
export const guarded = -1;

/** Everything a policy says in one segment, as diagrams over its facts. */
export interface SegmentDiagrams {
  readonly segment: Segment;
  readonly diagrams: Diagrams;
  /** Where the facts meet what is given: elsewhere they contradict each other. */
  readonly given: Diagram;
  readonly scalars: ReadonlyMap<string, Diagram>;
  readonly sets: ReadonlyMap<string, SetDiagram>;
  /** By decision; several decisions may share one table. */
  readonly tables: ReadonlyMap<string, FirstDiagram | CollectDiagram>;
  /** A condition over the facts, rates and decisions of the segment. */
  condition(condition: Condition): Diagram;
  /** What a result gives for a decision: one diagram, or for a set one per value it may hold. */
  result(then: Expression | Condition, decision: string): Diagram | SetDiagram;
  /** Where two results of one decision are the same. */
  same(left: Diagram | SetDiagram, right: Diagram | SetDiagram): Diagram;
  /** The segment with these tables decided once more, in this order; all other decisions stay as they are. */
  again(tables: readonly Table[]): SegmentDiagrams;
}

/** What was decided before some tables are decided once more. */
interface Before extends Pick<SegmentDiagrams, "scalars" | "sets"> {
  readonly changed: readonly Table[];
}

/** Builds the diagrams of one segment, table by table, each from the decisions before it. */
export function buildSegment(
  policy: Policy,
  segment: Segment,
  diagrams: Diagrams,
  order: VariableOrder,
  before?: Before,
): SegmentDiagrams {
  const decided = before?.changed ?? segment.edition.tables;
  const scalars = new Map<string, Diagram>(before?.scalars);
  const sets = new Map<string, SetDiagram>(before?.sets);
  const tables = new Map<string, FirstDiagram | CollectDiagram>();
  const terms = new TermDiagrams({
    policy,
    segment,
    diagrams,
    order,
    facts: declaredFacts(policy.facts),
    scalars,
    sets,
  });

  const again = before && new Set(decided.flatMap(decisionsOf));
  for (const [name, declared] of Object.entries(policy.decisions)) {
    if (declared.default === undefined || again?.has(name) === false) continue;
    if (declared.kind === "set-of") {
      const elements = declared.default as readonly string[];
      const has = (element: string): Diagram => (elements.includes(element) ? diagrams.true : diagrams.false);
      sets.set(name, new Map(declared.values.map((element) => [element, has(element)])));
    } else scalars.set(name, terms.scalar(declared.default, declared));
  }
  for (const table of decided) {
    const guard = table.onlyWhen === undefined ? diagrams.true : terms.condition(table.onlyWhen);
    if ("hitPolicy" in table && table.hitPolicy === "collect") collect(table, guard);
    else first(table, guard);
  }
  const given = (policy.given ?? []).reduce(
    (all, one) => diagrams.and(all, terms.condition(one.holds)),
    diagrams.true,
  );
  return {
    segment,
    diagrams,
    given,
    scalars,
    sets,
    tables,
    condition: (condition) => terms.condition(condition),
    result: (then, decision) => {
      const declared = policy.decisions[decision] ?? { kind: "boolean" };
      return declared.kind === "set-of"
        ? terms.set(then as Expression, declared.values)
        : terms.scalar(then, declared);
    },
    same: (left, right) => {
      if (typeof left === "number" || typeof right === "number") {
        return left === right ? diagrams.true : terms.same(left as Diagram, right as Diagram);
      }
      return [...new Set([...left.keys(), ...right.keys()])].reduce((all, element) => {
        const [one, other] = [left.get(element) ?? diagrams.false, right.get(element) ?? diagrams.false];
        return one === other ? all : diagrams.and(all, diagrams.ifElse(one, other, diagrams.not(other)));
      }, diagrams.true);
    },
    again: (changed) => buildSegment(policy, segment, diagrams, order, { scalars, sets, changed }),
  };

  function collect(table: Extract<Table, { readonly hitPolicy: "collect" }>, guard: Diagram): void {
    const name = table.decides;
    const holding = table.cases.map((one) =>
      one.when === undefined ? guard : diagrams.and(guard, terms.condition(one.when)),
    );
    const results = table.cases.map((one) => terms.set(one.then, valuesOf(name)));
    const before = sets.get(name);
    const union = new Map<string, Diagram>();
    for (const element of valuesOf(name)) {
      const collected = results.reduce(
        (all, set, index) =>
          diagrams.or(
            all,
            diagrams.and(holding[index] ?? diagrams.false, set.get(element) ?? diagrams.false),
          ),
        diagrams.false,
      );
      union.set(element, diagrams.ifElse(guard, collected, before?.get(element) ?? diagrams.false));
    }
    sets.set(name, union);
    tables.set(name, { table, holding, results });
  }

  function first(table: Exclude<Table, { readonly hitPolicy: "collect" }>, guard: Diagram): void {
    const rows: readonly { readonly when?: Condition; readonly then: unknown }[] =
      "is" in table ? [{ then: table.is }] : [...table.cases, table.otherwise];
    const last = diagrams.leaf({ is: "point", at: rows.length - 1 });
    const decidingUnguarded = rows
      .slice(0, -1)
      .reduceRight<Diagram>(
        (rest, row, index) =>
          diagrams.ifElse(
            row.when === undefined ? diagrams.true : terms.condition(row.when),
            diagrams.leaf({ is: "point", at: index }),
            rest,
          ),
        last,
      );
    const deciding = diagrams.ifElse(guard, decidingUnguarded, diagrams.leaf({ is: "point", at: guarded }));
    const names = typeof table.decides === "string" ? [table.decides] : table.decides;
    for (const name of names) {
      const thens = rows.map((row) =>
        typeof table.decides === "string" ? row.then : (row.then as Readonly<Record<string, unknown>>)[name],
      );
      decide(name, deciding, thens as readonly Expression[]);
      tables.set(name, { table, deciding });
    }
  }

  function decide(name: string, deciding: Diagram, thens: readonly Expression[]): void {
    const declared = policy.decisions[name];
    if (!declared) return;
    if (declared.kind !== "set-of") {
      const results = thens.map((then) => terms.scalar(then, declared));
      const before = scalars.get(name) ?? diagrams.impossible;
      scalars.set(name, choose(deciding, results, before));
      return;
    }
    const results = thens.map((then) => terms.set(then, declared.values));
    const before = sets.get(name);
    const chosen = new Map<string, Diagram>();
    for (const element of declared.values) {
      chosen.set(
        element,
        choose(
          deciding,
          results.map((set) => set.get(element) ?? diagrams.false),
          before?.get(element) ?? diagrams.false,
        ),
      );
    }
    sets.set(name, chosen);
  }

  function choose(deciding: Diagram, results: readonly Diagram[], otherwise: Diagram): Diagram {
    return diagrams.bind(deciding, (leaf) =>
      leaf.is === "point" ? (results[leaf.at] ?? otherwise) : otherwise,
    );
  }

  function valuesOf(name: string): readonly string[] {
    const declared = policy.decisions[name];
    return declared?.kind === "set-of" ? declared.values : [];
  }
}
