import type { Condition } from "../src/language/condition.js";
import { declaredFacts } from "../src/language/declared-facts.js";
import type { Case, Edition, Table } from "../src/language/edition.js";
import type { Example } from "../src/language/example.js";
import type { Law } from "../src/language/law.js";
import type { Policy } from "../src/language/policy.js";
import { decisionsOf, rowsOf, type TableRow } from "../src/language/table-rows.js";
import type { AcceptableFinding } from "../src/language/accepted.js";
import type { FindingCode } from "../src/verify/finding.js";
import type { Shipped } from "./shipped-policies.js";

/** A policy with one fault in it, and the finding or the refusal that must tell of it. */
export interface PlantedFault {
  readonly what: string;
  readonly policy: Policy;
  readonly examples: readonly Example[];
  readonly expected:
    | { readonly code: FindingCode; readonly at: string; readonly related?: readonly string[] }
    | { readonly refusedWith: string };
}

type CaseTable = Exclude<Table, { readonly is: unknown }>;
type FirstTable = Extract<CaseTable, { readonly otherwise: unknown }>;

/** Where a case stands. */
interface Spot {
  readonly edition: number;
  readonly table: number;
}

/** Everything that can be planted in a policy, from its own tables, rates, laws, sources and examples. */
export function plantedFaults(shipped: Shipped): readonly PlantedFault[] {
  const { policy, examples } = shipped;
  const spots = policy.editions.flatMap((edition, index) =>
    edition.tables.map((table, at) => ({ edition: index, table: at, of: table })),
  );
  return [
    ...spots.flatMap(({ of, ...spot }) => ("cases" in of ? faultsInTable(shipped, spot, of) : [])),
    ...faultsInRates(shipped),
    ...faultsInDecisions(shipped),
    ...faultsInLaws(shipped),
    ...Object.keys(policy.sources).map((id) => ({
      what: `${id} was last checked long ago`,
      policy: {
        ...policy,
        sources: { ...policy.sources, [id]: { ...policy.sources[id], checkedOn: "2020-01-01" } },
      } as Policy,
      examples,
      expected: { code: "source-stale", at: id } as const,
    })),
    ...faultsInExamples(shipped),
    ...faultsInAccepts(shipped),
  ];
}

function faultsInTable({ policy, examples }: Shipped, spot: Spot, table: CaseTable): readonly PlantedFault[] {
  const plant = (
    what: string,
    changed: CaseTable,
    code: FindingCode,
    at: string,
    related?: readonly string[],
  ): PlantedFault => ({
    what: `${what}, in ${decisionsOf(table).join()} of ${policy.editions[spot.edition]?.inForceFrom ?? ""}`,
    policy: withTable(policy, spot, changed),
    examples,
    expected: { code, at, ...(related ? { related } : {}) },
  });
  const faults: PlantedFault[] = [];
  for (const [index, one] of table.cases.entries()) {
    const put = (at: number, ...added: readonly Case[]): CaseTable =>
      ({ ...table, cases: [...table.cases.slice(0, at), ...added, ...table.cases.slice(at)] }) as CaseTable;
    if (one.gap !== true) {
      const gap = { ...table, cases: table.cases.with(index, { ...one, gap: true } as never) } as CaseTable;
      faults.push(plant(`a gap at ${one.id}`, gap, "gap-reachable", one.id));
    }
    const planted = { ...withoutGap(one), id: "planted" } as Case;
    if (one.when !== undefined) {
      const never = { ...planted, when: { all: [one.when, { not: one.when }] } as Condition };
      faults.push(
        plant(`a case like ${one.id} that never holds`, put(index, never), "case-unreachable", "planted", []),
      );
    }
    if (table.hitPolicy === "collect") {
      faults.push(plant(`${one.id} twice`, put(index, planted), "case-redundant", "planted"));
      continue;
    }
    const other = rowsOf(table).find((row) => differs(row, one));
    if (!other) continue;
    const hidden = { ...planted, then: other.then } as Case;
    faults.push(
      plant(`a case behind ${one.id}`, put(index + 1, hidden), "case-unreachable", "planted", [one.id]),
    );
    const unique = { ...put(index + 1, hidden), hitPolicy: "unique" } as CaseTable;
    faults.push(plant(`a conflict with ${one.id}`, unique, "cases-conflict", one.id, ["planted"]));
  }
  return [...faults, ...(table.hitPolicy === "collect" ? [] : sayingTheSame(table, plant))];
}

type Plant = (
  what: string,
  changed: CaseTable,
  code: FindingCode,
  at: string,
  related?: readonly string[],
) => PlantedFault;

