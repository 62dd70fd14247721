import type { Operator } from "../language/condition.js";

type Holds = (left: unknown, right: unknown) => boolean;

const ordered =
  (holds: (left: string | number, right: string | number) => boolean): Holds =>
  (left, right) =>
    left !== "none" && right !== "none" && holds(left as string | number, right as string | number);

const among = (list: unknown, element: unknown): boolean => Array.isArray(list) && list.includes(element);

/** The operators whose namesake in json-rules-engine would answer differently, or is missing there. */
export const policyOperators: Readonly<Partial<Record<Operator, Holds>>> = {
  lessThan: ordered((left, right) => left < right),
  lessThanInclusive: ordered((left, right) => left <= right),
  greaterThan: ordered((left, right) => left > right),
  greaterThanInclusive: ordered((left, right) => left >= right),
  in: (left, right) => among(right, left),
  notIn: (left, right) => !among(right, left),
  contains: (left, right) => among(left, right),
  doesNotContain: (left, right) => !among(left, right),
  isEmpty: (left, right) => Array.isArray(left) && (left.length === 0) === right,
};

/** The name under which an engine knows one of our operators; no decorator of the engine ends in it. */
export function engineOperator(operator: Operator): string {
  return `guichet/${operator}`;
}
