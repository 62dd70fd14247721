export { citing, type Citation, type Confidence, type Source } from "./language/citation.js";
export type { ClinicPolicy } from "./language/clinic-policy.js";
export type { Comparison, Condition, Operator } from "./language/condition.js";
export { declaredFacts } from "./language/declared-facts.js";
export type { DecisionDeclaration, Decisions } from "./language/decision.js";
export { defineEdition, type Case, type Edition, type Remark, type Table } from "./language/edition.js";
export { defineExamples, type Example } from "./language/example.js";
export { minus, plus, ref, weekdayOf, type Expression, type Reference } from "./language/expression.js";
export type { FactDeclaration, FactPath, Facts, Holder, Privacy } from "./language/fact.js";
export {
  amount,
  boolean,
  date,
  dateOrNone,
  integer,
  oneOf,
  setOf,
  text,
  time,
  weekdaySet,
  type Kind,
} from "./language/kind.js";
export type { Law } from "./language/law.js";
export { defineLocale, type CaseId, type Locale, type RemarkId } from "./language/locale.js";
export { plainLocale } from "./language/plain-locale.js";
export {
  definePolicy,
  policyFromJson,
  type FactsOf,
  type Given,
  type OutcomeOfPolicy,
  type Policy,
} from "./language/policy.js";
export { GuichetError, problemAt, suggest, type FactProblem, type Problem } from "./language/problem.js";
export type { RateDeclaration, RateRow, Rates } from "./language/rate.js";
export { scanJson, type JsonScan } from "./language/scan-json.js";
export { defineVocabulary } from "./language/vocabulary.js";

export type { IsoDay, Weekday } from "./calendar/civil-day.js";
export type { Duration } from "./calendar/term.js";

export { canonicalJson } from "./engine/canonical-json.js";
export { casesBehind, type CaseBehind } from "./engine/cases-behind.js";
export { checkFacts } from "./engine/check-facts.js";
export { decide, type DecideOptions } from "./engine/decide.js";
export { decideAsync, type DecideAsyncOptions, type LoadFacts } from "./engine/decide-async.js";
export type {
  Because,
  Decided,
  Decision,
  Freshness,
  Need,
  NotInForce,
  OpenOf,
  RateUsed,
  StillOpen,
} from "./engine/decision.js";
export { evaluate, type Evaluation, type Value } from "./engine/evaluate.js";
export { explain, questionOf, type Explanation, type Question } from "./engine/explain.js";
export { needsOf, type Binding, type JointNeeds, type SharedNeed } from "./engine/needs-of.js";
export { segmentOn, segmentsOf, type Segment } from "./engine/timeline.js";
export { whyNot, type WhyNot } from "./engine/why-not.js";
