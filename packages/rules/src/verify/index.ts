export type { Constraint, FactPlus, Range } from "./constraint.js";
export {
  diffDays,
  diffPolicies,
  type Answered,
  type Change,
  type ChangedClass,
  type ChangedPeriod,
  type PolicyDiff,
} from "./diff-policies.js";
export { brokenLaws, type BrokenLaw } from "./prove-laws.js";
export { spaceOf, type Space } from "./space.js";
export type { Witness } from "./witness-of.js";
