import type { Comparison, Condition } from "../language/condition.js";
import { declaredFacts } from "../language/declared-facts.js";
import type { Reference } from "../language/expression.js";
import type { Policy } from "../language/policy.js";
import { engineOperator } from "./policy-operators.js";
import type { EngineCondition } from "./running-engine.js";

interface Declared {
  readonly kind: string;
  readonly orNone?: true;
}

/** The same condition for json-rules-engine: only what its own operators get wrong is renamed. */
export function translateCondition(policy: Policy, condition: Condition): EngineCondition {
  if ("all" in condition) return { all: condition.all.map((part) => translateCondition(policy, part)) };
  if ("any" in condition) return { any: condition.any.map((part) => translateCondition(policy, part)) };
  if ("not" in condition) return { not: translateCondition(policy, condition.not) };
  return {
    ...translateReference(policy, condition),
    operator: isSafe(policy, condition) ? condition.operator : engineOperator(condition.operator),
    value: isReference(condition.value) ? translateReference(policy, condition.value) : condition.value,
  };
}

/** A reference that names its policy: two policies of one engine may have a decision of the same name. */
export function translateReference(
  policy: Policy,
  { fact, params }: Reference,
): { fact: string; params?: Record<string, unknown> } {
  return /^(decision|rate)\./.test(fact) ? { fact, params: { policy: policy.id, ...params } } : { fact };
}

function isSafe(policy: Policy, { fact, operator, value }: Comparison): boolean {
  const left = declaredAs(policy, fact);
  const right = isReference(value) ? declaredAs(policy, value.fact) : undefined;
  const mayBeNone = left?.orNone === true || right?.orNone === true;
  switch (operator) {
    case "equal":
    case "notEqual":
      return true;
    case "in":
    case "notIn":
      // A text on the right would be searched for a part of it.
      return right === undefined;
    case "contains":
    case "doesNotContain":
      return !mayBeNone;
    case "isEmpty":
      return false;
    default:
      // Days and times pass the engine's number check only because they begin with digits.
      return !mayBeNone && (left?.kind === "integer" || left?.kind === "amount");
  }
}

function declaredAs(policy: Policy, name: string): Declared | undefined {
  const [, group, rest = ""] = /^(decision|rate)\.(.*)$/.exec(name) ?? [];
  if (group === "decision") return policy.decisions[rest];
  return group === "rate" ? policy.rates[rest] : declaredFacts(policy.facts).get(name);
}

function isReference(value: Comparison["value"]): value is Reference {
  return typeof value === "object" && "fact" in value;
}
