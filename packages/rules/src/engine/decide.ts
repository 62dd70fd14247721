import type { Duration } from "../calendar/term.js";
import type { Source } from "../language/citation.js";
import { declaredFacts } from "../language/declared-facts.js";
import type { FactsOf, Policy } from "../language/policy.js";
import { answersFor, type Answers, type OpenAnswer } from "./answers.js";
import { becauseOf } from "./because.js";
import { captureFacts } from "./check-facts.js";
import { computedWhenRead } from "./computed-when-read.js";
import type { Because, Decision, Need } from "./decision.js";
import type { Value } from "./evaluate.js";
import { rememberFacts } from "./facts-behind.js";
import { fingerprintOf } from "./fingerprint.js";
import { freshnessOf, horizonOf, refuseStale } from "./freshness.js";
import { refuseContradiction } from "./given.js";
import { settledAnswers } from "./settled-answers.js";
import { amendmentsIn, issuedEdition, type Segment } from "./timeline.js";

export interface DecideOptions {
  /** How long a comparison with a source stays fresh. Default: a year. */
  readonly horizon?: Duration;
  /** `"refuse"`: throw `stale-source` instead of answering from a source nobody looked at for the horizon. */
  readonly staleSources?: "report" | "refuse";
}

/**
 * Decides a policy on what is known: the answer, why, and what it still depends on.
 *
 * A fact that is left out is unknown, never false. The status is `decided` when every way to complete the facts
 * gives the same outcome, `open` when some answers differ, `not-in-force` before the first edition.
 *
 * Errors: `facts-refused` with every wrong fact; `horizon-refused`; `stale-source` when asked to refuse. Never for
 * missing facts.
 *
 * @example
 * const decision = decide(parking, { visit: { on: "2026-11-21" } });
 * if (decision.status === "decided") decision.outcome.minutes; // 60
 */
export function decide<P extends Policy>(
  policy: P,
  facts: FactsOf<P>,
  options: DecideOptions = {},
): Decision<P> {
  return decideCaptured(policy, captureFacts(policy, facts), options);
}

/** `decide` on facts that were checked and copied already. */
export function decideCaptured<P extends Policy>(
  policy: P,
  facts: ReadonlyMap<string, Value>,
  options: DecideOptions = {},
): Decision<P> {
  const answers = settledAnswers(policy, facts) ?? answersFor(policy, facts);
  const horizon = horizonOf(policy, options.horizon);
  if (answers.contradictory) refuseContradiction(policy, facts);
  const day = facts.get(policy.datedBy);
  const governingDate = typeof day === "string" ? day : null;
  const segment = governingDate === null ? undefined : answers.segments[0];
  const decision: Record<string, unknown> = {
    format: "guichet-decision/1",
    policy: policy.id,
    edition: segment ? issuedEdition(segment) : null,
    governingDate,
    amendments: [...new Set(answers.segments.flatMap((one) => amendmentsIn(policy, one)))],
  };
  computedWhenRead(decision, "fingerprint", () => (segment ? fingerprintOf(policy, segment) : null));
  if (answers.segments.length === 0) decision["status"] = "not-in-force";
  else {
    const because = answer(decision, policy, facts, answers);
    computedWhenRead(decision, "freshness", () =>
      freshnessOf(sourcesUsed(policy, answers.segments, because()), governingDate, horizon),
    );
  }
  rememberFacts(decision, facts);
  const made = decision as unknown as Decision<P>;
  if (options.staleSources === "refuse") refuseStale(policy, made.freshness);
  return made;
}

/** Adds the answers and what can be asked about them; gives a reader of the reasons. */
function answer(
  decision: Record<string, unknown>,
  policy: Policy,
  facts: ReadonlyMap<string, Value>,
  answers: Answers,
): () => readonly Because[] {
  const settled: [string, Value][] = [];
  const open: [string, OpenAnswer][] = [];
  for (const [name, declared] of Object.entries(policy.decisions)) {
    if (declared.internal) continue;
    const given = answers.answer(name);
    if (given.settled) settled.push([name, given.value]);
    else open.push([name, given.open]);
  }
  decision["status"] = open.length === 0 ? "decided" : "open";
  decision["outcome"] = Object.fromEntries(settled);
  decision["open"] = Object.fromEntries(open);
  const openNames = open.map(([name]) => name);
  computedWhenRead(decision, "needs", () => needsOfOpen(policy, answers, openNames));
  return computedWhenRead(decision, "because", () => becauseOf(policy, facts, answers, settled));
}

/** The sources of the editions, and those that the reasons cite. */
function sourcesUsed(
  policy: Policy,
  segments: readonly Segment[],
  because: readonly Because[],
): readonly Source[] {
  const documents = new Set([
    ...segments.map((segment) => segment.edition.source.document),
    ...because.flatMap((entry) => entry.cites.map((cite) => cite.document)),
  ]);
  return [...documents].flatMap((id) => policy.sources[id] ?? []);
}

/** The facts open decisions depend on: those that can change most of them first, then as declared. */
function needsOfOpen(policy: Policy, answers: Answers, open: readonly string[]): readonly Need[] {
  const affected = new Map<string, string[]>();
  for (const name of open) {
    for (const fact of answers.needs(name)) {
      const affects = affected.get(fact);
      if (affects) affects.push(name);
      else affected.set(fact, [name]);
    }
  }
  const needs: Need[] = [];
  for (const [fact, { holder }] of declaredFacts(policy.facts)) {
    const affects = affected.get(fact);
    if (affects) needs.push({ fact, holder, affects });
  }
  return needs.sort((left, right) => right.affects.length - left.affects.length);
}
