export type { AmendedPolicy } from "../language/clinic-policy.js";
export { amend } from "./amendment/amend.js";
export { amendLocale } from "./amendment/amend-locale.js";
export type {
  AddedCase,
  AddedElement,
  Amendment,
  AmendmentChange,
  AmendmentOf,
  AmendmentTexts,
  ChangedCase,
  RateChange,
  ReplacedCase,
} from "./amendment/amendment.js";
export type { AmendmentProblem, AmendmentProblemCode } from "./amendment/amendment-problem.js";
export { amendmentFromJson, defineAmendment } from "./amendment/define-amendment.js";
export {
  diffChecklists,
  diffChecklistsOfDays,
  type ChecklistDiff,
  type ChecklistsAsked,
  type ListedElement,
} from "./amendment/diff-checklists.js";
export { endedChanges, type EndedChange } from "./amendment/ended-changes.js";
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
export { diffInWords, type ChangeInWords, type DiffInWords, type PeriodInWords } from "./diff-in-words.js";
export type { Finding, FindingCode } from "./finding.js";
export { findingInWords } from "./finding-in-words.js";
export { brokenLaws, type BrokenLaw } from "./prove-laws.js";
export { spaceOf, type Space } from "./space.js";
export type { SpaceSize } from "./space-size.js";
export { verifyPolicy, type Verification, type VerifyOptions } from "./verify-policy.js";
export { witnessInWords, type FactInWords } from "./witness-in-words.js";
export type { Witness } from "./witness-of.js";
export { answerInWords } from "./records/answer-in-words.js";
export type { DecisionRecord, RecordedAnswer, RecordedRegion } from "./records/decision-record.js";
export type { AnswerNow, Sameness } from "./records/compare-answers.js";
export type { ComparedAnswer } from "./records/compare-record.js";
export { impact, type Impact, type ImpactOptions } from "./records/impact.js";
export { recordOf, type RecordedFor } from "./records/record-of.js";
export { replay, type RecordRefused, type Replayed } from "./records/replay.js";
