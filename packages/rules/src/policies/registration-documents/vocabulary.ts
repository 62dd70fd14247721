import { boolean, defineVocabulary, oneOf, setOf } from "../../language/index.js";
import { bookingRules } from "../booking-rules.js";
import { demands, documents, facts } from "./facts.js";

const declared = {
  /** What the applicant has to show for this patient. */
  requiredDocuments: setOf(documents.values, { label: "documents required" }),
  /** Required, and not shown. */
  missingDocuments: setOf(documents.values, { label: "documents missing" }),
  /** Required and shown, but as a plain copy, or a power of attorney that is not notarised. */
  unacceptableDocuments: setOf(documents.values, { label: "documents that do not count as shown" }),
  /** Asked for by reception, and not required. */
  undueDemands: setOf(demands.values, { label: "undue demands" }),
  /** Nothing is missing, and nothing is unacceptable. */
  accepted: boolean({ label: "the documents are accepted" }),
  /** The one thing to do now. */
  nextStep: oneOf(["ask-for-documents", "enter-in-register"], { label: "next step" }),
};

type Declared = typeof declared;
/** Named: published types keep the comments of a declaration only under a name. */
export interface RegistrationDocumentsDecisions extends Declared {}

const decisions: RegistrationDocumentsDecisions = declared;

export const vocabulary = defineVocabulary({
  sources: { "booking-rules": bookingRules },
  facts,
  decisions,
  rates: {},
});
