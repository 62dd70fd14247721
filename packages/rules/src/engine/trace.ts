import type { Citation } from "../language/citation.js";
import type { Edition, Table } from "../language/edition.js";
import type { Policy } from "../language/policy.js";
import { referencesIn } from "../language/references.js";
import { splitName } from "../language/word.js";

// What the reasons of a decision are read from, taken out of the tables once: plain data, so that a compiled policy
// can carry it instead of the tables.

/** A rate that a row reads, and the facts whose values are its key. */
export interface RateRead {
  readonly rate: string;
  readonly by: readonly string[];
}

/** What one row of a table brings to the reasons of a decision. */
export interface RowTrace {
  readonly id?: string;
  /** Absent: the source of the edition. */
  readonly cites?: readonly Citation[];
  readonly gap?: true;
  /** Absent, like `helpers`: none. */
  readonly rates?: readonly RateRead[];
  /** The internal decisions it reads: their reasons are its reasons. */
  readonly helpers?: readonly string[];
}

/** What can make a decision in one edition. */
export interface DecisionTrace {
  /** The rows of its table, in the order in which they are printed. */
  readonly rows: readonly RowTrace[];
  /** The decisions that the guard of the table reads: where the declared default answers, they say why. */
  readonly guards: readonly string[];
}

/** The traces of an edition's decisions. */
export interface EditionTrace {
  /** Where the declared default answers and nothing else is cited, this is. */
  readonly source: Citation;
  readonly decisions: Readonly<Record<string, DecisionTrace>>;
}

const traces = new WeakMap<Policy, Map<Edition, EditionTrace>>();

/** The traces of one of a policy's editions. */
export function traceOf(policy: Policy, edition: Edition): EditionTrace {
  let known = traces.get(policy);
  if (!known) traces.set(policy, (known = new Map<Edition, EditionTrace>()));
  let trace = known.get(edition);
  if (!trace) known.set(edition, (trace = traceEdition(policy, edition)));
  return trace;
}

function traceEdition(policy: Policy, { source, tables }: Edition): EditionTrace {
  const traced = Object.keys(policy.decisions).map((decision) => {
    const table = tables.find(({ decides }) =>
      typeof decides === "string" ? decides === decision : decides.includes(decision),
    );
    return [decision, table ? traceTable(policy, table, decision) : undecided] as const;
  });
  return { source, decisions: Object.fromEntries(traced) };
}

const undecided: DecisionTrace = { rows: [], guards: [] };

function traceTable(policy: Policy, table: Table, decision: string): DecisionTrace {
  const { decides, onlyWhen } = table;
  const rows = printedRows(table).map(({ id, when, then, cites, gap }): RowTrace => {
    const result = typeof decides === "string" ? then : (then as Readonly<Record<string, unknown>>)[decision];
    const references = referencesIn([onlyWhen, when, result]).map(({ fact, params }) => {
      const [group, name] = splitName(fact);
      return { group, name, by: params?.by ?? policy.rates[name]?.by ?? [] };
    });
    const rates = references.flatMap(({ group, name, by }) => (group === "rate" ? [{ rate: name, by }] : []));
    const helpers = references.flatMap(({ group, name }) =>
      group === "decision" && policy.decisions[name]?.internal ? [name] : [],
    );
    return {
      ...(id === undefined ? {} : { id }),
      // An internal expression without an id is a helper of ours: there is nothing to cite for it.
      ...(cites === undefined && id !== undefined ? {} : { cites: cites ?? [] }),
      ...(gap === true ? { gap } : {}),
      ...(rates.length === 0 ? {} : { rates }),
      ...(helpers.length === 0 ? {} : { helpers }),
    };
  });
  const guards = referencesIn(onlyWhen).flatMap(({ fact }) => {
    const [group, name] = splitName(fact);
    return group === "decision" ? [name] : [];
  });
  return { rows, guards };
}

/** A row of a table as it was printed: a case, an `otherwise`, or a single expression. */
interface Row {
  readonly id?: string;
  readonly when?: unknown;
  readonly then: unknown;
  readonly cites?: readonly Citation[];
  readonly gap?: true;
}

function printedRows(table: Table): readonly Row[] {
  if ("is" in table) return [{ ...table, then: table.is }];
  return table.hitPolicy === "collect" ? table.cases : [...table.cases, table.otherwise];
}
