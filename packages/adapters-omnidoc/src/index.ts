export { discoverLink } from "./client/discover-link.js";
export { FhirClient, type FhirClientOptions, type SearchParameters } from "./client/fhir-client.js";
export { omnidocFetch, type OmnidocFetchOptions } from "./client/omnidoc-fetch.js";
export { Refusal } from "./client/refusal.js";

export { claimOpinion, type ClaimOpinionInput, type OpinionClaims } from "./from-outcome/claim-opinion.js";
export type {
  Addressee,
  OpinionRequest,
  PatientIdentity,
  Professional,
  Workplace,
} from "./from-outcome/opinion-request.js";
export {
  planOpinion,
  type OpinionPlan,
  type OpinionWish,
  type PlanOptions,
  type Responder,
} from "./from-outcome/plan-opinion.js";

export {
  opinionStatement,
  type OpinionStatement,
  type OpinionStatementInput,
  type StatedOpinion,
} from "./from-outcome/opinion-statement.js";

export { settingsOf, type OmnidocOptions, type OmnidocSettings } from "./omnidoc-options.js";

export { receivePush, type Received, type ReceivePushOptions } from "./pushes/receive-push.js";

export { askOpinion, type AskedOpinion, type AskOpinionOptions } from "./requests/ask-opinion.js";
export { billedBefore, recordBilled, type BilledClaim, type UsageOptions } from "./requests/billed-acts.js";
export { draftAddress } from "./requests/draft-address.js";
export { opinionFeed, opinionsFeed, readOpinions, type OpinionFeedOptions } from "./requests/opinion-feed.js";
export { opinionOutlet, type OpinionOutletOptions, type RequestOpinion } from "./requests/opinion-outlet.js";
export { withdrawOutlet, type OpinionToWithdraw } from "./requests/withdraw-outlet.js";

export { joinFacts, opinionFacts } from "./to-facts/opinion-facts.js";
export { patientPseudonym, type OpinionBody } from "./to-facts/opinion-item.js";
export type { Opinion, OpinionParty } from "./to-facts/opinion.js";
export { usageFacts, type BilledActs, type BilledBefore, type EarlierAct } from "./to-facts/usage-facts.js";

export {
  neutralDialect,
  type DialectChanges,
  type OmnidocDialect,
  type Profession,
  type Region,
} from "./wire/dialect.js";
export { isNational, nationalFrom, type NationalIdentifier } from "./wire/national-identifiers.js";
export { nextStates, requestStates, type RequestState } from "./wire/request-state.js";
