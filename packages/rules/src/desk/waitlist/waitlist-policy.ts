import type { DecisionDeclaration } from "../../language/decision.js";
import { declaredFacts } from "../../language/declared-facts.js";
import type { FactDeclaration } from "../../language/fact.js";
import type { Policy } from "../../language/policy.js";
import { waitlistOffer, type WaitlistOffer } from "../../policies/waitlist-offer/policy.js";
import { inputProblem, type InputProblem } from "../read-input.js";

/** The policy that decides whether a slot suits: the shipped one, or the clinic's own. */
export interface WaitlistOptions<P extends Policy = WaitlistOffer> {
  /** A policy with the facts of `waitlist-offer` and its decisions `offerable` and `refusals`. */
  readonly policy?: P;
}

/** The policy that is asked: the clinic's own, where one is given. */
export function policyIn<P extends Policy>({ policy }: WaitlistOptions<P>): P {
  // Without a policy nothing says what P is, and it is the shipped one by default.
  return policy ?? (waitlistOffer as Policy as P);
}

/** The reasons a policy has against an offer. */
export type RefusalOf<P extends Policy> = P["decisions"] extends {
  readonly refusals: { readonly values: readonly (infer Reason extends string)[] };
}
  ? Reason
  : string;

/** What keeps a policy from standing in for the shipped one. A list gives it no other facts, and needs its answers. */
export function policyProblems(task: string, policy: Policy): readonly InputProblem[] {
  if (policy === waitlistOffer) return [];
  const expected = declaredFacts(waitlistOffer.facts);
  const declared = declaredFacts(policy.facts);
  const paths = new Set([...expected.keys(), ...declared.keys()]);
  const facts = [...paths].filter((path) => kindOf(expected.get(path)) !== kindOf(declared.get(path)));
  const decisions = (["offerable", "refusals"] as const).filter(
    (name) => !answersAs(waitlistOffer.decisions[name], policy.decisions[name]),
  );
  const problem = (kind: string, name: string): InputProblem =>
    inputProblem(
      task,
      ["policy"],
      "policy-unfit",
      `the policy "${policy.id}" and "${waitlistOffer.id}" differ in the ${kind} "${name}"`,
      `supply "${waitlistOffer.id}" or an amendment of it`,
    );
  return [
    ...facts.map((path) => problem("fact", path)),
    ...decisions.map((name) => problem("decision", name)),
  ];
}

function kindOf(fact: FactDeclaration | undefined): string | undefined {
  if (!fact) return undefined;
  const { kind, values, min, max } = { values: null, min: null, max: null, ...fact };
  return JSON.stringify([kind, values, min, max]);
}

/** Its set of reasons may be another one. */
function answersAs(expected: DecisionDeclaration, declared: DecisionDeclaration | undefined): boolean {
  return declared?.kind === expected.kind && !declared.internal;
}
