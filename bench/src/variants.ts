import { guichet } from "./guichet.js";
import { accepts } from "./hand-written/accepts.js";
import { handWritten } from "./hand-written/index.js";
import { cedarRefusals } from "./peers/cedar.js";
import { feelin } from "./peers/feelin.js";
import { jsonLogic } from "./peers/json-logic.js";
import { jsonRulesEngine, jsonRulesEngineRun } from "./peers/json-rules-engine.js";
import { publicodes } from "./peers/publicodes.js";
import { zenEngine } from "./peers/zen-engine.js";
import type { Variant } from "./variant.js";

export const variants: readonly Variant[] = [
  {
    id: "hand-written",
    title: "hand-written TypeScript",
    checks: true,
    gives: "outcome, ids",
    make: (policy) => handWritten[policy.id],
  },
  ...guichet,
  {
    id: "json-logic-engine",
    title: "json-logic-engine, compiled",
    checks: false,
    gives: "outcome, ids",
    make: (policy) => jsonLogic(policy, "compiled"),
  },
  {
    id: "json-logic-engine-checked",
    title: "json-logic-engine, compiled, after hand-written checks",
    checks: true,
    gives: "outcome, ids",
    make: (policy) => {
      const isRight = accepts[policy.id];
      const decideOn = jsonLogic(policy, "compiled");
      return isRight && ((facts) => (isRight(facts) ? decideOn(facts) : undefined));
    },
  },
  {
    id: "json-logic-engine-interpreted",
    title: "json-logic-engine, interpreted",
    checks: false,
    gives: "outcome, ids",
    make: (policy) => jsonLogic(policy, "interpreted"),
  },
  {
    id: "json-rules-engine",
    title: "json-rules-engine, engine kept",
    checks: true,
    gives: "outcome, ids",
    make: jsonRulesEngine,
  },
  {
    id: "json-rules-engine-run",
    title: "json-rules-engine, engine kept, its `run` alone",
    checks: false,
    gives: "events",
    answers: [],
    make: jsonRulesEngineRun,
  },
  { id: "zen-engine", title: "zen-engine", checks: false, gives: "outcome, ids", make: zenEngine },
  {
    id: "zen-engine-64",
    title: "zen-engine, 64 decisions at once",
    checks: false,
    gives: "outcome, ids",
    atOnce: 64,
    make: zenEngine,
  },
  {
    id: "cedar",
    title: "cedar-wasm, policies parsed beforehand",
    checks: false,
    gives: "refusals",
    answers: ["refusals"],
    // Without it version 4.13.0 ends the process on Node 20: V8 meets "unreachable code".
    flags: ["--no-turbo-inline-js-wasm-calls"],
    make: cedarRefusals,
  },
  { id: "publicodes", title: "publicodes", checks: false, gives: "outcome", make: publicodes },
  { id: "feelin", title: "feelin", checks: false, gives: "outcome, ids", make: feelin },
];
