export { discoverLink } from "./client/discover-link.js";
export { FhirClient, type FhirClientOptions, type SearchParameters } from "./client/fhir-client.js";
export { omnidocFetch, type OmnidocFetchOptions } from "./client/omnidoc-fetch.js";
export { Refusal, type NotDone } from "./client/reply.js";

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

export { settingsOf, type OmnidocOptions, type OmnidocSettings } from "./omnidoc-options.js";

export { opinionFeed, type OpinionFeedOptions } from "./requests/opinion-feed.js";
export { opinionOutlet, type OpinionOutletOptions, type RequestOpinion } from "./requests/opinion-outlet.js";

export { joinFacts, opinionFacts } from "./to-facts/opinion-facts.js";
export { patientPseudonym, type OpinionBody } from "./to-facts/opinion-item.js";
export type { Opinion, OpinionParty } from "./to-facts/opinion.js";

export { neutralDialect, type OmnidocDialect, type Profession, type Region } from "./wire/dialect.js";
export { isNational, nationalFrom, type NationalIdentifier } from "./wire/national-identifiers.js";
export { nextStates, requestStates, type RequestState } from "./wire/request-state.js";
