/** A comparison as json-rules-engine reads it. */
export interface EngineComparison {
  fact: string;
  operator: string;
  value: unknown;
  params?: Record<string, unknown>;
  priority?: number;
}

/** The only form json-rules-engine accepts at the root of a rule. */
export type EngineGroup = { all: EngineCondition[] } | { any: EngineCondition[] } | { not: EngineCondition };

export type EngineCondition = EngineGroup | EngineComparison;

/** A rule as json-rules-engine reads it. */
export interface EngineRule {
  name: string;
  conditions: EngineGroup;
  event: { type: string; params: Record<string, unknown> };
}

/** The part of a run's almanac that holds the facts; json-rules-engine's `Almanac` is one. */
export interface RunningAlmanac {
  factValue(id: string, params?: Record<string, unknown>): Promise<unknown>;
}

/** What a dynamic fact is handed. `getResults` is documented, and missing from the package's own types. */
export interface ReportingAlmanac extends RunningAlmanac {
  getResults(): readonly { readonly name: string; readonly result: unknown }[];
}

export type EngineFact = (params: Record<string, unknown>, almanac: ReportingAlmanac) => unknown;

/** The part of an engine that a policy is loaded into; json-rules-engine's `Engine` is one. */
export interface RunningEngine {
  addRule(rule: EngineRule & { priority: number }): unknown;
  addFact(id: string, value: EngineFact, options: { cache: boolean }): unknown;
  getFact(id: string): unknown;
  addOperator(name: string, holds: (left: unknown, right: unknown) => boolean): unknown;
}
