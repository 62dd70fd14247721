import { shippedPolicy, ref } from "../../language/index.js";
import { recordHandoverFrom20020305 } from "./edition-2002-03-05.js";
import { vocabulary } from "./vocabulary.js";

const defined = shippedPolicy({
  id: "record-handover",
  title: "Handing over a patient's record",
  question:
    "What is needed before this patient's record may leave the centre, who prepares it, how and when may it travel, what must be filed?",
  jurisdiction: "FR",
  datedBy: "request.receivedOn",
  locales: ["en", "fr", "ru"],
  ...vocabulary,
  given: [
    {
      id: "oldest-not-after-newest",
      label: "The oldest information is not newer than the newest.",
      holds: {
        fact: "record.oldestInformationOn",
        operator: "lessThanInclusive",
        value: ref("record.newestInformationOn"),
      },
    },
  ],
  editions: [recordHandoverFrom20020305],
  laws: [
    {
      id: "only-permitted-ways",
      label:
        "No record gets as far as leaving by email, by ordinary mail or in a way the procedure does not know.",
      never: {
        all: [
          { fact: "delivery.mode", operator: "in", value: ["email", "ordinary-mail", "other"] },
          { fact: "decision.nextStep", operator: "in", value: ["hand-over", "file-evidence", "closed"] },
        ],
      },
    },
    {
      id: "original-passport-stays",
      label: "The original implant passport is never among the documents to be given out.",
      never: {
        fact: "decision.requiredDocuments",
        operator: "contains",
        value: "implant-passport-original",
      },
    },
    {
      id: "nothing-in-reflection-period",
      label: "No record is cleared to leave before the reflection period is over.",
      never: {
        all: [
          { fact: "delivery.on", operator: "lessThan", value: ref("decision.earliestHandoverOn") },
          { fact: "decision.nextStep", operator: "equal", value: "hand-over" },
        ],
      },
    },
    {
      id: "complete-before-leaving",
      label: "No record is cleared to leave while a document or the request is missing.",
      never: {
        all: [
          { fact: "decision.nextStep", operator: "equal", value: "hand-over" },
          {
            any: [
              { fact: "decision.missingDocuments", operator: "isEmpty", value: false },
              { fact: "decision.missingEvidence", operator: "contains", value: "written-request" },
              { fact: "decision.missingEvidence", operator: "contains", value: "identity-card" },
              { fact: "decision.missingEvidence", operator: "contains", value: "proof-of-authority" },
            ],
          },
        ],
      },
    },
    {
      id: "closed-only-when-filed",
      label: "No request is closed while evidence is missing.",
      never: {
        all: [
          { fact: "decision.nextStep", operator: "equal", value: "closed" },
          { fact: "decision.missingEvidence", operator: "isEmpty", value: false },
        ],
      },
    },
    {
      id: "gathering-helps",
      label: "Gathering one more document never makes another one missing.",
      monotone: { moreOf: "record.heldDocuments", neverMeans: "more", of: "missingDocuments" },
    },
    {
      id: "newer-never-means-longer",
      label: "Newer information in the record never gives the centre more time.",
      monotone: { moreOf: "record.newestInformationOn", neverMeans: "more", of: "latestHandoverOn" },
    },
    {
      id: "waiting-never-cures-lateness",
      label: "Delivering later never turns a missed time limit into a kept one.",
      monotone: { moreOf: "delivery.on", neverMeans: "less", of: "deadlineMissed" },
    },
  ],
  accepts: [
    {
      finding: "gap-reachable",
      at: "RH-3-absent",
      reason:
        "The procedure names nobody for a practitioner who is away but has not left; the answer stays unregulated until somebody is named by hand.",
    },
    {
      finding: "gap-reachable",
      at: "RH-9-not-foreseen",
      reason:
        "The procedure knows two ways of delivery; any other it does not mention is refused until somebody decides otherwise.",
    },
  ],
});

type Defined = typeof defined;
/** The type of the policy, under a name of its own. */
export interface RecordHandover extends Defined {}

/** Handing a patient's record over: what it takes, who prepares it, how and when it may travel, what to file. */
export const recordHandover: RecordHandover = defined;
