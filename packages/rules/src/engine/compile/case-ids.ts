import type { Policy } from "../../language/policy.js";
import { compiledOf } from "./fast-decide.js";
import type { FastDecision } from "./fast-decision.js";
import { bitsPerWord, type SegmentPlan, type TablePlan } from "./plan.js";
import { caseWords } from "./plan-segment.js";
import { listerOf, manyListerOf } from "./show.js";

/**
 * The ids of the cases that made each decision, the internal ones too, in the order of the tables: as `evaluate`
 * gives them. Nobody may change the lists.
 */
export function caseIdsIn(
  policy: Policy,
  decision: FastDecision,
): Readonly<Record<string, readonly string[]>> {
  const plan = compiledOf(policy).plan(decision.segment.index);
  let known = kept.get(plan);
  if (!known) kept.set(plan, (known = idsOf(plan)));
  // A copy that is changed where there are cases is made faster than an object that grows name by name.
  const ids = { ...known.none };
  for (const { name, read } of known.readers) {
    const list = read(decision.cases);
    if (list !== none) ids[name] = list;
  }
  return ids;
}

interface Reader {
  readonly name: string;
  readonly read: (cases: readonly number[]) => readonly string[];
}

interface Ids {
  readonly none: Readonly<Record<string, readonly string[]>>;
  readonly readers: readonly Reader[];
}

const kept = new WeakMap<SegmentPlan, Ids>();
const none: readonly string[] = Object.freeze([]);

function idsOf(plan: SegmentPlan): Ids {
  const readers = plan.tables.flatMap((table) => {
    const read = table.collects ? collected(table) : decided(table);
    return table.decides.map(({ name }): Reader => ({ name, read }));
  });
  const names = [...plan.before.map(({ place }) => place.name), ...readers.map(({ name }) => name)];
  return { none: Object.fromEntries(names.map((name) => [name, none])), readers };
}

function decided({ rows, casesAt }: TablePlan): Reader["read"] {
  const lists = rows.map(({ id }) => Object.freeze(id === "" ? [] : [id]));
  return (cases) => lists[cases[casesAt] ?? -1] ?? none;
}

function collected(table: TablePlan): Reader["read"] {
  const { rows, casesAt } = table;
  const ids = rows.map(({ id }) => id);
  const numbers = new Map(ids.map((id, index) => [id, index]));
  const words = caseWords(table);
  if (ids.length <= bitsPerWord) {
    const list = listerOf(ids, numbers);
    return (cases) => (cases[casesAt] === 0 ? none : list(cases[casesAt] ?? 0));
  }
  const list = manyListerOf(ids, numbers);
  return (cases) => list(cases.slice(casesAt, casesAt + words));
}
