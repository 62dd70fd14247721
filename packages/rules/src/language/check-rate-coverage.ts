import { report, type Findings } from "./findings.js";
import { inside, listed, quoted, type Place } from "./place.js";
import type { RateUse } from "./scope.js";
import type { RateWord, Words } from "./word.js";

/** The most keys of a rate that are looked at one by one. */
const mostKeys = 100_000;

/**
 * Checks that a rate has a value for every key on every day of an edition that uses it. The first day is enough: a
 * row holds until the next one of its key, so that a key never loses its value.
 */
export function checkRateCoverage(
  findings: Findings,
  edition: { readonly place: Place; readonly start: string | undefined },
  uses: ReadonlyMap<string, RateUse>,
  words: Words,
): void {
  const { start } = edition;
  if (start === undefined) return;
  for (const { rate: name, by } of uses.values()) {
    const rate = words.rates.get(name);
    const keys = keysOf(by, words);
    if (rate?.rows === undefined || keys === undefined) continue;
    const defined = definedOn(rate.rows, start);
    const missing = keys.filter((key) => !covers(defined, key));
    const [first] = missing;
    if (first === undefined) continue;
    const of = first.length === 0 ? "" : ` for ${listed(first)}`;
    const more = missing.length === 1 ? "" : ` and ${missing.length - 1} more keys`;
    const day = start === "open" ? "the days before its first row" : start;
    report(
      findings,
      "rate-undefined",
      inside(edition.place, `rate ${quoted(name)}`),
      `no value${of}${more} on ${day}`,
      `add a row from ${start === "open" ? '"open"' : `${start} or earlier`}`,
    );
  }
}

/** Every key the facts can make, or `undefined` where that is not known. */
function keysOf(by: readonly string[], words: Words): readonly (readonly string[])[] | undefined {
  let keys: readonly (readonly string[])[] = [[]];
  for (const path of by) {
    const fact = words.facts.get(path);
    if (fact?.kind !== "one-of" || keys.length * fact.values.size > mostKeys) return undefined;
    keys = keys.flatMap((key) => [...fact.values].map((value) => [...key, value]));
  }
  return keys;
}

function definedOn(rows: NonNullable<RateWord["rows"]>, day: string): ReadonlySet<string> {
  const begun = rows.filter(({ from }) => from === "open" || (day !== "open" && from <= day));
  return new Set(begun.map(({ key }) => JSON.stringify(key)));
}

/** A shorter key stands for all keys that begin with it. */
function covers(defined: ReadonlySet<string>, key: readonly string[]): boolean {
  for (let length = 0; length <= key.length; length += 1) {
    if (defined.has(JSON.stringify(key.slice(0, length)))) return true;
  }
  return false;
}
