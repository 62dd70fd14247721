import { shippedLocale } from "../../language/index.js";
import { insuranceCoverage } from "./policy.js";

export const insuranceCoverageEn = shippedLocale(insuranceCoverage, {
  locale: "en",
  cases: {
    "IC-1-not-listed": "The clinic is not on the insurer's list, so the visit is no insured event.",
    "IC-1-inpatient": "Only outpatient dental treatment is insured, so the visit is no insured event.",
    "IC-1-other-reason":
      "Only an acute condition, an exacerbation of a chronic one or a trauma is insured, so the visit is no insured event.",
    "IC-1":
      "The visit is an insured event: the clinic is on the insurer's list, the treatment is outpatient, and its reason is one that is insured.",
    "IC-3-prepaid":
      "Under prepaid enrolment no guarantee letter is needed: the insurer's list and program govern.",
    "IC-3-no-letter": "No guarantee letter has been received.",
    "IC-3":
      "A guarantee letter is valid for one month from the day of issue; this one until {decision.guaranteeLetterValidUntil}.",
    "IC-2-in-letter": "The service is in a guarantee letter that is valid on its day: the insurer pays.",
    "IC-4-granted":
      "The guarantee letter is valid on the day of the service, and the insurer has granted the additional approval: the insurer pays.",
    "IC-7": "The patient is on the insurer's list and the service is in the program: the insurer pays.",
    "IC-1-not-insured":
      "The visit is no insured event, and no agreement of the insurer covers the service: the patient may have it at their own expense.",
    "IC-7-not-listed":
      "The patient is not on the insurer's list; the guide does not say what to do then, so ask the insurer before anybody pays.",
    "IC-5-prepaid":
      "The service is not in the patient's program: the patient may have it at their own expense.",
    "IC-6":
      "The patient came directly and there is no guarantee letter: say that the clinic works with this insurer, and ask the patient to phone the insurer's dispatcher and book the first visit there.",
    "IC-2-no-letter":
      "The insurer's dispatcher has booked the visit, but the guarantee letter has not come yet: wait for it.",
    "IC-3-run-out":
      "The guarantee letter was valid only until {decision.guaranteeLetterValidUntil}, before the day of the service: ask the insurer for a new one.",
    "IC-3-issued-later":
      "The guarantee letter is dated after the day of the service and does not reach back to it: wait for one that does.",
    "IC-5":
      "The service is neither in the guarantee letter nor in the program: the patient may have it at their own expense.",
    "IC-4-to-request":
      "The service goes beyond the guarantee letter: ask the insurer for an additional approval.",
    "IC-4-requested": "The insurer has not answered the request for an additional approval yet: wait.",
    "IC-4-refused":
      "The insurer has refused the additional approval: the patient may have the service at their own expense.",
  },
  remarks: {
    "IC-2":
      "Per case, the insurer's dispatcher books the patient through the clinic's call centre, and the insurer sends a guarantee letter that names the agreed care.",
    "IC-6-booked":
      "Once the insurer has booked a patient who came directly, the guarantee letter governs as for any other patient.",
    "IC-7-variants":
      "There are four variants of the prepaid programs; the guide does not describe them, so whether a service is in the program comes from the insurer.",
    "IC-1-agreed-anyway":
      "The guide insures outpatient care of certain conditions only, and yet lets the letter or the program govern: care that the insurer has agreed to is paid by the insurer even where it is no insured event.",
    "IC-1-urgent":
      "The guide does not say who pays for urgent care before the insurer has answered; this policy tells who pays, never whether urgent help is given.",
    "IC-3-counting":
      "The guide gives the letter one month without saying from which day: it is counted from the day of issue, last day included.",
    "IC-4-prepaid":
      "The guide knows an additional approval only for service per case; under prepaid enrolment none is looked at.",
    "IC-4-refusal":
      "The guide does not say what follows when the insurer refuses an additional approval: the service is treated like one outside the program.",
  },
  values: {
    outpatient: "outpatient",
    inpatient: "inpatient",
    acute: "acute condition",
    "exacerbation-of-chronic": "exacerbation of a chronic condition",
    trauma: "trauma",
    other: "another reason",
    "insurer-dispatcher": "booked by the insurer's dispatcher",
    direct: "directly",
    "per-case": "per case",
    "prepaid-enrolment": "prepaid enrolment",
    "not-requested": "not requested",
    requested: "requested",
    granted: "granted",
    refused: "refused",
    insurer: "the insurer",
    patient: "the patient",
    pending: "the insurer's answer is pending",
    unregulated: "not laid down",
    treat: "treat the patient under the insurance",
    "offer-self-payment": "offer the service at the patient's own expense",
    "clarify-with-insurer": "clarify with the insurer",
    "send-to-insurer-dispatcher": "send the patient to the insurer's dispatcher",
    "await-guarantee-letter": "wait for the guarantee letter",
    "request-new-letter": "request a new guarantee letter",
    "request-additional-approval": "request an additional approval",
    "await-additional-approval": "wait for the additional approval",
    none: "none",
  },
  valuesOf: {
    "decision.guaranteeLetterValidUntil": { none: "no letter to go by" },
  },
});
