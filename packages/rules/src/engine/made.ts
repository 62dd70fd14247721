import type { Citation, Confidence } from "../language/citation.js";
import type { RateRow } from "../language/rate.js";
import type { Because, RateUsed } from "./decision.js";
import type { Value } from "./evaluate.js";
import type { RowTrace } from "./trace.js";

/** What took part in a decision. */
export interface Made {
  readonly rates: readonly { readonly used: RateUsed; readonly cites: readonly Citation[] }[];
  readonly cites: readonly Citation[];
  readonly gap: boolean;
}

/** Nothing took part: an empty set has an entry without reasons. */
export const nothing: Made = { rates: [], cites: [], gap: false };

/** What a row that held brings along: its own citations, or the source of the edition, the rates it read, and what made the helpers it reads. */
export function madeByRow(
  { cites, gap }: RowTrace,
  source: Citation,
  rates: Made["rates"],
  helpers: readonly Made[],
): Made {
  return together([{ rates, cites: cites ?? [source], gap: gap === true }, ...helpers]);
}

/** Where the declared default answers: what the guard was decided with, else the edition itself. */
export function madeByDefault(source: Citation, guards: readonly Made[]): Made {
  const made = together(guards);
  return made.cites.length === 0 ? { ...made, cites: [source] } : made;
}

/** The rows of a rate that may have been read, as far as its key is known; the most specific key comes first. */
export function rowsRead<Row extends Pick<RateRow, "for">>(
  rows: readonly Row[],
  key: readonly (Value | undefined)[],
): readonly Row[] {
  const mayHold = rows.filter((row) =>
    (row.for ?? []).every((part, index) => key[index] === undefined || key[index] === part),
  );
  return key.includes(undefined) ? mayHold : mayHold.slice(0, 1);
}

/** A row of a rate as the reasons show it. */
export function rateUsed(name: string, { for: key, value, from, cites }: RateRow): Made["rates"][number] {
  return { used: { name, ...(key ? { for: key } : {}), value, from }, cites };
}

export function together(parts: readonly Made[]): Made {
  return {
    rates: [...new Set(parts.flatMap((part) => part.rates))],
    cites: [...new Set(parts.flatMap((part) => part.cites))],
    gap: parts.some((part) => part.gap),
  };
}

/** The reasons of one decision. */
export function entryFor(decision: string, cases: Because["cases"], { rates, cites, gap }: Made): Because {
  const cited = distinct([...cites, ...rates.flatMap((rate) => rate.cites)]);
  return {
    decision,
    cases,
    rates: distinct(rates.map(({ used }) => used)),
    cites: cited,
    confidence: leastConfident(cited),
    gap,
  };
}

function distinct<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

const leastFirst: readonly Confidence[] = ["interpretation", "likely", "certain"];

function leastConfident(cites: readonly Citation[]): Confidence {
  return leastFirst.find((confidence) => cites.some((cite) => cite.confidence === confidence)) ?? "certain";
}