/** A last case that says what stands below it anyway. */
function sayingTheSame(table: FirstTable, plant: Plant): readonly PlantedFault[] {
  const [first] = table.cases;
  if (first?.when === undefined) return [];
  const planted = { id: "planted", when: { not: first.when }, then: table.otherwise.then } as Case;
  const changed = { ...table, cases: [...table.cases, planted] } as CaseTable;
  return [plant("a case before otherwise that says the same", changed, "case-redundant", "planted")];
}

/** Load refuses these: the verifier never meets a rate with a hole, or anything that is defined twice. */
function faultsInRates({ policy, examples }: Shipped): readonly PlantedFault[] {
  const refused = (what: string, changed: Partial<Policy>, refusedWith: string): PlantedFault => ({
    what,
    policy: { ...policy, ...changed },
    examples,
    expected: { refusedWith },
  });
  const [edition] = policy.editions;
  const used = Object.entries(policy.rates).filter(([name]) =>
    JSON.stringify(policy.editions).includes(`"rate.${name}"`),
  );
  return [
    refused("an edition twice", { editions: [edition, ...policy.editions] }, "edition-twice"),
    ...used.flatMap(([name, rate]) => {
      const [first] = rate.rows;
      const late = rate.rows.map((row) => ({ ...row, from: "2999-01-01" }));
      const withRows = (rows: readonly unknown[]) =>
        ({ rates: { ...policy.rates, [name]: { ...rate, rows } } }) as unknown as Partial<Policy>;
      return [
        refused(`rate ${name} with a hole`, withRows(late.slice(0, 1)), "rate-undefined"),
        refused(`rate ${name} defined twice`, withRows([first, ...rate.rows]), "rate-row-twice"),
      ];
    }),
  ];
}

function faultsInDecisions({ policy, examples }: Shipped): readonly PlantedFault[] {
  const flag = { kind: "boolean", label: "planted", holder: "desk", privacy: "internal" } as const;
  const reading = { decides: "planted", is: { fact: "planted", operator: "equal", value: true } } as Table;
  const idle: PlantedFault = {
    what: "a fact that only an idle helper reads",
    policy: {
      ...policy,
      facts: { ...policy.facts, planted: flag },
      decisions: { ...policy.decisions, planted: { kind: "boolean", label: "planted", internal: true } },
      editions: policy.editions.map((edition) => ({
        ...edition,
        tables: [...edition.tables, reading],
      })) as never,
    },
    examples,
    expected: { code: "fact-unused", at: "planted" },
  };
  const constant = Object.keys(policy.decisions).flatMap((name): readonly PlantedFault[] => {
    const tables = policy.editions.map((edition) => tableFor(edition, name));
    const [first] = tables;
    const answer = first && rowsOf(first).find((row) => isLiteral(row.then))?.then;
    if (answer === undefined || tables.some((table) => typeof table?.decides !== "string")) return [];
    const editions = policy.editions.map((edition) => ({
      ...edition,
      tables: edition.tables.map((table) =>
        table.decides === name ? ({ decides: name, id: "planted", is: answer } as Table) : table,
      ),
    }));
    return [
      {
        what: `${name} always the same`,
        policy: { ...policy, accepts: [], editions: editions as never },
        examples,
        expected: { code: "decision-constant", at: name },
      },
    ];
  });
  return [idle, ...constant];
}

/** Laws that forbid what a decision can say, and cases that do what a law forbids. */
function faultsInLaws({ policy, examples }: Shipped): readonly PlantedFault[] {
  const forbidding = Object.entries(policy.decisions).flatMap(
    ([name, { internal }]): readonly PlantedFault[] => {
      const table = tableFor(policy.editions[0], name);
      const row = table && rowsOf(table).find(({ then }) => isLiteral(then));
      if (internal === true || !table || !row || typeof table.decides !== "string") return [];
      const says = saying(name, row.then);
      if (!says) return [];
      const law: Law = { id: "planted", label: "planted", never: says };
      return [
        {
          what: `a law against ${JSON.stringify(row.then)} in ${name}`,
          policy: { ...policy, laws: [...(policy.laws ?? []), law] },
          examples,
          expected: { code: "law-broken", at: "planted" },
        },
      ];
    },
  );
  return [...forbidding, ...(policy.laws ?? []).flatMap((law) => breaking(policy, examples, law))];
}

