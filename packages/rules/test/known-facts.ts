import type { Value } from "../src/engine/evaluate.js";
import type { Random } from "../src/testing/random.js";
import type { SmallPolicy } from "./small-policies.js";

/** Some facts are known, and so many that every completion of the rest can be tried. */
export function knownFacts(random: Random, { domains, likely }: SmallPolicy): ReadonlyMap<string, Value> {
  const known = new Map<string, Value>();
  const share = random.pick([0.1, 0.3, 0.5, 0.8]);
  const most = random.pick([100, 400, 400, 3000]);
  const shuffled = [...domains.keys()]
    .map((path) => ({ path, place: random.integer(0, 1_000_000) }))
    .sort((left, right) => left.place - right.place);
  let completions = [...domains.values()].reduce((all, domain) => all * domain.length, 1);
  for (const { path } of shuffled) {
    if (!random.chance(share) && completions <= most) continue;
    known.set(path, random.pick(likely.get(path) ?? []));
    completions /= domains.get(path)?.length ?? 1;
  }
  return known;
}
