export { arbitraryFacts, arbitraryPartialFacts, arbitraryStages, type Stages } from "./arbitrary-facts.js";
export { checkPolicy, type CheckOptions, type LawProblem } from "./check-policy.js";
export { coverageOf, type Coverage, type Covered, type Missing } from "./coverage-of.js";
export { mutantKinds, type MutantKind } from "./edit.js";
export type { LawOptions, LawProperty, PolicyLaw } from "./law-property.js";
export { laws, type LawName } from "./laws.js";
export { mutantsOf, type Mutant } from "./mutants-of.js";
export {
  mutationScore,
  type MutationOptions,
  type MutationScore,
  type MutationTests,
  type Survivor,
  type Tally,
} from "./mutation-score.js";
export { randomFacts } from "./random-facts.js";
