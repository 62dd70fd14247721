import type { Value } from "../engine/evaluate.js";
import type { DecisionDeclaration } from "../language/decision.js";
import { policyFromJson, type Policy } from "../language/policy.js";

/** A day on which no policy of today has an edition yet. */
export const lastEdition = "2400-01-01";

/** The policy with one more edition, far away, in which every answer is a constant. */
export function withLaterEdition(policy: Policy): Policy {
  const constants = Object.entries(policy.decisions).flatMap(([name, declared]) =>
    declared.internal === true ? [] : [{ decides: name, id: `later-${name}`, is: constantOf(declared) }],
  );
  const later = { inForceFrom: lastEdition, source: policy.editions[0].source, tables: constants };
  const { laws, accepts, ...others } = policy;
  void [laws, accepts];
  return policyFromJson(JSON.stringify({ ...others, editions: [...policy.editions, later] }));
}

function constantOf(declared: DecisionDeclaration): Value {
  switch (declared.kind) {
    case "boolean":
      return true;
    case "one-of":
      return declared.values[0] ?? "";
    case "set-of":
      return declared.values;
    case "date":
      return "2400-01-02";
    case "time":
      return "12:00";
    case "integer":
      return declared.min ?? Math.min(1, declared.max ?? 1);
    case "amount":
      return 1;
  }
}
