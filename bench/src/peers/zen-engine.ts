import { ZenEngine } from "@gorules/zen-engine";
import type { Policy } from "../../../packages/rules/src/language/policy.js";
import { segmentIndex, type Answer } from "../variant.js";
import { DaysAsNumbers } from "./days-as-numbers.js";
import { expressionsOf, type Expressions, type Named } from "./expressions.js";

// A policy as a decision of GoRules: one expression node, whose later expressions read the earlier ones. It is native
// code behind a promise; several decisions at once keep its threads busy.

const say: Expressions = {
  not: (part) => `(not (${part}))`,
  equal: (left, right) => `(${left} == ${right})`,
  isIn: (element, list) => `(${element} in ${list})`,
  isEmpty: (list) => `(len(${list}) == 0)`,
  without: (left, right) => `filter(${left}, not (# in ${right}))`,
  conditional: (branches, otherwise) =>
    `(${branches.map(([holds, value]) => `${holds} ? ${value} : `).join("")}${otherwise})`,
  chosen: (options) =>
    `filter([${options.map(([holds, one]) => `${holds} ? ${one} : ''`).join(", ")}], # != '')`,
  text: (value) => `'${value}'`,
  read: (name) => `$.${name}`,
  at: (list, place) => `${list}[${String(place)}]`,
};

export function zenEngine(policy: Policy): (facts: object) => Promise<Answer> {
  const engine = new ZenEngine();
  const input = new DaysAsNumbers(policy);
  const segments = expressionsOf(policy, input, say).map(({ named, read }) => ({
    decision: engine.createDecision(graphOf(named)),
    read,
  }));
  return async (facts) => {
    const segment = segments[segmentIndex(policy, facts)];
    return segment?.read((await segment.decision.evaluate(input.of(facts))).result) ?? { outcome: {} };
  };
}

function graphOf(named: readonly Named[]) {
  const node = { position: { x: 0, y: 0 } };
  const expressions = named.map(([key, value], at) => ({ id: `x${String(at)}`, key, value }));
  const content = {
    expressions,
    passThrough: false,
    inputField: null,
    outputPath: null,
    executionMode: "single",
  };
  return {
    nodes: [
      { ...node, id: "in", name: "in", type: "inputNode" },
      { ...node, id: "tables", name: "tables", type: "expressionNode", content },
      { ...node, id: "out", name: "out", type: "outputNode" },
    ],
    edges: [
      { id: "e0", type: "edge", sourceId: "in", targetId: "tables" },
      { id: "e1", type: "edge", sourceId: "tables", targetId: "out" },
    ],
  };
}