/** A first case in the table of a decision that does, of its own accord, what the law says of it. */
function breaking(policy: Policy, examples: readonly Example[], law: Law): readonly PlantedFault[] {
  if (!("never" in law) || !("all" in law.never)) return [];
  const parts: readonly Condition[] = law.never.all;
  const about = parts.filter((part) => JSON.stringify(part).includes('"decision.'));
  const [only] = about;
  const others = parts.filter((part) => !about.includes(part));
  if (about.length !== 1 || !only || !("operator" in only) || others.length === 0) return [];
  const name = only.fact.replace("decision.", "");
  const value = Array.isArray(only.value) ? (only.value[0] as unknown) : only.value;
  const edition = policy.editions.length - 1;
  const table = policy.editions[edition]?.tables.findIndex(({ decides }) => decides === name) ?? -1;
  const of = policy.editions[edition]?.tables[table];
  if (!of || !("cases" in of) || typeof value === "object") return [];
  if (!["equal", "in", "contains"].includes(only.operator)) return [];
  const then = policy.decisions[name]?.kind === "set-of" ? [value] : value;
  const planted = { id: "planted", when: { all: others }, then } as unknown as Case;
  return [
    {
      what: `a case that breaks ${law.id}`,
      policy: withTable(policy, { edition, table }, { ...of, cases: [planted, ...of.cases] } as CaseTable),
      examples,
      expected: { code: "law-broken", at: law.id },
    },
  ];
}

/** All examples on one side of a threshold are taken away. */
function faultsInExamples({ policy, examples }: Shipped): readonly PlantedFault[] {
  const ordered = [...declaredFacts(policy.facts)].filter(
    ([, { kind }]) => kind === "integer" || kind === "time",
  );
  return ordered.flatMap(([path]) => {
    const [group = "", name = ""] = path.split(".");
    const valueIn = ({ facts }: Example): unknown =>
      (facts as Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>)[group]?.[name];
    const text = JSON.stringify(policy.editions);
    const literal = new RegExp(`"fact":"${path}","operator":"(?:less|greater)Than\\w*","value":(\\d+)`).exec(
      text,
    );
    if (!literal) return [];
    const value = Number(literal[1]);
    return [
      {
        what: `no example where ${path} is ${value}`,
        policy,
        examples: examples.filter((example) => valueIn(example) !== value),
        expected: { code: "boundary-uncovered", at: path } as const,
      },
    ];
  });
}

function faultsInAccepts({ policy, examples }: Shipped): readonly PlantedFault[] {
  const accepts = policy.accepts ?? [];
  const row = policy.editions
    .flatMap(({ tables }) => tables.flatMap(rowsOf))
    .find((one) => one.gap !== true && one.id !== undefined);
  const idle = (["gap-reachable", "case-unreachable", "case-redundant"] as const).map(
    (finding: AcceptableFinding) => ({
      what: `an acceptance of ${finding} that does not occur`,
      policy: { ...policy, accepts: [...accepts, { finding, at: row?.id ?? "", reason: "planted" }] },
      examples,
      expected: { code: "accepted-not-found", at: row?.id ?? "", related: [finding] } as const,
    }),
  );
  const withdrawn = accepts.map((accepted) => ({
    what: `${accepted.finding} at ${accepted.at} no longer accepted`,
    policy: { ...policy, accepts: accepts.filter((one) => one !== accepted) },
    examples,
    expected: { code: accepted.finding, at: accepted.at },
  }));
  return [...idle, ...withdrawn];
}

function withTable(policy: Policy, { edition, table }: Spot, changed: CaseTable): Policy {
  const editions = policy.editions.map((one, index) =>
    index === edition ? { ...one, tables: one.tables.with(table, changed) } : one,
  );
  return { ...policy, editions: editions as unknown as Policy["editions"] };
}

function tableFor(edition: Edition, decision: string): Table | undefined {
  return edition.tables.find((table) => decisionsOf(table).includes(decision));
}

function withoutGap(one: object): object {
  return Object.fromEntries(Object.entries(one).filter(([name]) => name !== "gap"));
}

/** Whether two rows certainly say different things: both are literals, and not the same. */
function differs(row: TableRow, other: TableRow): boolean {
  return (
    isLiteral(row.then) && isLiteral(other.then) && JSON.stringify(row.then) !== JSON.stringify(other.then)
  );
}

function isLiteral(then: unknown): boolean {
  return !/"(?:fact|plus|minus|weekdayOf|all|any|not)":/.test(JSON.stringify(then));
}

/** The condition that a decision is a literal; of a set, that it holds the first value. */
function saying(decision: string, then: unknown): Condition | undefined {
  const fact = `decision.${decision}`;
  if (!Array.isArray(then)) return { fact, operator: "equal", value: then as string };
  const [first] = then as readonly string[];
  return first === undefined ? undefined : { fact, operator: "contains", value: first };
}
