import type { Accepted, AcceptedOf } from "./accepted.js";
import type { Amended } from "./amended.js";
import type { Sources } from "./citation.js";
import type { Condition, ConditionOf } from "./condition.js";
import { freezeDeeply } from "./freeze-deeply.js";
import { parseJson } from "./parse-json.js";
import { refuseProblems } from "./check-policy.js";
import type { Decisions, OutcomeOf } from "./decision.js";
import type { Edition, EditionOf } from "./edition.js";
import type { FactPath, Facts, FactsInput } from "./fact.js";
import type { Law, LawOf } from "./law.js";
import type { Rates } from "./rate.js";
import type { NamesOfKind, Vocabulary } from "./vocabulary.js";

/** A condition that facts always meet together: facts that break it are wrong facts. */
export interface Given<When = Condition> {
  readonly id: string;
  /** What goes together, in the policy's first language. */
  readonly label: string;
  readonly holds: When;
}

/** A policy as plain data: it survives a JSON round trip, and nothing in it can run. */
export interface Policy {
  readonly id: string;
  readonly title: string;
  /** The question it answers, in its first language. */
  readonly question: string;
  readonly jurisdiction: string;
  /** The date fact that selects the edition. Nothing reads the wall clock. */
  readonly datedBy: string;
  /** The locales its messages are shipped in. Labels are written in the first one. */
  readonly locales: readonly [string, ...string[]];
  readonly sources: Sources;
  readonly facts: Facts;
  readonly given?: readonly Given[];
  readonly decisions: Decisions;
  readonly rates: Rates;
  readonly editions: readonly [Edition, ...Edition[]];
  readonly laws?: readonly Law[];
  /** The amendments of a clinic it carries; `amend` writes them. */
  readonly amendments?: readonly Amended[];
  /** Findings of the verifier that are right as they are, each with its reason. */
  readonly accepts?: readonly Accepted[];
}

/** The facts a policy accepts; all optional, because what is left out is unknown. */
export type FactsOf<P extends Policy> = FactsInput<P["facts"]>;

/** What a policy answers once it is decided. */
export type OutcomeOfPolicy<P extends Policy> = OutcomeOf<P["decisions"]>;

/** The type of a policy that was defined with its literals kept. */
export interface DefinedPolicy<
  Id extends string,
  V extends Vocabulary,
  E,
  L extends readonly [string, ...string[]],
> extends Omit<Policy, "id" | "facts" | "decisions" | "rates" | "sources" | "editions" | "locales"> {
  readonly id: Id;
  readonly facts: V["facts"];
  readonly decisions: V["decisions"];
  readonly rates: V["rates"];
  readonly sources: V["sources"];
  readonly editions: E;
  readonly locales: L;
}

export interface Words<
  F extends Facts,
  D extends Decisions,
  R extends Rates,
  S extends Sources,
> extends Vocabulary {
  readonly facts: F;
  readonly decisions: D;
  readonly rates: R;
  readonly sources: S;
}

type Nothing = Readonly<Record<never, never>>;

/** How the data of a policy is typed: by its own words, with every literal kept. */
export type DefinePolicy = <
  const Id extends string,
  const F extends Facts,
  const D extends Decisions,
  const R extends Rates<FactPath<F>>,
  const S extends Sources,
  const E extends readonly [EditionOf<Words<F, D, R, S>>, ...EditionOf<Words<F, D, R, S>>[]],
  const L extends readonly [string, ...string[]],
>(policy: {
  readonly id: Id;
  readonly title: string;
  readonly question: string;
  readonly jurisdiction: string;
  readonly datedBy: NoInfer<NamesOfKind<Words<F, Nothing, Nothing, Nothing>, "date">>;
  readonly locales: L;
  readonly sources: S;
  readonly facts: F;
  readonly given?: readonly Given<ConditionOf<Words<NoInfer<F>, Nothing, Nothing, Nothing>>>[];
  readonly decisions: D;
  readonly rates: R;
  readonly editions: E;
  readonly laws?: readonly LawOf<Words<NoInfer<F>, NoInfer<D>, NoInfer<R>, NoInfer<S>>>[];
  readonly accepts?: readonly AcceptedOf<Words<NoInfer<F>, NoInfer<D>, NoInfer<R>, NoInfer<S>>, NoInfer<E>>[];
}) => DefinedPolicy<Id, Words<F, D, R, S>, E, L>;

/**
 * Makes a policy of its data: checks everything that can be checked before a fact is known, and freezes it.
 *
 * Errors: `policy-refused`, with every problem at once.
 *
 * @example
 * const parking = definePolicy({
 *   id: "visitor-parking",
 *   title: "Visitor parking",
 *   question: "How long may this visitor park?",
 *   jurisdiction: "FR",
 *   datedBy: "visit.on",
 *   locales: ["en"],
 *   sources: { poster: { title: "Poster", kind: "house-rule", dated: true, checkedOn: "2026-11-21" } },
 *   facts: { visit: { on: date({ label: "day of the visit", holder: "desk", privacy: "internal" }) } },
 *   decisions: { minutes: integer({ label: "minutes" }) },
 *   rates: {},
 *   editions: [
 *     {
 *       inForceFrom: "2026-01-01",
 *       source: { document: "poster", section: "1", confidence: "certain" },
 *       tables: [{ decides: "minutes", id: "P-1", is: 60 }],
 *     },
 *   ],
 * });
 */
export const definePolicy = acceptPolicy as DefinePolicy;

/**
 * Loads a policy that `JSON.stringify` wrote: it gives the same answers as the original.
 *
 * Errors: `policy-refused`, with every problem at once, `not-json` among them.
 */
export function policyFromJson(text: string): Policy {
  return acceptPolicy(parseJson(text)) as Policy;
}

function acceptPolicy(policy: unknown): unknown {
  refuseProblems(policy);
  return freezeDeeply(policy);
}
