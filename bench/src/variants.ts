import { Engine } from "json-rules-engine";
import { captureFacts } from "../../packages/rules/src/engine/check-facts.js";
import { caseIdsIn } from "../../packages/rules/src/engine/compile/case-ids.js";
import { CompiledPolicy, type Backend } from "../../packages/rules/src/engine/compile/compiled.js";
import { decide } from "../../packages/rules/src/engine/decide.js";
import { evaluate } from "../../packages/rules/src/engine/evaluate.js";
import { segmentOn, segmentsOf } from "../../packages/rules/src/engine/timeline.js";
import { factsForEngine, loadPolicy, outcomeOf } from "../../packages/rules/src/json-rules-engine/index.js";
import type { Policy } from "../../packages/rules/src/language/policy.js";
import { loyaltyDiscount } from "./hand-written/loyalty-discount.js";
import { recordHandover } from "./hand-written/record-handover.js";
import { teleExpertise } from "./hand-written/tele-expertise.js";
import { cedarRefusals } from "./peers/cedar.js";
import { feelin } from "./peers/feelin.js";
import { jsonLogic } from "./peers/json-logic.js";
import { publicodes } from "./peers/publicodes.js";
import { zenEngine } from "./peers/zen-engine.js";

/** What every variant gives: the public outcome, and the ids (or numbers, not compared) of each decision's cases. */
export interface Answer {
  readonly outcome: object;
  readonly cases?: Readonly<Record<string, readonly string[]>> | readonly number[];
}

export interface Variant {
  readonly id: string;
  readonly title: string;
  readonly checksFacts: boolean;
  readonly make: (policy: Policy) => (facts: object) => Answer | undefined | Promise<Answer | undefined>;
}

const handWritten: Readonly<Record<string, (facts: unknown) => Answer | undefined>> = {
  "tele-expertise": teleExpertise,
  "loyalty-discount": loyaltyDiscount,
  "record-handover": recordHandover,
};

export const variants: readonly Variant[] = [
  {
    id: "hand-written",
    title: "hand-written TypeScript",
    checksFacts: true,
    make: (policy) => handWritten[policy.id] ?? (() => undefined),
  },
  {
    id: "generated",
    title: "Guichet, generated code",
    checksFacts: true,
    make: (policy) => compiledTo(policy, "generated"),
  },
  {
    id: "generated-numbers",
    title: "Guichet, generated code, ids of cases not read",
    checksFacts: true,
    make: (policy) => {
      const compiled = new CompiledPolicy(policy);
      return (facts) => compiled.decide(facts);
    },
  },
  {
    id: "closures",
    title: "Guichet, closures",
    checksFacts: true,
    make: (policy) => compiledTo(policy, "closures"),
  },
  {
    id: "evaluate",
    title: "Guichet, `evaluate` (the specification)",
    checksFacts: true,
    make: (policy) => (facts) => {
      const known = captureFacts(policy, facts);
      const segment = segmentOn(policy, known.get(policy.datedBy) as string);
      if (!segment) return undefined;
      const { values, cases } = evaluate(policy, segment, (path) => known.get(path) ?? "none");
      return { outcome: publicOnes(policy, values), cases };
    },
  },
  {
    id: "decide",
    title: "Guichet, `decide`",
    checksFacts: true,
    make: (policy) => (facts) => {
      const { outcome } = decide(policy, facts as never) as { readonly outcome?: object };
      return outcome && { outcome };
    },
  },
  {
    id: "json-logic-engine",
    title: "json-logic-engine, compiled",
    checksFacts: false,
    make: (policy) => jsonLogic(policy, "compiled"),
  },
  {
    id: "json-logic-engine-interpreted",
    title: "json-logic-engine, interpreted",
    checksFacts: false,
    make: (policy) => jsonLogic(policy, "interpreted"),
  },
  {
    id: "zen-engine",
    title: "zen-engine",
    checksFacts: false,
    make: zenEngine,
  },
  {
    id: "cedar",
    title: "cedar-wasm, refusals only",
    checksFacts: false,
    make: cedarRefusals,
  },
  {
    id: "publicodes",
    title: "publicodes",
    checksFacts: false,
    make: publicodes,
  },
  {
    id: "feelin",
    title: "feelin",
    checksFacts: false,
    make: feelin,
  },
  {
    id: "json-rules-engine",
    title: "json-rules-engine, reused engine, outcome collected",
    checksFacts: true,
    make: (policy) => {
      const engines = enginesOf(policy);
      return async (facts) => {
        const flat = factsForEngine(policy, facts as never);
        const engine = engines[segmentOn(policy, String(flat[policy.datedBy]))?.index ?? 0];
        return engine && (await outcomeOf(await engine.run(flat), policy));
      };
    },
  },
  {
    id: "json-rules-engine-run",
    title: "json-rules-engine, reused engine, its `run` alone",
    checksFacts: false,
    make: (policy) => {
      const engines = enginesOf(policy);
      const [group = "", name = ""] = policy.datedBy.split(".");
      return async (facts) => {
        const nested = facts as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
        const engine = engines[segmentOn(policy, String(nested[group]?.[name]))?.index ?? 0];
        const flat: Record<string, unknown> = {};
        for (const outer in nested)
          for (const inner in nested[outer]) flat[`${outer}.${inner}`] = nested[outer][inner];
        const { events } = (await engine?.run(flat)) ?? { events: [] };
        return { outcome: events };
      };
    },
  },
];

/** Variants whose answer is no outcome to compare. */
export const uncompared: readonly string[] = ["json-rules-engine-run"];

function compiledTo(policy: Policy, backend: Backend) {
  const compiled = new CompiledPolicy(policy, backend);
  return (facts: object): Answer | undefined => {
    const decision = compiled.decide(facts);
    return decision && { outcome: decision.outcome, cases: caseIdsIn(policy, decision) };
  };
}

/** The index of the segment that the governing day of facts falls in. */
export function segmentIndex(policy: Policy, facts: object): number {
  const [group = "", name = ""] = policy.datedBy.split(".");
  const day = (facts as Readonly<Record<string, Readonly<Record<string, unknown>>>>)[group]?.[name];
  return segmentOn(policy, String(day))?.index ?? -1;
}

function enginesOf(policy: Policy): readonly Engine[] {
  return segmentsOf(policy).map(({ from, to }) => {
    const engine = new Engine();
    loadPolicy(engine, policy, from ?? to ?? "2026-11-21");
    return engine;
  });
}

function publicOnes(policy: Policy, values: Readonly<Record<string, unknown>>): object {
  const outcome: Record<string, unknown> = {};
  for (const [name, { internal }] of Object.entries(policy.decisions))
    if (internal !== true) outcome[name] = values[name];
  return outcome;
}
