import type { Citation, Confidence } from "../language/citation.js";
import type { Edition, Table } from "../language/edition.js";
import type { Reference } from "../language/expression.js";
import type { Policy } from "../language/policy.js";
import { referencesIn } from "../language/references.js";
import { splitName } from "../language/word.js";
import type { Answers } from "./answers.js";
import type { Because, RateUsed } from "./decision.js";
import type { Value } from "./evaluate.js";
import type { Segment } from "./timeline.js";

/** Says what made the settled decisions: their cases and, through the helpers they read, rates and citations. */
export function becauseOf(
  policy: Policy,
  facts: ReadonlyMap<string, Value>,
  answers: Answers,
  settled: readonly (readonly [decision: string, value: Value])[],
): readonly Because[] {
  const tracing = new Tracing(policy, facts, answers);
  return settled.map(([decision, value]) => {
    const made = Array.isArray(value) && value.length === 0 ? nothing : tracing.made(decision);
    const cites = distinct([...made.cites, ...made.rates.flatMap((rate) => rate.cites)]);
    return {
      decision,
      cases: made.cases,
      rates: distinct(made.rates.map((rate) => rate.used)),
      cites,
      confidence: leastConfident(cites),
      gap: made.gap,
    };
  });
}

/** A row of a table as it was printed: a case, an `otherwise`, or a single expression. */
interface Row {
  readonly id?: string;
  readonly when?: unknown;
  readonly then: unknown;
  readonly cites?: readonly Citation[];
  readonly gap?: true;
}

/** What took part in a decision. */
interface Made {
  readonly cases: Because["cases"];
  readonly rates: readonly { readonly used: RateUsed; readonly cites: readonly Citation[] }[];
  readonly cites: readonly Citation[];
  readonly gap: boolean;
}

const nothing: Made = { cases: [], rates: [], cites: [], gap: false };

class Tracing {
  readonly #policy: Policy;
  readonly #facts: ReadonlyMap<string, Value>;
  readonly #answers: Answers;
  readonly #made = new Map<string, Made>();

  constructor(policy: Policy, facts: ReadonlyMap<string, Value>, answers: Answers) {
    this.#policy = policy;
    this.#facts = facts;
    this.#answers = answers;
  }

  made(decision: string): Made {
    let made = this.#made.get(decision);
    if (!made) this.#made.set(decision, (made = this.#trace(decision)));
    return made;
  }

  #trace(decision: string): Made {
    const perSegment = this.#answers.cases(decision).map(({ segment, cases }) => ({
      segment,
      rows: cases.flatMap(({ index, certain }) => {
        const row = rowsOf(segment.edition, decision)[index];
        return row ? [{ row, certain }] : [];
      }),
    }));
    const parts = perSegment.flatMap(({ segment, rows }) =>
      rows.length === 0 ? [this.#default(segment, decision)] : rows.map(({ row }) => this.#row(segment, row)),
    );
    const ids = new Set(perSegment.flatMap(({ rows }) => rows.flatMap(({ row }) => row.id ?? [])));
    // A case is certain when it is so in every segment that is possible.
    const isCertain = (id: string): boolean =>
      perSegment.every(({ rows }) => rows.some(({ row, certain }) => row.id === id && certain));
    return { ...together(parts), cases: [...ids].map((id) => ({ id, certain: isCertain(id) })) };
  }

  /** Where the declared default answers: what the guard of the table was decided with, else the edition itself. */
  #default({ edition }: Segment, decision: string): Made {
    const read = referencesIn(tableFor(edition, decision)?.onlyWhen).flatMap(({ fact }) => {
      const [group, name] = splitName(fact);
      return group === "decision" ? [this.made(name)] : [];
    });
    const { cites, rates, gap } = together(read);
    return { cases: [], rates, cites: cites.length === 0 ? [edition.source] : cites, gap };
  }

  #row(segment: Segment, row: Row): Made {
    const references = referencesIn([row.when, row.then]);
    const helpers = references.flatMap(({ fact }) => {
      const [group, name] = splitName(fact);
      return group === "decision" && this.#policy.decisions[name]?.internal ? [this.made(name)] : [];
    });
    const own: Made = {
      cases: [],
      rates: references.flatMap((reference) => this.#rates(segment, reference)),
      // An internal expression without an id is a helper of ours: there is nothing to cite for it.
      cites: row.cites ?? (row.id === undefined ? [] : [segment.edition.source]),
      gap: row.gap === true,
    };
    return together([own, ...helpers]);
  }

  /** The rows of a rate that may have been read, as far as its key is known. */
  #rates(segment: Segment, { fact, params }: Reference): Made["rates"] {
    const [group, name] = splitName(fact);
    if (group !== "rate") return [];
    const key = (params?.by ?? this.#policy.rates[name]?.by ?? []).map((path) => this.#facts.get(path));
    const mayHold = (segment.rates.get(name) ?? []).filter((row) =>
      (row.for ?? []).every((part, index) => key[index] === undefined || key[index] === part),
    );
    const read = key.includes(undefined) ? mayHold : mayHold.slice(0, 1);
    return read.map((row) => ({
      used: { name, ...(row.for ? { for: row.for } : {}), value: row.value, from: row.from },
      cites: row.cites,
    }));
  }
}

function together(parts: readonly Made[]): Made {
  return {
    cases: [],
    rates: parts.flatMap((part) => part.rates),
    cites: parts.flatMap((part) => part.cites),
    gap: parts.some((part) => part.gap),
  };
}

/** The rows of the table for a decision, each with what it gives for that decision and the table's guard. */
function rowsOf(edition: Edition, decision: string): readonly Row[] {
  const table = tableFor(edition, decision);
  if (!table) return [];
  return printedRows(table).map((row) => ({
    ...row,
    when: [table.onlyWhen, row.when],
    then:
      typeof table.decides === "string"
        ? row.then
        : (row.then as Readonly<Record<string, unknown>>)[decision],
  }));
}

function tableFor(edition: Edition, decision: string): Table | undefined {
  return edition.tables.find(({ decides }) =>
    typeof decides === "string" ? decides === decision : decides.includes(decision),
  );
}

function printedRows(table: Table): readonly Row[] {
  if ("is" in table) return [{ ...table, then: table.is }];
  return table.hitPolicy === "collect" ? table.cases : [...table.cases, table.otherwise];
}

function distinct<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

const leastFirst: readonly Confidence[] = ["interpretation", "likely", "certain"];

function leastConfident(cites: readonly Citation[]): Confidence {
  return leastFirst.find((confidence) => cites.some((cite) => cite.confidence === confidence)) ?? "certain";
}
