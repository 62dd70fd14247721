import { evaluate, holds, type Value } from "../engine/evaluate.js";
import { rowFor, segmentOn, type Segment } from "../engine/timeline.js";
import type { Comparison, Condition } from "../language/condition.js";
import type { Table } from "../language/edition.js";
import type { Expression, Reference } from "../language/expression.js";
import type { Policy } from "../language/policy.js";
import type { Random } from "./random.js";

/** Facts on their way to some case, and a way to draw one of them anew. */
export interface Steered {
  readonly policy: Policy;
  readonly segment: Segment;
  readonly random: Random;
  readonly values: Map<string, Value>;
  readonly draw: (path: string) => Value | undefined;
}

const tries = 12;
const deepest = 8;

/** Changes facts so that, more often than not, they reach one case picked from the tables: deep ones are rare otherwise. */
export function steerFacts(steered: Steered): void {
  const { tables } = steered.segment.edition;
  if (tables.length === 0) return;
  const table = steered.random.pick(tables);
  wishRow(steered, table, steered.random.integer(0, "is" in table ? 0 : table.cases.length), 0);
}

/** Wishes that a table answers with one of its cases; the index after the last case is what is left otherwise. */
function wishRow(steered: Steered, table: Table, index: number, depth: number): void {
  if ("is" in table) {
    if (isCondition(table.is)) wish(steered, table.is, steered.random.chance(0.5), depth);
  } else {
    table.cases.forEach((one, at) => {
      const wanted = at === index;
      if (one.when !== undefined && (wanted || (at < index && table.hitPolicy === "first"))) {
        wish(steered, one.when, wanted, depth);
      }
    });
  }
  if (table.onlyWhen !== undefined) wish(steered, table.onlyWhen, true, depth);
}

function wish(steered: Steered, condition: Condition, truth: boolean, depth: number): void {
  if (depth > deepest) return;
  if ("not" in condition) {
    wish(steered, condition.not, !truth, depth);
    return;
  }
  if ("all" in condition || "any" in condition) {
    const parts = "all" in condition ? condition.all : condition.any;
    const wished = "all" in condition === truth ? parts : [steered.random.pick(parts)];
    for (const part of wished) wish(steered, part, truth, depth);
    return;
  }
  if (isTrue(steered, condition) === truth) return;
  const decision = nameIn("decision", condition.fact);
  const table =
    decision === undefined ? undefined : steered.segment.edition.tables.find((one) => decides(one, decision));
  if (decision !== undefined && table) wishDecision(steered, condition, truth, decision, table, depth + 1);
  if (isTrue(steered, condition) !== truth)
    redraw(steered, factsIn(steered, condition), () => isTrue(steered, condition) === truth);
}

function wishDecision(
  steered: Steered,
  comparison: Comparison,
  truth: boolean,
  decision: string,
  table: Table,
  depth: number,
): void {
  const fits = (value: Value): boolean =>
    holds(comparison, (name) => (name.fact === comparison.fact ? value : read(steered, name))) === truth;
  const fallback = steered.policy.decisions[decision]?.default;
  if (
    table.onlyWhen !== undefined &&
    fallback !== undefined &&
    fits(fallback) &&
    steered.random.chance(0.3)
  ) {
    wish(steered, table.onlyWhen, false, depth);
    return;
  }
  if ("is" in table) {
    if (isCondition(table.is)) wish(steered, table.is, fits(true), depth);
    if (table.onlyWhen !== undefined) wish(steered, table.onlyWhen, true, depth);
    return;
  }
  if (table.hitPolicy === "collect" && fits([])) {
    for (const one of table.cases) if (one.when !== undefined) wish(steered, one.when, false, depth);
    return;
  }
  const results = [
    ...table.cases.map(({ then }) => then),
    ...("otherwise" in table ? [table.otherwise.then] : []),
  ];
  const rows = results.flatMap((then, index) => {
    const result =
      typeof table.decides === "string" ? then : (then as Readonly<Record<string, Expression>>)[decision];
    return isLiteral(result) && fits(result) ? [index] : [];
  });
  if (rows.length > 0) wishRow(steered, table, steered.random.pick(rows), depth);
}

function redraw(
  { policy, segment, random, values, draw }: Steered,
  paths: readonly string[],
  done: () => boolean,
): void {
  if (paths.length === 0) return;
  for (let count = 0; count < tries; count += 1) {
    const path = random.pick(paths);
    const [before, after] = [values.get(path), draw(path)];
    if (before === undefined || after === undefined) continue;
    if (path === policy.datedBy && segmentOn(policy, after as string) !== segment) continue;
    values.set(path, after);
    if (done()) return;
    values.set(path, before);
  }
}

function isTrue(steered: Steered, condition: Condition): boolean {
  return holds(condition, (name) => read(steered, name));
}

function read({ policy, segment, values }: Steered, { fact, params }: Reference): Value {
  const decision = nameIn("decision", fact);
  const facts = (path: string): Value => values.get(path) ?? "none";
  if (decision !== undefined) return evaluate(policy, segment, facts).values[decision] ?? "none";
  const rate = nameIn("rate", fact);
  if (rate === undefined) return facts(fact);
  const by = params?.by ?? policy.rates[rate]?.by ?? [];
  return (
    rowFor(
      segment,
      rate,
      by.map((path) => facts(path) as string),
    )?.value ?? "none"
  );
}

/** The facts a comparison depends on directly, through a rate, or through the expression of a decision. */
function factsIn({ policy, segment }: Steered, comparison: Comparison): readonly string[] {
  const paths = new Set<string>();
  const waiting: unknown[] = [comparison];
  while (waiting.length > 0) {
    const part = waiting.pop();
    if (typeof part !== "object" || part === null) continue;
    if ("fact" in part && typeof part.fact === "string") {
      const decision = nameIn("decision", part.fact);
      const rate = nameIn("rate", part.fact);
      const table = segment.edition.tables.find((one) => decision !== undefined && decides(one, decision));
      if (table && "is" in table) waiting.push(table.is);
      else if (rate !== undefined) for (const path of policy.rates[rate]?.by ?? []) paths.add(path);
      else if (decision === undefined) paths.add(part.fact);
    }
    waiting.push(...(Object.values(part) as unknown[]));
  }
  return [...paths];
}

function nameIn(group: "decision" | "rate", name: string): string | undefined {
  return name.startsWith(`${group}.`) ? name.slice(group.length + 1) : undefined;
}

function decides(table: Table, decision: string): boolean {
  return typeof table.decides === "string" ? table.decides === decision : table.decides.includes(decision);
}

function isCondition(is: Expression | Condition): is is Condition {
  return typeof is === "object" && ("all" in is || "any" in is || "not" in is || "operator" in is);
}

function isLiteral(result: unknown): result is Value {
  return typeof result !== "object" ? result !== undefined : Array.isArray(result);
}
