import type { Policy } from "../../language/policy.js";
import { segmentsOf } from "../timeline.js";
import { planFacts } from "./facts-plan.js";
import { generateReader } from "./generate-reader.js";
import { generateSegment } from "./generate-segment.js";
import { layoutOf } from "./layout.js";
import { planSegment } from "./plan-segment.js";

/**
 * The code a policy is run with, for people who want to audit it: what checks the facts, then one function for each
 * stretch of days, each case under its id.
 *
 * Shape: the programs one after another, each the body of a function of `data`. Texts and ids are in the data.
 *
 * @example
 * sourceOf(parking).includes("// P-1"); // true
 */
export function sourceOf(policy: Policy): string {
  const layout = layoutOf(policy);
  const segments = segmentsOf(policy).map((segment) => generateSegment(layout, planSegment(layout, segment)));
  return [generateReader(planFacts(layout)), ...segments.map(({ source }) => source)].join("\n");
}
