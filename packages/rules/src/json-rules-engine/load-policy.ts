import { dayFromIso } from "../calendar/civil-day.js";
import { compareStarts, issuedEdition, rowFor, segmentOn, type Segment } from "../engine/timeline.js";
import type { Policy } from "../language/policy.js";
import { GuichetError, problemAt } from "../language/problem.js";
import { decidedByRules } from "./decided-by-rules.js";
import { findFactProblems } from "./fact-problems.js";
import { factsRead } from "./facts-read.js";
import { heldRules } from "./held-rules.js";
import { engineOperator, policyOperators } from "./policy-operators.js";
import { rulesOfSegment, type PlannedTable } from "./rules-of-segment.js";
import type { EngineFact, RunningAlmanac, RunningEngine } from "./running-engine.js";

/** How a policy is placed among the rules an engine already has. */
export interface LoadOptions {
  /**
   * The priority of the policy's last rules; its earlier tables run above it. The default is 2, so that rules of
   * json-rules-engine's default priority 1 may read every decision.
   */
  readonly priority?: number;
}

/** What was added to the engine. */
export interface LoadedPolicy {
  readonly policy: string;
  readonly edition: string;
  readonly rules: readonly string[];
  /** Rules below the lowest may read every decision of the policy. */
  readonly priorities: { readonly highest: number; readonly lowest: number };
}

interface Loaded {
  readonly policy: Policy;
  readonly segment: Segment;
  readonly tables: ReadonlyMap<string, PlannedTable>;
  readonly needed: ReadonlySet<string>;
}

const loadedInto = new WeakMap<RunningEngine, Map<string, Loaded>>();

/**
 * Adds the cases of a policy that are in force on a day to a json-rules-engine `Engine` that may have rules of its
 * own: they answer as before, and may read `decision.<name>` and `rate.<name>`.
 *
 * Shape: rules named `<policy>/<decision>/<case>` with events of the type `guichet-case`.
 * Units: `on` is the governing date; facts of a day with another edition or other rates are refused when it runs.
 * Errors: `day-malformed`, `not-in-force`, `policy-loaded-twice`, `name-taken`, `priority-refused`.
 *
 * @example
 * const engine = new Engine();
 * loadPolicy(engine, parking, "2026-11-21");
 * const result = await engine.run(factsForEngine(parking, { visit: { on: "2026-11-21" } }));
 * const { outcome } = await outcomeOf(result, parking);
 */
export function loadPolicy(
  engine: RunningEngine,
  policy: Policy,
  on: string,
  options: LoadOptions = {},
): LoadedPolicy {
  const { priority = 2 } = options;
  const segment = segmentInForce(policy, on);
  const loaded = loadedInto.get(engine) ?? new Map<string, Loaded>();
  if (!Number.isSafeInteger(priority) || priority < 1) {
    throw refusal(
      policy,
      "priority-refused",
      "the priority is not a whole number above 0",
      "leave it out, or give 2",
    );
  }
  if (loaded.has(policy.id)) {
    throw refusal(
      policy,
      "policy-loaded-twice",
      "the engine has this policy",
      "load each day into an engine of its own",
    );
  }
  const { layers, held, tables } = rulesOfSegment(policy, segment);
  addFacts(engine, policy, held, loaded);
  loaded.set(policy.id, { policy, segment, tables, needed: factsRead(policy, segment) });
  loadedInto.set(engine, loaded);
  layers.forEach((layer, index) => {
    for (const rule of layer) engine.addRule({ ...rule, priority: priority + layers.length - 1 - index });
  });
  return {
    policy: policy.id,
    edition: issuedEdition(segment),
    rules: layers.flat().map(({ name }) => name),
    priorities: { highest: priority + layers.length - 1, lowest: priority },
  };
}

function segmentInForce(policy: Policy, on: string): Segment {
  if (dayFromIso(on) === undefined) {
    throw refusal(policy, "day-malformed", "the day is not a day of the calendar", "give it as YYYY-MM-DD");
  }
  const segment = segmentOn(policy, on);
  if (segment) return segment;
  const first = policy.editions.map(({ inForceFrom }) => inForceFrom).toSorted(compareStarts)[0] ?? "open";
  throw refusal(policy, "not-in-force", `no edition is in force on ${on}`, `the first starts on ${first}`);
}

