import { resultOf, type FactReader, type Value } from "../../../engine/evaluate.js";
import { rowFor, type Segment } from "../../../engine/timeline.js";
import { declaredFacts } from "../../../language/declared-facts.js";
import type { Table } from "../../../language/edition.js";
import type { Reference } from "../../../language/expression.js";
import type { Policy } from "../../../language/policy.js";
import { referencesIn } from "../../../language/references.js";
import { decisionsOf } from "../../../language/table-rows.js";

/** What can be said of a name without deciding the policy. */
export interface WordKind {
  readonly kind: string;
  readonly values?: readonly string[];
  readonly orNone?: boolean;
}

/** The names that the conditions of one segment use: a decision that is one expression is read as that expression. */
export class SegmentWords {
  readonly policy: Policy;
  readonly segment: Segment;

  constructor(policy: Policy, segment: Segment) {
    this.policy = policy;
    this.segment = segment;
  }

  /** The table that always answers a decision, whatever the facts are. */
  tableOf(decision: string): Table | undefined {
    const [table, another] = this.segment.edition.tables.filter((one) => decisionsOf(one).includes(decision));
    return another || table?.onlyWhen !== undefined ? undefined : table;
  }

  /** The facts that a condition or an expression reads; nothing where it needs more of the policy than names. */
  factsIn(term: unknown): readonly string[] | undefined {
    const facts = new Set<string>();
    for (const reference of referencesIn(term)) {
      const { group, name } = partsOf(reference);
      const table = group === "decision" ? this.tableOf(name) : undefined;
      const read =
        group === "fact"
          ? [reference.fact]
          : group === "rate"
            ? (reference.params?.by ?? this.policy.rates[name]?.by ?? [])
            : table && "is" in table
              ? this.factsIn(table.is)
              : undefined;
      if (!read) return undefined;
      for (const fact of read) facts.add(fact);
    }
    return [...facts];
  }

  /** What a name stands for on these facts, for terms that read no more than facts. */
  reader(facts: FactReader): (reference: Reference) => Value {
    const read = (reference: Reference): Value => {
      const { group, name } = partsOf(reference);
      if (group === "fact") return facts(reference.fact);
      const value = group === "rate" ? this.rateOn(reference, name, facts) : this.decisionOn(name, read);
      if (value === undefined) throw new TypeError(`"${reference.fact}" has no value of its own`);
      return value;
    };
    return read;
  }

  /** What is declared for a name. */
  kindOf(reference: Reference): WordKind | undefined {
    const { group, name } = partsOf(reference);
    if (group === "decision") return this.policy.decisions[name];
    return group === "rate" ? this.policy.rates[name] : declaredFacts(this.policy.facts).get(name);
  }

  private rateOn(reference: Reference, name: string, facts: FactReader): Value | undefined {
    const by = reference.params?.by ?? this.policy.rates[name]?.by ?? [];
    const key = by.map((path) => facts(path) as string);
    return rowFor(this.segment, name, key)?.value;
  }

  private decisionOn(name: string, read: (reference: Reference) => Value): Value | undefined {
    const table = this.tableOf(name);
    return table && "is" in table ? resultOf(table.is, read) : undefined;
  }
}

function partsOf({ fact }: Reference): {
  readonly group: "decision" | "rate" | "fact";
  readonly name: string;
} {
  const [, group, name = ""] = /^(decision|rate)\.(.*)$/u.exec(fact) ?? [];
  return group === undefined ? { group: "fact", name: fact } : { group: group as "decision" | "rate", name };
}
