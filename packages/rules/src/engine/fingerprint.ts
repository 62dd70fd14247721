import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { declaredFacts } from "../language/declared-facts.js";
import type { Table } from "../language/edition.js";
import type { Policy } from "../language/policy.js";
import type { RateRow } from "../language/rate.js";
import { canonicalJson } from "./canonical-json.js";
import { amendmentsIn, type Segment } from "./timeline.js";

/** Counts the meanings the language has had: a change of what the same data means gives other fingerprints. */
const semantics = "guichet-semantics/1";

const cache = new WeakMap<Segment, string>();

/**
 * Names everything that decides in one segment: SHA-256 over the canonical JSON (RFC 8785) of facts, decisions,
 * what is given, the segment's tables and its rates. What people read and what the policy cites change no answer
 * and are not part of it.
 */
export function fingerprintOf(policy: Policy, segment: Segment): string {
  let fingerprint = cache.get(segment);
  if (fingerprint === undefined) {
    const text = canonicalJson(whatDecides(policy, segment));
    cache.set(segment, (fingerprint = `sha256:${bytesToHex(sha256(utf8ToBytes(text)))}`));
  }
  return fingerprint;
}

function whatDecides(policy: Policy, segment: Segment): object {
  const facts = [...declaredFacts(policy.facts)].map(([path, fact]) => [
    path,
    without(fact, "label", "holder", "privacy", "unit"),
  ]);
  const decisions = Object.entries(policy.decisions).map(([name, decision]) => [
    name,
    without(decision, "label"),
  ]);
  return {
    semantics,
    policy: policy.id,
    datedBy: policy.datedBy,
    facts: Object.fromEntries(facts) as object,
    given: (policy.given ?? []).map((given) => given.holds),
    decisions: Object.fromEntries(decisions) as object,
    tables: segment.edition.tables.map(deciding),
    rates: Object.fromEntries([...segment.rates].map(([name]) => [name, rateInForce(policy, segment, name)])),
    amendments: amendmentsIn(policy, segment),
  };
}

function deciding(table: Table): object {
  if ("is" in table) return without(table, "cites");
  const cases = table.cases.map((one) => without(one, "cites"));
  return "otherwise" in table
    ? { ...table, cases, otherwise: without(table.otherwise, "cites") }
    : { ...table, cases };
}

/**
 * A rate by its keys: the order in which its rows are written decides nothing, nor does a row for one key that says
 * what the row for all others says.
 */
function rateInForce(policy: Policy, segment: Segment, name: string): object {
  const rows = segment.rates.get(name) ?? [];
  const telling = rows
    .filter((row) => JSON.stringify(row.value) !== JSON.stringify(standIn(rows, row.for ?? [])?.value))
    .map((row) => [JSON.stringify(row.for ?? []), row.value] as const);
  return { by: policy.rates[name]?.by ?? [], values: Object.fromEntries(telling) };
}

/** The row that would hold for a key if it had none of its own; rows with longer keys come first. */
function standIn(rows: readonly RateRow[], key: readonly string[]): RateRow | undefined {
  return rows.find(({ for: other = [] }) => {
    return other.length < key.length && other.every((part, index) => part === key[index]);
  });
}

function without(data: object, ...names: readonly string[]): object {
  return Object.fromEntries(Object.entries(data).filter(([name]) => !names.includes(name)));
}
