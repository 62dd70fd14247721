import { report, type Findings } from "./findings.js";
import { listed, quoted, type Place } from "./place.js";
import type { Word } from "./word.js";

/** Refuses two words that cannot be compared; true where it did. */
export function refuseMismatch(findings: Findings, wanted: Word, given: Word, place: Place): boolean {
  if (refuseKind(findings, wanted, given, place)) return true;
  if (wanted.values.size === 0 || [...given.values].some((value) => wanted.values.has(value))) return false;
  const what = `it is ${listed([...given.values], "or")}, never ${listed([...wanted.values], "or")}`;
  report(findings, "values-disjoint", place, what, "compare names that share a value");
  return true;
}

/** Refuses a word of another kind or currency; true where it did. Whole numbers and amounts go together. */
export function refuseKind(findings: Findings, wanted: Word, given: Word, place: Place): boolean {
  const numbers = (kind: Word["kind"]) => (kind === "amount" ? "integer" : kind);
  if (numbers(wanted.kind) !== numbers(given.kind)) {
    const what = `expected ${quoted(wanted.kind ?? "")}, got ${quoted(given.kind ?? "")}`;
    report(findings, "kind-differs", place, what, "use a name of that kind");
    return true;
  }
  const [one, other] = [wanted.currency, given.currency];
  if (one === undefined || other === undefined || one === other) return false;
  report(findings, "currency-differs", place, `expected ${one}, got ${other}`, "use one currency");
  return true;
}
