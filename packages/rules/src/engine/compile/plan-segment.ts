import { bitsPerWord, caseWords, type Place } from "../compiled/frame.js";
import type { Condition } from "../../language/condition.js";
import type { Table } from "../../language/edition.js";
import type { Expression } from "../../language/expression.js";
import type { Segment } from "../timeline.js";
import { traceOf } from "../trace.js";
import { always } from "./fold.js";
import { hold } from "./hold.js";
import type { Layout } from "./layout.js";
import { PlanTerms } from "./plan-terms.js";
import type { GroundsPlan, Result, SegmentPlan, TablePlan, Term, Test } from "./plan.js";

/** Plans one segment from its tables, in the order in which they are printed. */
export function planSegment(layout: Layout, segment: Segment): SegmentPlan {
  const { policy, decisions } = layout;
  const { tables } = segment.edition;
  const decided = new Set(tables.flatMap(decidedBy));
  const terms = new PlanTerms(layout, segment, decided);
  let caseNumbers = 0;
  const planned = tables.map((table): TablePlan => {
    const plan = planTable(table, terms, decisions, caseNumbers);
    caseNumbers += caseWords(plan.rows.length, plan.collects);
    return plan;
  });
  const given = (policy.given ?? []).map((one) => terms.test(one.holds));
  const outcome = [...decisions.values()].filter(({ name }) => policy.decisions[name]?.internal !== true);
  const before = [...decisions.values()].flatMap((place) => {
    const fallback = policy.decisions[place.name]?.default;
    return fallback === undefined
      ? []
      : [{ place, held: hold(fallback, place.shape) as (boolean | number)[] }];
  });
  const looked = new Set([...given.flatMap(slotsOf), ...planned.flatMap(slotsOf)]);
  const reads = [...looked].filter((slot) => slot < layout.partial).toSorted((left, right) => left - right);
  const grounds = planGrounds(layout, segment, outcome, caseNumbers);
  return { segment, given, before, tables: planned, outcome, reads, grounds };
}

function planGrounds(
  { policy, facts }: Layout,
  { edition }: Segment,
  outcome: readonly Place[],
  keyedAt: number,
): GroundsPlan {
  const rows = Object.values(traceOf(policy, edition).decisions).flatMap((decision) => decision.rows);
  const keys = new Set(rows.flatMap(({ rates = [] }) => rates.flatMap(({ by }) => by)));
  const keyed = [...keys].flatMap((path) => facts.get(path) ?? []);
  const all = outcome.filter(({ shape }) => shape.is === "set");
  const sets = Array.from({ length: Math.ceil(all.length / bitsPerWord) }, (_, word) =>
    all.slice(word * bitsPerWord, (word + 1) * bitsPerWord),
  );
  const setsAt = keyedAt + keyed.length;
  return { keyed, keyedAt, sets, setsAt, count: setsAt + sets.length };
}

/** The decisions a table is for. */
export function decidedBy({ decides }: Table): readonly string[] {
  return typeof decides === "string" ? [decides] : decides;
}

function planTable(
  table: Table,
  terms: PlanTerms,
  places: ReadonlyMap<string, Place>,
  casesAt: number,
): TablePlan {
  const decides = decidedBy(table).flatMap((name) => places.get(name) ?? []);
  const guard = table.onlyWhen === undefined ? always : terms.test(table.onlyWhen);
  const gives = (then: unknown): readonly Result[] =>
    decides.map((place) => {
      const own =
        typeof table.decides === "string" ? then : (then as Readonly<Record<string, unknown>>)[place.name];
      return terms.result(own as Expression | Condition, place);
    });
  const collects = "hitPolicy" in table && table.hitPolicy === "collect";
  const printed: readonly { readonly id?: string; readonly when?: Condition; readonly then: unknown }[] =
    "is" in table
      ? [{ ...(table.id === undefined ? {} : { id: table.id }), then: table.is }]
      : [...table.cases, ...("otherwise" in table ? [table.otherwise] : [])];
  const rows = printed.map(({ id, when, then }) => ({
    id: id ?? "",
    when: when === undefined ? always : terms.test(when),
    gives: gives(then),
  }));
  return { table, decides, guard, collects, rows, casesAt };
}

/** The slots a plan looks at. */
function slotsOf(part: Test | Term | TablePlan): readonly number[] {
  const found: number[] = [];
  const waiting: unknown[] = "rows" in part ? [part.guard, part.rows] : [part];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== "object" || next === null) continue;
    if ("is" in next && next.is === "slot" && "slot" in next) found.push(Number(next.slot));
    else waiting.push(...(Object.values(next) as unknown[]));
  }
  return found;
}
