import type { Value } from "../engine/evaluate.js";
import type { FactsOf, Policy } from "../language/policy.js";

/** Facts by path as somebody supplies them, in their groups. */
export function nestFacts<P extends Policy>(
  policy: P,
  values: Iterable<readonly [string, Value]>,
): FactsOf<P> {
  void policy;
  const nested: Record<string, unknown> = {};
  for (const [path, value] of values) {
    const [group = "", name] = path.split(".");
    if (name === undefined) nested[group] = value;
    else nested[group] = { ...(nested[group] as Record<string, unknown> | undefined), [name]: value };
  }
  return nested as FactsOf<P>;
}
