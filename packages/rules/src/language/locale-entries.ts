import type { Citation } from "./citation.js";
import type { Table } from "./edition.js";
import type { FactDeclaration } from "./fact.js";
import type { Policy } from "./policy.js";

/** Everything of a policy that a locale has a text for. */
export interface LocaleEntries {
  readonly cases: ReadonlySet<string>;
  readonly remarks: ReadonlySet<string>;
  readonly values: ReadonlySet<string>;
  /** The values of each enumerated fact and decision, by `group.fact` and `decision.name`. */
  readonly valuesOf: ReadonlyMap<string, ReadonlySet<string>>;
  readonly facts: ReadonlyMap<string, FactDeclaration>;
  readonly labels: {
    readonly [Part in Exclude<keyof LabelTexts, "title" | "question">]: ReadonlySet<string>;
  };
}

type Texts = Readonly<Record<string, string>>;

/** The names of a policy in people's words. */
export interface LabelTexts {
  readonly title: string;
  readonly question: string;
  readonly facts: Texts;
  readonly decisions: Texts;
  readonly rates: Texts;
  readonly given: Texts;
  readonly laws: Texts;
  readonly sources: Texts;
  readonly sections: Texts;
  readonly units: Texts;
}

/** What is written for a policy in one language. */
export interface LocaleTexts {
  readonly locale: string;
  readonly cases: Texts;
  readonly remarks: Texts;
  readonly values: Texts;
  readonly valuesOf: Readonly<Record<string, Texts>>;
  readonly labels: LabelTexts;
}

export function localeEntries(policy: Policy): LocaleEntries {
  const facts = factsByPath(policy);
  const decisions = Object.entries(policy.decisions);
  const valuesOf = new Map<string, ReadonlySet<string>>();
  for (const [path, fact] of facts) if ("values" in fact) valuesOf.set(path, new Set(fact.values));
  for (const [name, decision] of decisions) {
    if ("values" in decision) valuesOf.set(`decision.${name}`, new Set(decision.values));
    else if (decision.orNone === true) valuesOf.set(`decision.${name}`, new Set(["none"]));
  }
  const { cases, remarks } = idsOf(policy);
  return {
    cases,
    remarks,
    values: new Set([...valuesOf.values()].flatMap((values) => [...values])),
    valuesOf,
    facts,
    labels: {
      facts: new Set(facts.keys()),
      decisions: new Set(decisions.map(([name]) => name)),
      rates: new Set(Object.keys(policy.rates)),
      given: new Set((policy.given ?? []).map(({ id }) => id)),
      laws: new Set((policy.laws ?? []).map(({ id }) => id)),
      sources: new Set(Object.keys(policy.sources)),
      sections: sectionsOf(policy),
      units: unitsOf(facts),
    },
  };
}

/** The labels a policy has of its own: those of its first locale. */
export function policyLabels(policy: Policy): LabelTexts {
  const labelsOf = (records: Readonly<Record<string, { readonly label: string }>>) =>
    Object.fromEntries(Object.entries(records).map(([name, { label }]) => [name, label]));
  const labelsById = (rows: readonly { readonly id: string; readonly label: string }[] | undefined) =>
    Object.fromEntries((rows ?? []).map(({ id, label }) => [id, label]));
  return {
    title: policy.title,
    question: policy.question,
    facts: labelsOf(Object.fromEntries(factsByPath(policy))),
    decisions: labelsOf(policy.decisions),
    rates: labelsOf(policy.rates),
    given: labelsById(policy.given),
    laws: labelsById(policy.laws),
    sources: Object.fromEntries(Object.entries(policy.sources).map(([id, { title }]) => [id, title])),
    sections: itself(sectionsOf(policy)),
    units: itself(unitsOf(factsByPath(policy))),
  };
}

function itself(words: ReadonlySet<string>): Texts {
  return Object.fromEntries([...words].map((word) => [word, word]));
}

function unitsOf(facts: ReadonlyMap<string, FactDeclaration>): ReadonlySet<string> {
  return new Set([...facts.values()].flatMap(({ unit }) => unit ?? []));
}

/** Every place the policy cites, in the order in which a page prints them. */
function sectionsOf(policy: Policy): ReadonlySet<string> {
  const cites = [
    ...policy.editions.flatMap(({ source, tables, remarks = [] }) => [
      source,
      ...[...tables.flatMap(rowsOf), ...remarks].flatMap((row) => row.cites ?? []),
    ]),
    ...Object.values(policy.rates).flatMap(({ rows }) => rows.flatMap((row) => row.cites)),
  ];
  return new Set(cites.map(({ section }) => section));
}

function rowsOf(table: Table): readonly { readonly cites?: readonly Citation[] }[] {
  if ("is" in table) return [table];
  return "otherwise" in table ? [...table.cases, table.otherwise] : table.cases;
}

function factsByPath(policy: Policy): ReadonlyMap<string, FactDeclaration> {
  const facts = new Map<string, FactDeclaration>();
  for (const [name, entry] of Object.entries(policy.facts)) {
    if (isFact(entry)) facts.set(name, entry);
    else for (const [last, fact] of Object.entries(entry)) facts.set(`${name}.${last}`, fact);
  }
  return facts;
}

/** A group may have a fact named "kind"; only a declaration has a text there. */
function isFact(entry: Policy["facts"][string]): entry is FactDeclaration {
  return typeof entry.kind === "string";
}

function idsOf(policy: Policy): {
  readonly cases: ReadonlySet<string>;
  readonly remarks: ReadonlySet<string>;
} {
  const [cases, remarks] = [new Set<string>(), new Set<string>()];
  for (const edition of policy.editions) {
    for (const remark of edition.remarks ?? []) remarks.add(remark.id);
    for (const table of edition.tables) {
      if ("is" in table) {
        if (table.id !== undefined) cases.add(table.id);
        continue;
      }
      for (const one of table.cases) cases.add(one.id);
      if ("otherwise" in table) cases.add(table.otherwise.id);
    }
  }
  return { cases, remarks };
}
