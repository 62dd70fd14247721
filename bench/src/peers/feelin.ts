import { evaluate } from "feelin";
import type { Policy } from "../../../packages/rules/src/language/policy.js";
import { segmentIndex, type Answer } from "../variant.js";
import { DaysAsNumbers } from "./days-as-numbers.js";
import { expressionsOf, type Expressions } from "./expressions.js";

// A policy as one context of FEEL, the expression language of DMN. It has no prepared form: the text is read again
// for each decision.

const say: Expressions = {
  not: (part) => `not(${part})`,
  equal: (left, right) => `(${left} = ${right})`,
  isIn: (element, list) => `list contains(${list}, ${element})`,
  isEmpty: (list) => `(count(${list}) = 0)`,
  // Version 8.2 does not take a bare call of a function for a filter.
  without: (left, right) => `(${left})[list contains(${right}, item) = false]`,
  conditional: (branches, otherwise) =>
    `(${branches.map(([holds, value]) => `if ${holds} then ${value} else `).join("")}${otherwise})`,
  chosen: (options) =>
    `[${options.map(([holds, one]) => `if ${holds} then ${one} else ""`).join(", ")}][item != ""]`,
  text: (value) => `"${value}"`,
  read: (name) => name,
  at: (list, place) => `${list}[${String(place + 1)}]`,
};

export function feelin(policy: Policy): (facts: object) => Answer {
  const input = new DaysAsNumbers(policy);
  const segments = expressionsOf(policy, input, say).map(({ named, read }) => ({
    context: `{ ${named.map(([name, value]) => `${name}: ${value}`).join(", ")} }`,
    read,
  }));
  return (facts) => {
    const segment = segments[segmentIndex(policy, facts)];
    return segment?.read(evaluate(segment.context, input.of(facts)).value) ?? { outcome: {} };
  };
}
