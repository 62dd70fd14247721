import { declaredFacts } from "../language/declared-facts.js";
import type { Policy } from "../language/policy.js";
import { canDiffer } from "./can-differ.js";
import type { Completions } from "./completions.js";
import type { SegmentCompletions } from "./segment-completions.js";

/**
 * The facts to supply so that a decision is settled whatever their values, none of them in vain, in declared order.
 *
 * They are the facts that can change the decision alone. Only where facts have to go together may that not be
 * enough (two that must be equal can only change together): then those asked last are left out as far as possible.
 */
export function factsNeeded(
  policy: Policy,
  completions: Completions,
  parts: readonly SegmentCompletions[],
  decision: string,
): readonly string[] {
  const mentioned = new Set(parts.length > 1 ? [policy.datedBy] : []);
  // Where nothing is tangled, every fact can change the answer: that spares looking for each.
  const free = new Set<string>();
  for (const root of new Set(parts.flatMap((part) => part.roots(decision)))) {
    const { facts, isTangled } = completions.outline(root);
    for (const fact of facts) {
      mentioned.add(fact);
      if (!isTangled) free.add(fact);
    }
  }
  const paths = [...declaredFacts(policy.facts).keys()].filter((path) => mentioned.has(path));
  const alone = paths.filter((path) => free.has(path) || canChange(new Set([path])));
  if (alone.length === paths.length || !parts.some((part) => part.isTied()) || settles(alone)) return alone;
  let needed = paths;
  for (const path of paths.toReversed()) {
    const fewer = needed.filter((one) => one !== path);
    if (!alone.includes(path) && settles(fewer)) needed = fewer;
  }
  return needed;

  function settles(supplied: readonly string[]): boolean {
    return !canChange(new Set(paths.filter((path) => !supplied.includes(path))));
  }

  function canChange(varied: ReadonlySet<string>): boolean {
    return parts.some((from) =>
      (varied.has(policy.datedBy) ? parts : [from]).some((to) => {
        const others = to.roots(decision);
        return from.roots(decision).some((root, index) => {
          const other = others[index];
          // An edition may leave an internal decision out.
          if (other === undefined) return false;
          if (root === other) {
            const isMet = completions.mentions(root, varied);
            if (!isMet || !completions.outline(root).isTangled) return isMet;
          }
          const [left, right] = [
            { root, restricted: from.restricted },
            { root: other, restricted: to.restricted },
          ];
          return canDiffer(completions, varied, left, right);
        });
      }),
    );
  }
}
