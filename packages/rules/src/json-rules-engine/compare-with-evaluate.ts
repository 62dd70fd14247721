import { Engine } from "json-rules-engine";
import { captureFacts } from "../engine/check-facts.js";
import { evaluate, type Value } from "../engine/evaluate.js";
import { segmentOn, type Segment } from "../engine/timeline.js";
import type { FactsOf, Policy } from "../language/policy.js";
import type { Decided } from "./decided-by-rules.js";
import { loadPolicy } from "./load-policy.js";
import { decidedInRun } from "./outcome-of.js";

/** One decision on which json-rules-engine and the specification disagree. */
export interface EngineDifference {
  readonly decision: string;
  readonly evaluate: Decided;
  readonly jsonRulesEngine: Decided;
}

/** An engine runs one set of facts at a time: the end of a run stops every other run of the same engine. */
interface Lane {
  readonly engine: Engine;
  last: Promise<unknown>;
}

const lanes = new WeakMap<Segment, Lane>();

/**
 * Decides complete facts twice, by the specification and by json-rules-engine with layers of its own, and says on
 * which decisions the values or the deciding cases differ. Internal decisions count too.
 *
 * Units: `on` is the governing date of the facts.
 * Errors: `day-malformed`, `not-in-force`, `facts-refused` (also for a fact that is missing).
 *
 * @example
 * const differences = await compareWithEvaluate(parking, "2026-11-21", { visit: { on: "2026-11-21" } });
 * differences.length; // 0
 */
export async function compareWithEvaluate<P extends Policy>(
  policy: P,
  on: string,
  facts: FactsOf<P>,
): Promise<readonly EngineDifference[]> {
  const values = captureFacts(policy, facts);
  const lane = laneFor(policy, on);
  const run = lane.last.then(() => lane.engine.run(Object.fromEntries(values)));
  lane.last = run.catch(() => undefined);
  const ran = await decidedInRun(await run, policy);
  const segment = segmentOn(policy, on);
  if (!segment) return [];
  const specified = evaluate(policy, segment, (path) => values.get(path) ?? "none");
  return [...ran].flatMap(([decision, jsonRulesEngine]) => {
    const ours = { value: specified.values[decision] ?? "none", cases: specified.cases[decision] ?? [] };
    const same = isSame(ours.value, jsonRulesEngine.value) && isSame(ours.cases, jsonRulesEngine.cases);
    return same ? [] : [{ decision, evaluate: ours, jsonRulesEngine }];
  });
}

function laneFor(policy: Policy, on: string): Lane {
  const segment = segmentOn(policy, on);
  const known = segment && lanes.get(segment);
  if (known) return known;
  const engine = new Engine();
  loadPolicy(engine, policy, on);
  const lane = { engine, last: Promise.resolve() };
  if (segment) lanes.set(segment, lane);
  return lane;
}

function isSame(left: Value, right: Value): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
