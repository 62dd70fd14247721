import { explain } from "../engine/explain.js";
import { evaluate } from "../engine/evaluate.js";
import { captureFacts } from "../engine/check-facts.js";
import { segmentOn } from "../engine/timeline.js";
import { policyFromJson, type Policy } from "../language/policy.js";
import { brokenLaws } from "../verify/prove-laws.js";
import { spaceOf } from "../verify/space.js";
import { arbitraryFacts, arbitraryPartialFacts, arbitraryStages } from "./arbitrary-facts.js";
import { exampleProblem } from "./example-problem.js";
import { deciding, demand, drawn, proved, type LawOptions, type LawProperty } from "./law-property.js";
import { nestFacts } from "./nest-facts.js";
import { isWithin, possibleAnswers } from "./possible-answers.js";
import { withLaterEdition } from "./with-later-edition.js";
import { arbitraryWrongFacts } from "./wrong-facts.js";

/**
 * What must be true of every policy, by name. Each is a property of fast-check for one policy; `checkPolicy` runs all
 * of them. They are told what decides, so that a server or another engine can be held to them too.
 *
 * @example
 * fc.assert(laws.moreFactsNeverContradict(parking));
 */
export const laws = {
  /** The same facts give the same decision, reasons and all. */
  decidesTheSameTwice: (policy: Policy, options: LawOptions = {}): LawProperty =>
    drawn(arbitraryPartialFacts(policy), (facts) => {
      const ask = (): string => JSON.stringify(deciding(options)(policy, facts));
      demand(ask() === ask(), "the second answer differs from the first");
    }),

  /** Neither the order of facts nor that of a set's elements is looked at. */
  orderOfFactsIsIrrelevant: (policy: Policy, options: LawOptions = {}): LawProperty =>
    drawn(arbitraryPartialFacts(policy), (facts) => {
      const ask = (some: object): string => JSON.stringify(deciding(options)(policy, some));
      demand(
        ask(turnedRound(facts) as object) === ask(facts),
        "the same facts in another order change the answer",
      );
    }),

  /** What is settled stays settled, what is ruled out stays ruled out, and nothing new is asked. */
  moreFactsNeverContradict: (policy: Policy, options: LawOptions = {}): LawProperty =>
    drawn(arbitraryStages(policy), ({ some, more }) => {
      const [before, after] = [some, more].map((facts) => deciding(options)(policy, facts));
      if (!before || !after || before.status === "not-in-force" || after.status === "not-in-force") return;
      const now = possibleAnswers(after);
      for (const [decision, was] of possibleAnswers(before)) {
        const is = now.get(decision);
        demand(is !== undefined && isWithin(is, was), `more facts take back what was said of "${decision}"`);
      }
      const asked = before.needs.map(({ fact }) => fact);
      const added = after.needs.find(({ fact }) => !asked.includes(fact));
      demand(
        added === undefined,
        `with more facts known, "${added?.fact ?? ""}" is asked for the first time`,
      );
    }),

  /** Whoever supplies what is needed has an answer. */
  needsSettle: (policy: Policy, options: LawOptions = {}): LawProperty =>
    drawn(arbitraryStages(policy), ({ some, all }) => {
      const decision = deciding(options)(policy, some);
      if (decision.status !== "open") return;
      const supplied = supply(
        policy,
        some,
        all,
        decision.needs.map(({ fact }) => fact),
      );
      const { status } = deciding(options)(policy, supplied);
      demand(status !== "open", "all that was needed is supplied, and the decision is still open");
    }),

  /** A policy that went through JSON decides the same. */
  survivesJson: (policy: Policy, options: LawOptions = {}): LawProperty => {
    const copy = policyFromJson(JSON.stringify(policy));
    return drawn(arbitraryPartialFacts(policy), (facts) => {
      const [ours, theirs] = [policy, copy].map((one) => JSON.stringify(deciding(options)(one, facts)));
      demand(ours === theirs, "a copy that went through JSON decides otherwise");
    });
  },

  /** Complete facts are decided as the tables say, read one after the other. */
  agreesWithEvaluate: (policy: Policy, options: LawOptions = {}): LawProperty =>
    drawn(arbitraryFacts(policy), (facts) => {
      const known = captureFacts(policy, facts);
      const segment = segmentOn(policy, String(known.get(policy.datedBy)));
      const { status, outcome } = deciding(options)(policy, facts);
      demand(status === (segment ? "decided" : "not-in-force"), `complete facts are "${status}"`);
      if (!segment) return;
      const { values } = evaluate(policy, segment, (path) => known.get(path) ?? "");
      const wrong = Object.entries(policy.decisions).find(
        ([name, { internal }]) =>
          internal !== true &&
          JSON.stringify((outcome as Readonly<Record<string, unknown>>)[name]) !==
            JSON.stringify(values[name]),
      );
      demand(wrong === undefined, `"${wrong?.[0] ?? ""}" is not what its table says`);
    }),

  /** Each settled answer that some case made names where it is written: a place in a document the policy lists. */
  everyReasonIsCited: (policy: Policy, options: LawOptions = {}): LawProperty =>
    drawn(arbitraryPartialFacts(policy), (facts) => {
      const { outcome = {}, because = [] } = deciding(options)(policy, facts);
      for (const name of Object.keys(outcome)) {
        const reason = because.find(({ decision }) => decision === name);
        demand(reason !== undefined, `"${name}" is settled without a reason`);
        const isCited = reason.cases.length === 0 || reason.cites.length > 0;
        demand(isCited, `"${name}" is settled by cases that cite nothing`);
        const stranger = reason.cites.find(({ document }) => policy.sources[document] === undefined);
        demand(stranger === undefined, `"${name}" cites a document the policy does not list`);
      }
    }),

  /** Wrong facts are refused, and what is said of them does not repeat them. */
  noValueInErrors: (policy: Policy, options: LawOptions = {}): LawProperty =>
    drawn(arbitraryWrongFacts(policy), ({ facts, path, canary }) => {
      const error = errorOf(() => deciding(options)(policy, facts));
      demand(error !== undefined, `a wrong value of "${path}" is accepted`);
      const said = error instanceof Error ? `${error.message} ${error.stack ?? ""}` : "";
      const repeats = `${said} ${JSON.stringify(error)}`.includes(canary);
      demand(!repeats, `the error repeats the value of "${path}"`);
    }),

  /** An edition that is added changes no answer of the days before it. */
  pastIsFrozen: (policy: Policy, options: LawOptions = {}): LawProperty => {
    const longer = withLaterEdition(policy);
    const dated = arbitraryStages(policy).map(({ some, all }) => supply(policy, some, all, [policy.datedBy]));
    return drawn(dated, (facts) => {
      const [before, after] = [policy, longer].map((one) => JSON.stringify(deciding(options)(one, facts)));
      demand(before === after, "an edition of a later day changes the answer");
    });
  },

  /** The policy's own laws hold for all facts on all days: proved, not drawn. */
  policyLawsHold: (policy: Policy): LawProperty =>
    proved(
      brokenLaws(spaceOf(policy)).map(({ law, witness, after }) => ({
        what: `the law "${law.id}" is broken`,
        witness: after ? [witness, after] : witness,
      })),
    ),

  /** Every worked example is answered as it says. */
  examplesHold: (policy: Policy, { examples = [] }: LawOptions = {}): LawProperty =>
    proved(
      examples.flatMap((example) => {
        const what = exampleProblem(policy, example);
        return what === undefined ? [] : [{ what, witness: example.facts }];
      }),
    ),

  /** Every answer can be said in every language, with nothing left to fill in. */
  everyAnswerHasWords: (policy: Policy, options: LawOptions = {}): LawProperty =>
    drawn(arbitraryPartialFacts(policy), (facts) => {
      const decision = deciding(options)(policy, facts);
      for (const locale of options.locales ?? []) {
        const { answers, sentences } = explain(decision, locale);
        const reasons = answers.flatMap((answer) => answer.reasons.map(({ sentence }) => sentence));
        const unfit = [...sentences, ...reasons].some((text) => text.trim() === "" || text.includes("{"));
        demand(!unfit, `in "${locale.locale}" a sentence is missing, or not filled in`);
      }
    }),
} as const;

/** The name of a law of the kit. */
export type LawName = keyof typeof laws;

function turnedRound(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(turnedRound).reverse();
  if (typeof data !== "object" || data === null) return data;
  const entries = Object.entries(data).reverse();
  return Object.fromEntries(entries.map(([key, value]) => [key, turnedRound(value)]));
}

/** Some facts together with those of all facts that are asked for. */
function supply(policy: Policy, some: object, all: object, paths: readonly string[]): object {
  const known = captureFacts(policy, some);
  const added = [...captureFacts(policy, all)].filter(([path]) => paths.includes(path));
  return nestFacts(policy, [...known, ...added]);
}

function errorOf(run: () => unknown): unknown {
  try {
    run();
    return undefined;
  } catch (error) {
    return error;
  }
}
