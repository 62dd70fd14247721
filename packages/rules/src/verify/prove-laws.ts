import type { Law } from "../language/law.js";
import type { Policy } from "../language/policy.js";
import { nestFacts } from "../engine/nest-facts.js";
import { breachOf } from "./monotone.js";
import type { Space } from "./space.js";
import { witnessOf, type Witness } from "./witness-of.js";

/** A law that does not hold, with facts that show it: two sets of them for a law that compares. */
export interface BrokenLaw {
  readonly law: Law;
  readonly witness: Witness;
  /** For a monotone law: the same facts with more of the one it speaks of. */
  readonly after?: Witness;
}

/** The laws of a policy that some facts on some day break; none is a proof that all of them hold. */
export function brokenLaws(space: Space): readonly BrokenLaw[] {
  const { policy } = space;
  return (policy.laws ?? []).flatMap((law) => {
    const broken = "never" in law ? everHolds(space, law) : everGrows(space, law);
    return broken ? [broken] : [];
  });
}

function everHolds(
  { policy, segments }: Space,
  law: Extract<Law, { readonly never: unknown }>,
): BrokenLaw | undefined {
  for (const segment of segments) {
    const region = segment.find(segment.condition(law.never));
    if (region) return { law, witness: witnessOf(policy, region) };
  }
  return undefined;
}

function everGrows(
  { policy, segments }: Space,
  law: Extract<Law, { readonly monotone: unknown }>,
): BrokenLaw | undefined {
  for (const from of segments) {
    // Only the governing date leads from one segment to a later one.
    const later = isGovernedBy(policy, law)
      ? segments.filter(({ segment }) => segment.index >= from.segment.index)
      : [from];
    for (const to of later) {
      const pair = breachOf(policy, law.monotone, from, to);
      if (pair) return { law, witness: nestFacts(pair.before), after: nestFacts(pair.after) };
    }
  }
  return undefined;
}

function isGovernedBy(policy: Policy, { monotone }: Extract<Law, { readonly monotone: unknown }>): boolean {
  return monotone.moreOf === policy.datedBy;
}
