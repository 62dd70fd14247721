import { shippedLocale } from "../../language/index.js";
import { recordHandover } from "./policy.js";

export const recordHandoverEn = shippedLocale(recordHandover, {
  locale: "en",
  cases: {
    "RH-3": "The practitioner is in the centre and gathers the documents.",
    "RH-10":
      "The practitioner has left the centre's staff: the secretariat lead takes the request over and sees that the documents are handed over.",
    "RH-3-assigned":
      "The practitioner is away for a time, and the centre has left the request with the practitioner.",
    "RH-10-assigned":
      "The practitioner is away for a time, and the centre has given the request to the secretariat lead.",
    "RH-3-absent":
      "The procedure does not say who prepares the record while the practitioner is away for a time: the centre has to name somebody.",
    "RH-4":
      "Whatever the specialty, the record includes the signed quote, the panoramic and periapical radiographs, the treatment plan in detail since the first visit, and the paid invoices.",
    "RH-5": "Implant care adds a copy of the implant passport and the CT scan.",
    "RH-7": "Orthodontic care adds the prior-approval request and the casts and study models.",
    "RH-4-missing":
      "A required document is missing until it is in the record, unless it was never made for this patient.",
    "RH-6": "The original implant passport stays in the centre; only a copy may leave.",
    "RH-1": "A written request comes first and is scanned into the record.",
    "RH-2": "The identity card of whoever asks is scanned with the request.",
    "RH-13": "Whoever asks for another person's record proves to be entitled to it.",
    "RH-8":
      "A record given in hand calls for a receipt signed by the patient, scanned into the record with the identity card.",
    "RH-9":
      "A record sent by registered letter calls for the acknowledgement of receipt, scanned into the record.",
    "RH-1-filed": "The written request is filed: it is in writing and scanned.",
    "RH-2-filed": "The identity card that goes with the request is filed.",
    "RH-13-filed": "The proof of entitlement is filed.",
    "RH-8-receipt-filed": "The receipt is filed: it is signed and scanned.",
    "RH-8-identity-filed": "The identity card that goes with the receipt is filed.",
    "RH-9-filed": "The acknowledgement of receipt is filed.",
    "RH-1-missing": "Required evidence is missing until it is filed in the record.",
    "RH-12-earliest":
      "The statute gives whoever asks time to reflect: the record leaves on {decision.earliestHandoverOn} at the earliest.",
    "RH-12-old":
      "Even the newest information is more than five years old: the statute's longer time limit applies, and the record leaves by {decision.latestHandoverOn}.",
    "RH-12-recent":
      "The record holds information that is not more than five years old: the statute's ordinary time limit applies, and the record leaves by {decision.latestHandoverOn}.",
    "RH-12-old-part":
      "Part of the information is more than five years old: that part may follow until {decision.oldPartLatestHandoverOn}.",
    "RH-12-no-old-part": "No part of the record has a time limit of its own.",
    "RH-12-late": "The day of delivery lies after the latest day of hand-over.",
    "RH-12-not-late": "The day of delivery does not lie after the latest day of hand-over.",
    "RH-11": "No patient record is ever sent by email.",
    "RH-9-ordinary-mail":
      "By post, a record travels only as a registered letter with acknowledgement of receipt.",
    "RH-9-not-foreseen":
      "The procedure knows delivery in hand and by registered letter; it says nothing of this way, which is therefore refused.",
    "RH-12-too-early": "The day of delivery falls within the reflection period that follows the request.",
    "RH-11-left": "The record has left by email, which is never allowed.",
    "RH-9-left": "The record has left by ordinary mail instead of a registered letter.",
    "RH-4-left": "The record has left although a required document was missing.",
    "RH-1-left": "The record has left although there is no written request.",
    "RH-11-report": "The record has left against the procedure: report it.",
    "RH-1-obtain": "There is no written request: ask for one.",
    "RH-2-scan":
      "A paper of the request is not on file (the writing, the identity card or the proof of entitlement): scan it.",
    "RH-10-decide": "Nobody is responsible for this request: the centre has to name somebody.",
    "RH-9-choose": "The delivery is refused as entered: settle a permitted way and a permitted day.",
    "RH-4-gather": "Required documents are missing: gather them.",
    "RH-8-hand-over":
      "The request is on file, the documents are together and the delivery is permitted: hand the record over.",
    "RH-8-file": "The record has left: scan the evidence of its delivery that is still missing.",
    "RH-8-closed": "The record has left and all the evidence is filed: nothing remains to be done.",
  },
  remarks: {
    "RH-1-statute":
      "The statute asks for no particular form of request; the written request is the centre's own rule, and it is asked for here.",
    "RH-4-statute":
      "The statute covers all the information held about the patient's health: the list of documents is a floor, not a limit.",
    "RH-9-statute":
      "The statute leaves the form of delivery to whoever asks, on the spot or by copies sent; the centre's procedure is narrower, and it is applied here.",
    "RH-13-statute":
      "The procedure speaks of the patient only. By the statute, those with parental authority, representatives of protected adults and, after a death, heirs and partners may ask too, and by case law a person with a mandate: here they ask with a proof of entitlement.",
    "RH-12-start":
      "The procedure bears no date: it is applied from the day the statute gave patients access to their record.",
    "RH-12-window":
      "The procedure sets no time limit: the statute's are applied, and its 48 hours are counted as two whole days.",
    "RH-12-mixed":
      "The statute speaks of information, not of records. In a record with recent and old information, the recent part keeps the short time limit and the old part has the long one; information is old when its fifth year ended before the day the request was received.",
    "RH-10-same-list":
      "The procedure lists the documents for a practitioner who is present; using the same list for one who has left is our reading.",
    "RH-4-never-made":
      "The procedure lists its documents for everybody, and says nothing of one that was never made for this patient: it does not count as missing.",
    "RH-7-letters":
      "For orthodontics the procedure names a document by the letters DEP only: they are read as the prior-approval request (demande d'entente préalable).",
    "RH-13-which-proof":
      "Which proof of entitlement is enough is for the centre to judge. Nothing here decides on heirs, who have a right to part of a record and state their reason, on minors who ask through a physician or do not want their parents to see the record, or on a physician named to receive it.",
    "RH-12-psychiatry":
      "The statute also allows two months when the commission for psychiatric care is seized: that case is not decided here.",
    "RH-8-order":
      "The procedure says what must be done, in no order: naming one next step at a time, in this order, is our reading.",
    "RH-11-consequence":
      "The procedure does not say what follows once a record has left incomplete or without a written request: that is named a breach. A written request that is only not scanned yet is a step to make up, and a way of delivery the procedure does not know stays refused without being a breach.",
    "RH-4-not-decided":
      "Nothing here decides what copies cost, whether originals of casts and radiographs are handed over, or how long a record is kept. Looking at the record on the spot is free.",
  },
  values: {
    patient: "the patient",
    "other-entitled-person": "another entitled person",
    nobody: "nobody",
    practitioner: "the practitioner",
    "secretariat-lead": "the secretariat lead",
    general: "general dentistry",
    implantology: "implantology",
    orthodontics: "orthodontics",
    "signed-quote": "signed quote",
    "panoramic-radiographs": "panoramic radiographs",
    "periapical-radiographs": "periapical radiographs",
    "treatment-plan-since-first-visit": "treatment plan since the first visit",
    "paid-invoices": "paid invoices",
    "implant-passport-copy": "copy of the implant passport",
    "implant-passport-original": "original implant passport",
    "ct-scan": "CT scan",
    "prior-approval-request": "prior-approval request (DEP)",
    "study-casts": "casts and study models",
    present: "in the centre",
    "temporarily-absent": "away for a time",
    departed: "no longer on the staff",
    "in-hand": "in hand",
    "registered-mail": "registered letter with acknowledgement of receipt",
    "ordinary-mail": "ordinary mail",
    email: "email",
    other: "another way",
    unregulated: "not laid down",
    "written-request": "written request",
    "identity-card": "identity card",
    "proof-of-authority": "proof of entitlement",
    "signed-receipt": "signed receipt",
    "identity-card-with-receipt": "identity card with the receipt",
    "acknowledgement-of-receipt": "acknowledgement of receipt",
    "delivery-by-email": "delivery by email",
    "delivery-by-ordinary-mail": "delivery by ordinary mail",
    "delivery-not-foreseen": "way of delivery not foreseen",
    "before-reflection-period": "before the end of the reflection period",
    "left-by-email": "left by email",
    "left-by-ordinary-mail": "left by ordinary mail",
    "left-incomplete": "left incomplete",
    "left-without-request": "left without a written request",
    "report-breach": "report the breach",
    "obtain-written-request": "obtain a written request",
    "scan-request-and-identity": "scan the request and the proofs of identity",
    "decide-who-is-responsible": "decide who is responsible",
    "choose-permitted-delivery": "choose a permitted delivery",
    "gather-documents": "gather the documents",
    "hand-over": "hand the record over",
    "file-evidence": "file the evidence",
    closed: "closed",
    none: "none",
  },
  valuesOf: {
    "decision.oldPartLatestHandoverOn": { none: "no time limit of its own" },
  },
});
