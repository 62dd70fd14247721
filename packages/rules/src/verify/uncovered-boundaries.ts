import { captureFacts } from "../engine/check-facts.js";
import { scaleOf } from "../engine/scale.js";
import { segmentOn, segmentsOf, type Segment } from "../engine/timeline.js";
import type { Value } from "../engine/evaluate.js";
import type { Comparison } from "../language/condition.js";
import { declaredFacts } from "../language/declared-facts.js";
import type { Example } from "../language/example.js";
import { referencesIn } from "../language/references.js";
import type { Policy } from "../language/policy.js";
import { splitName } from "../language/word.js";
import type { Finding } from "./finding.js";

/** Two neighbouring values of a fact that the cases of an edition tell apart. */
interface Boundary {
  readonly edition: string;
  readonly fact: string;
  readonly sides: readonly [below: Value, above: Value];
}

/**
 * Thresholds in an edition that no example shows on both sides: the last value below and the first above. Thresholds
 * are the numbers, days, times and rates that facts are compared with; two facts compared with each other have none.
 */
export function uncoveredBoundaries(policy: Policy, examples: readonly Example[]): readonly Finding[] {
  const shown = examples.map(({ facts }) => captureFacts(policy, facts));
  return boundariesOf(policy).flatMap(({ edition, fact, sides }) => {
    const values = shown
      .filter(
        (known) => segmentOn(policy, String(known.get(policy.datedBy)))?.edition.inForceFrom === edition,
      )
      .map((known) => known.get(fact));
    const missing = sides.filter((side) => !values.includes(side));
    if (missing.length === 0) return [];
    const place = { edition, decides: [] };
    return [{ code: "boundary-uncovered", at: fact, place, related: missing.map(String) } as const];
  });
}

function boundariesOf(policy: Policy): readonly Boundary[] {
  const found = new Map<string, Boundary>();
  for (const segment of segmentsOf(policy)) {
    const edition = segment.edition.inForceFrom;
    for (const reference of referencesIn(segment.edition.tables)) {
      const scale = scaleOf(declaredFacts(policy.facts).get(reference.fact) ?? { kind: "text" });
      if (!scale || !isThreshold(reference)) continue;
      const { fact, operator, value } = reference;
      // "less than 4" and "4 or more" part at 3 and 4; "4 or less" and "more than 4" at 4 and 5.
      const step = operator === "lessThan" || operator === "greaterThanInclusive" ? 0 : 1;
      for (const limit of limitsOf(segment, value)) {
        const above = scale.place(limit) + step;
        if (above <= scale.least || above > scale.most) continue;
        const boundary = { edition, fact, sides: [scale.value(above - 1), scale.value(above)] } as const;
        found.set(JSON.stringify(boundary), boundary);
      }
    }
  }
  return [...found.values()];
}

function isThreshold(reference: object): reference is Comparison {
  return "operator" in reference && /^(less|greater)Than/.test(String(reference.operator));
}

function limitsOf({ rates }: Segment, value: Comparison["value"]): readonly Value[] {
  if (typeof value === "number" || typeof value === "string") return [value];
  if (typeof value !== "object" || !("fact" in value)) return [];
  const [group, name] = splitName(value.fact);
  const rows = group === "rate" ? (rates.get(name) ?? []) : [];
  return rows.flatMap((row) => (row.value === "none" || typeof row.value === "object" ? [] : [row.value]));
}
