import type { Policy } from "../language/policy.js";
import type { Segment } from "../engine/timeline.js";

/** The facts that some rule of a segment reads; json-rules-engine reads them all, also those that cannot matter. */
export function factsRead(policy: Policy, segment: Segment): ReadonlySet<string> {
  const names = new Set<string>();
  const waiting: unknown[] = [...segment.edition.tables];
  while (waiting.length > 0) {
    const part = waiting.pop();
    if (typeof part !== "object" || part === null) continue;
    if ("fact" in part && typeof part.fact === "string") {
      for (const name of readBy(policy, part.fact, "params" in part ? part.params : undefined))
        names.add(name);
    }
    waiting.push(...(Object.values(part) as unknown[]));
  }
  return names;
}

function readBy(policy: Policy, name: string, params: unknown): readonly string[] {
  if (name.startsWith("decision.")) return [];
  if (!name.startsWith("rate.")) return [name];
  const by = typeof params === "object" && params !== null && "by" in params ? params.by : undefined;
  return (by as readonly string[] | undefined) ?? policy.rates[name.slice("rate.".length)]?.by ?? [];
}
