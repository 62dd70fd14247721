import { refuseProblems } from "../language/check-policy.js";
import { freezeDeeply } from "../language/freeze-deeply.js";
import type { Policy } from "../language/policy.js";
import { GuichetError } from "../language/problem.js";
import { applyEdit, type Edit, type MutantKind } from "./edit.js";
import { policyEdits } from "./policy-edits.js";

/** A policy with one small mistake in it. */
export interface Mutant {
  /** The same for the same policy: the kind, the path, and which of several it is. */
  readonly id: string;
  readonly kind: MutantKind;
  /** Where the mistake is: policy, edition, table, case and path. */
  readonly where: string;
  /** What is changed there: `lessThan becomes lessThanInclusive`. */
  readonly change: string;
  readonly policy: Policy;
}

/**
 * Every policy that differs from this one by one small mistake and still loads: a threshold or a day off by one, a
 * comparator swapped, a condition negated or left out, a case left out or moved, a document or an element missing,
 * another result, rate or term, a citation or the mark of a gap lost.
 *
 * Shape: made one by one as they are asked for, in the order the policy is written; a policy of ours has some 100
 * to 2,000. What is not changed is shared with the original. The language rounds nothing, so nothing is rounded wrongly.
 *
 * @example
 * for (const { where, change } of mutantsOf(parking)) print(`${where}: ${change}`);
 */
export function* mutantsOf(policy: Policy): Generator<Mutant, void, undefined> {
  for (const edit of mutations(policy)) {
    const mutant = loadMutant(policy, edit);
    if (mutant) yield mutant;
  }
}

/** An edit with the name its mutant goes by. */
export interface Mutation extends Edit {
  readonly id: string;
}

/** The edits alone: nothing is loaded, so that few can be picked of many. */
export function mutations(policy: Policy): readonly Mutation[] {
  const counts = new Map<string, number>();
  return policyEdits(policy).map((edit) => {
    const name = `${edit.kind}:${edit.path.join(".")}`;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return { ...edit, id: `${name}#${count}` };
  });
}

/** The mutant of an edit, or `undefined` where the checks at load refuse it: then nobody has to notice it. */
export function loadMutant(policy: Policy, edit: Mutation): Mutant | undefined {
  const { id, kind, where, change } = edit;
  const edited = applyEdit(policy, edit) as Policy;
  const loaded = load(edited) ?? load(withoutAcceptance(edited));
  return loaded && { id, kind, where, change, policy: loaded };
}

function load(edited: Policy): Policy | undefined {
  try {
    refuseProblems(edited);
    return freezeDeeply(edited);
  } catch (error) {
    if (GuichetError.isInstance(error) && error.code === "policy-refused") return undefined;
    throw error;
  }
}

/** What a policy accepts names its cases: a lost one must not make the mutant unreadable. */
function withoutAcceptance({ accepts, ...others }: Policy): Policy {
  void accepts;
  return others;
}
