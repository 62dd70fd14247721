import { evaluate, holds, resultOf, type Evaluation, type Value } from "../src/engine/evaluate.js";
import { segmentOn, type Segment } from "../src/engine/timeline.js";
import type { Edition, Table } from "../src/language/edition.js";
import type { Law } from "../src/language/law.js";
import type { Policy } from "../src/language/policy.js";
import { decisionsOf, resultFor, rowsOf, type TableRow } from "../src/language/table-rows.js";
import { tryAll } from "./brute-force.js";

type Domains = ReadonlyMap<string, readonly Value[]>;

/** Complete facts that go together on a day in force, and what the specification answers. */
interface Tried {
  readonly facts: ReadonlyMap<string, Value>;
  readonly segment: Segment;
  readonly made: Evaluation;
}

/** Everything the verifier must find, each as one line, by trying all facts and reading the definitions. */
export function triedFindings(policy: Policy, domains: Domains): readonly string[] {
  const all = [...allFacts(domains)].flatMap((facts): readonly Tried[] => {
    const read = (path: string): Value => facts.get(path) ?? "";
    if (!(policy.given ?? []).every((one) => holds(one.holds, ({ fact }) => read(fact)))) return [];
    const segment = segmentOn(policy, String(read(policy.datedBy)));
    return segment ? [{ facts, segment, made: evaluate(policy, segment, read) }] : [];
  });
  return [
    ...policy.editions.flatMap((edition) => {
      const inForce = all.filter(({ segment }) => segment.edition === edition);
      return edition.tables.flatMap((table) => tableLines(policy, edition, table, inForce));
    }),
    ...Object.keys(policy.decisions).flatMap((name) => {
      const answers = new Set(
        all.flatMap(({ made }) => (made.values[name] === undefined ? [] : JSON.stringify(made.values[name]))),
      );
      return answers.size === 1 ? [`decision-constant ${name}`] : [];
    }),
    ...(policy.laws ?? []).flatMap((law) => (isBroken(law, all) ? [`law-broken ${law.id}`] : [])),
  ];
}

/**
 * The facts no public decision depends on, or `undefined` where facts have to go together in such a way that one of
 * several can be left out: which one is then a choice.
 */
export function triedUnused(policy: Policy, domains: Domains): readonly string[] | undefined {
  const tried = tryAll(policy, domains, new Map());
  const paths = [...domains.keys()].filter((path) => path !== policy.datedBy);
  if (typeof tried === "string") return paths;
  const answered = [...tried.decisions].filter(([name]) => policy.decisions[name]?.internal !== true);
  if (answered.some(([, one]) => !one.settles(one.alone))) return undefined;
  const used = new Set(answered.flatMap(([, { alone }]) => alone));
  return paths.filter((path) => !used.has(path));
}

function tableLines(
  policy: Policy,
  edition: Edition,
  table: Table,
  all: readonly Tried[],
): readonly string[] {
  const rows = rowsOf(table);
  const name = (row: TableRow): string => row.id ?? decisionsOf(table)[0] ?? "";
  const place = `in ${edition.inForceFrom}`;
  return rows.flatMap((row, index) => {
    const lines: string[] = [];
    const deciding = all.filter((one) => decides(table, index, one));
    const hiding = rows
      .slice(0, index)
      .filter((_, before) => all.some((one) => isHeld(table, row, one) && decides(table, before, one)))
      .map(name);
    if (deciding.length === 0) lines.push(`case-unreachable ${[name(row), ...hiding].join(" ")} ${place}`);
    else if (row.gap === true) lines.push(`gap-reachable ${name(row)} ${place}`);
    else if ("cases" in table && table.cases.includes(row as never)) {
      const rest = { ...table, cases: table.cases.filter((one) => one !== row) } as Table;
      if (all.every((one) => isSameWith(policy, table, rest, one)))
        lines.push(`case-redundant ${name(row)} ${place}`);
    }
    if (!("hitPolicy" in table) || table.hitPolicy !== "unique") return lines;
    for (const other of table.cases.slice(index + 1)) {
      const both = all.filter((one) => isHeld(table, row, one) && isHeld(table, other, one));
      if (!both.some((one) => answer(policy, table, row, one) !== answer(policy, table, other, one)))
        continue;
      lines.push(`cases-conflict ${name(row)} ${name(other)} ${place}`);
    }
    return lines;
  });
}

function isHeld(table: Table, row: TableRow, { made }: Tried): boolean {
  return [table.onlyWhen, row.when].every((one) => one === undefined || holds(one, made.read));
}

function decides(table: Table, index: number, tried: Tried): boolean {
  const rows = rowsOf(table);
  if ("hitPolicy" in table && table.hitPolicy === "collect") {
    const row = rows[index];
    return row !== undefined && isHeld(table, row, tried);
  }
  return rows.findIndex((row) => isHeld(table, row, tried)) === index;
}

function isSameWith(policy: Policy, table: Table, rest: Table, { facts, segment, made }: Tried): boolean {
  const tables = segment.edition.tables.map((one) => (one === table ? rest : one));
  const other = evaluate(
    policy,
    { ...segment, edition: { ...segment.edition, tables } },
    (path) => facts.get(path) ?? "",
  );
  return Object.entries(policy.decisions).every(
    ([name, { internal }]) =>
      internal === true || JSON.stringify(made.values[name]) === JSON.stringify(other.values[name]),
  );
}

function answer(policy: Policy, table: Table, row: TableRow, { made }: Tried): string {
  return JSON.stringify(
    decisionsOf(table).map((decision) => {
      const result = resultOf(resultFor(table, row, decision), made.read);
      const declared = policy.decisions[decision];
      return declared?.kind === "set-of"
        ? declared.values.filter((value) => (result as readonly string[]).includes(value))
        : result;
    }),
  );
}

function isBroken(law: Law, all: readonly Tried[]): boolean {
  if ("never" in law) return all.some(({ made }) => holds(law.never, made.read));
  const { moreOf, neverMeans, of } = law.monotone;
  const others = [...(all[0]?.facts.keys() ?? [])].filter((path) => path !== moreOf);
  const groups = new Map<string, Tried[]>();
  for (const one of all) {
    const key = JSON.stringify(others.map((path) => one.facts.get(path)));
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].some((group) =>
    group.some((before) =>
      group.some((after) => {
        const [less, more] = [before.facts.get(moreOf), after.facts.get(moreOf)];
        if (less === undefined || more === undefined || !isMore(less, more, false)) return false;
        const [one, two] = [before.made.values[of], after.made.values[of]];
        if (one === undefined || two === undefined || one === "none" || two === "none") return false;
        return neverMeans === "more" ? isMore(one, two, true) : isMore(two, one, true);
      }),
    ),
  );
}

/** Whether the second has more: of sets, an element the first has not, and (of facts) all that the first has. */
function isMore(less: Value, more: Value, isAnswer: boolean): boolean {
  if (typeof less !== "object" || typeof more !== "object") return less < more;
  return more.some((one) => !less.includes(one)) && (isAnswer || less.every((one) => more.includes(one)));
}

function* allFacts(domains: Domains): Generator<ReadonlyMap<string, Value>> {
  const paths = [...domains.keys()];
  const total = [...domains.values()].reduce((all, { length }) => all * length, 1);
  for (let at = 0; at < total; at += 1) {
    let rest = at;
    yield new Map(
      paths.map((path) => {
        const values = domains.get(path) ?? [];
        const value = values[rest % values.length] ?? "";
        rest = Math.floor(rest / values.length);
        return [path, value];
      }),
    );
  }
}
