import { Engine } from "json-rules-engine";
import { segmentsOf } from "../../../packages/rules/src/engine/timeline.js";
import {
  factsForEngine,
  loadPolicy,
  outcomeOf,
} from "../../../packages/rules/src/json-rules-engine/index.js";
import type { Policy } from "../../../packages/rules/src/language/policy.js";
import { segmentIndex, type Run } from "../variant.js";

// The rules that the library's own bridge loads, in one engine for each segment, kept. Facts are flat there, so no
// path is ever resolved: an engine with a path resolver of its own would do the same work.

/** Facts checked, and the outcome collected. */
export function jsonRulesEngine(policy: Policy): Run {
  const engines = enginesOf(policy);
  return async (facts) => {
    const engine = engines[segmentIndex(policy, facts)];
    return engine && (await outcomeOf(await engine.run(factsForEngine(policy, facts as never)), policy));
  };
}

/** The events of the engine's run, as they come. */
export function jsonRulesEngineRun(policy: Policy): Run {
  const engines = enginesOf(policy);
  return async (facts) => {
    const nested = facts as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    const flat: Record<string, unknown> = {};
    for (const outer in nested)
      for (const inner in nested[outer]) flat[`${outer}.${inner}`] = nested[outer][inner];
    const { events } = (await engines[segmentIndex(policy, facts)]?.run(flat)) ?? { events: [] };
    return { outcome: events };
  };
}

function enginesOf(policy: Policy): readonly Engine[] {
  return segmentsOf(policy).map(({ from, to }) => {
    const engine = new Engine();
    loadPolicy(engine, policy, from ?? to ?? "2026-11-21");
    return engine;
  });
}
