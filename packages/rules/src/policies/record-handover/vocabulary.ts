import { boolean, date, dateOrNone, defineVocabulary, oneOf, setOf } from "../../language/index.js";
import { documents, facts } from "./facts.js";

const evidence = setOf([
  "written-request",
  "identity-card",
  "proof-of-authority",
  "signed-receipt",
  "identity-card-with-receipt",
  "acknowledgement-of-receipt",
]);

const declared = {
  /** Who prepares the record; `unregulated` where the procedure names nobody. */
  responsible: oneOf(["practitioner", "secretariat-lead", "unregulated"], {
    label: "who prepares the record",
  }),
  /** What the record must contain before it leaves. */
  requiredDocuments: setOf(documents.values, { label: "documents required" }),
  /** Required, not held, and not known as never made. */
  missingDocuments: setOf(documents.values, { label: "documents missing" }),
  /** Held, and must not leave. */
  withheldDocuments: setOf(documents.values, { label: "documents that stay in the centre" }),
  /** What must be filed in the patient's record about the hand-over. */
  requiredEvidence: setOf(evidence.values, { label: "evidence required" }),
  /** What of it is filed so far, whether required or not. */
  filedEvidence: setOf(evidence.values, { label: "evidence filed", internal: true }),
  /** Required and not filed. */
  missingEvidence: setOf(evidence.values, { label: "evidence missing" }),
  /** Why the delivery as planned may not happen; all reasons. */
  refusals: setOf(
    ["delivery-by-email", "delivery-by-ordinary-mail", "delivery-not-foreseen", "before-reflection-period"],
    { label: "reasons against the delivery" },
  ),
  /** What went wrong once the record has left; empty before. */
  breaches: setOf(["left-by-email", "left-by-ordinary-mail", "left-incomplete", "left-without-request"], {
    label: "breaches of the procedure",
    default: [],
  }),
  /** The one thing to do now. */
  nextStep: oneOf(
    [
      "report-breach",
      "obtain-written-request",
      "scan-request-and-identity",
      "decide-who-is-responsible",
      "choose-permitted-delivery",
      "gather-documents",
      "hand-over",
      "file-evidence",
      "closed",
    ],
    { label: "next step" },
  ),
  /** First day of the statutory window. */
  earliestHandoverOn: date({ label: "earliest day of hand-over" }),
  /** Last day on which the newest information does not yet count as old. */
  newestIsRecentUntil: date({ label: "newest information counts as recent until", internal: true }),
  /** Last day on which the oldest information does not yet count as old. */
  oldestIsRecentUntil: date({ label: "oldest information counts as recent until", internal: true }),
  /** Last day of the statutory window. */
  latestHandoverOn: date({ label: "latest day of hand-over" }),
  /** Last day for the old part of a record that holds recent information too, else `none`. */
  oldPartLatestHandoverOn: dateOrNone({ label: "latest day for the old part" }),
  /** `delivery.on` lies after `latestHandoverOn`. */
  deadlineMissed: boolean({ label: "the time limit is missed" }),
};

type Declared = typeof declared;
/** Named: published types keep the comments of a declaration only under a name. */
export interface RecordHandoverDecisions extends Declared {}

const decisions: RecordHandoverDecisions = declared;

export const vocabulary = defineVocabulary({
  sources: {
    "record-handover-procedure": {
      title: "Handing over patient records: procedure of a dental centre (undated)",
      kind: "house-rule",
      dated: false,
      checkedOn: "2026-11-21",
      jurisdiction: "FR",
    },
    "public-health-code": {
      title:
        "Code de la santé publique: L1111-7 (since 2002-03-05, version of 2021-11-01), " +
        "R1111-1 (version of 2021-05-31), R1111-2 (version of 2024-01-01)",
      kind: "statute",
      dated: true,
      checkedOn: "2026-11-21",
      jurisdiction: "FR",
      address: "https://www.doctrine.fr/l/texts/codes/LEGITEXT000006072665/articles/LEGIARTI000006685776",
    },
  },
  facts,
  decisions,
  rates: {},
});