/** All names are checked before one is added: a refused policy leaves the engine as it was. */
function addFacts(
  engine: RunningEngine,
  policy: Policy,
  held: ReadonlyMap<string, readonly string[]>,
  loaded: ReadonlyMap<string, Loaded>,
): void {
  const facts = new Map<string, EngineFact>([
    ...[...held].map(([name, rules]) => [name, heldFact(rules)] as const),
    ...(loaded.size === 0 ? ownFacts(engine) : []),
    ...Object.keys(policy.decisions).map((name) => [`decision.${name}`, decisionFact(engine, name)] as const),
    ...Object.keys(policy.rates).map((name) => [`rate.${name}`, rateFact(engine, name)] as const),
  ]);
  const ours = new Set(
    [...loaded.values()].flatMap((other) => [
      ...Object.keys(other.policy.decisions).map((name) => `decision.${name}`),
      ...Object.keys(other.policy.rates).map((name) => `rate.${name}`),
    ]),
  );
  const added = [...facts].filter(([name]) => !ours.has(name));
  const taken = added.filter(([name]) => engine.getFact(name) !== undefined).map(([name]) => name);
  if (taken.length > 0) {
    const names = taken.map((name) => `"${name}"`).join(", ");
    throw refusal(
      policy,
      "name-taken",
      `the engine has a fact of its own named ${names}`,
      "rename it in the engine",
    );
  }
  // Nothing is cached: the almanac's cache outlives a run, and its key costs more than the answer.
  for (const [name, value] of added) engine.addFact(name, value, { cache: false });
  for (const operator of Object.keys(policyOperators) as (keyof typeof policyOperators)[]) {
    const holds = policyOperators[operator];
    if (holds && loaded.size === 0) engine.addOperator(engineOperator(operator), holds);
  }
}

function ownFacts(engine: RunningEngine): readonly (readonly [string, EngineFact])[] {
  return [
    [
      "guichet/problems",
      ({ policy: id }, almanac) => {
        const { policy, segment, needed } = loadedPolicy(engine, id);
        return findFactProblems(policy, segment, needed, almanac);
      },
    ],
    [
      "guichet/decided",
      ({ policy: id, decision }, almanac) => {
        const { policy, tables } = loadedPolicy(engine, id);
        return decidedByRules(policy, String(decision), tables.get(String(decision)), almanac);
      },
    ],
  ];
}

function heldFact(rules: readonly string[]): EngineFact {
  return (_, almanac) => {
    const held = heldRules(almanac);
    // A rule that was skipped neither held nor failed.
    return rules.every((rule) => held.has(rule)) ? rules.some((rule) => held.get(rule)) : undefined;
  };
}

function decisionFact(engine: RunningEngine, name: string): EngineFact {
  return async (params, almanac) => {
    const { policy, tables } = meant(engine, params["policy"], `decision.${name}`);
    return (await decidedByRules(policy, name, tables.get(name), almanac)).value;
  };
}

function rateFact(engine: RunningEngine, name: string): EngineFact {
  return async (params, almanac: RunningAlmanac) => {
    const { policy, segment } = meant(engine, params["policy"], `rate.${name}`);
    const by = (params["by"] as readonly string[] | undefined) ?? policy.rates[name]?.by ?? [];
    const key = await Promise.all(by.map((path) => almanac.factValue(path)));
    return rowFor(segment, name, key as readonly string[])?.value;
  };
}

/** The policy a name belongs to: the one that is named, else the only one that declares it. */
function meant(engine: RunningEngine, id: unknown, name: string): Loaded {
  if (id !== undefined) return loadedPolicy(engine, id);
  const [group, rest = ""] = name.split(".");
  const declaring = [...(loadedInto.get(engine)?.values() ?? [])].filter(({ policy }) =>
    Object.hasOwn(group === "decision" ? policy.decisions : policy.rates, rest),
  );
  const [only, ...others] = declaring;
  if (only && others.length === 0) return only;
  const ids = declaring.map(({ policy }) => `"${policy.id}"`).join(" and ");
  const todo = `say which with params: { policy: … }`;
  throw new GuichetError("name-ambiguous", [problemAt("name-ambiguous", name, `${ids} declare it`, todo)]);
}

function loadedPolicy(engine: RunningEngine, id: unknown): Loaded {
  const loaded = loadedInto.get(engine)?.get(String(id));
  if (loaded) return loaded;
  const todo = "load it with loadPolicy before the engine runs";
  throw new GuichetError("policy-not-loaded", [
    problemAt("policy-not-loaded", String(id), "the engine does not have this policy", todo),
  ]);
}

function refusal(policy: Policy, code: string, what: string, todo: string): GuichetError {
  return new GuichetError(code, [problemAt(code, `${policy.id}, loaded into an engine`, what, todo)]);
}
