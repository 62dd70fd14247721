import { boolean, date, oneOf, setOf } from "../../language/index.js";

/** The papers a dental record is made of. */
export const documents = setOf([
  "signed-quote",
  "panoramic-radiographs",
  "periapical-radiographs",
  "treatment-plan-since-first-visit",
  "paid-invoices",
  "implant-passport-copy",
  "implant-passport-original",
  "ct-scan",
  "prior-approval-request",
  "study-casts",
]);

const declared = {
  request: {
    /** Day the request reached the centre. It selects the edition and starts every time limit. */
    receivedOn: date({ label: "day the request was received", holder: "desk", privacy: "internal" }),
    /** Who asks. Parent, guardian, heir and mandated person are other entitled persons. */
    by: oneOf(["patient", "other-entitled-person"], {
      label: "who asks",
      holder: "desk",
      privacy: "personal",
    }),
    /** Asked in writing. */
    written: boolean({ label: "the request is in writing", holder: "desk", privacy: "internal" }),
    /** The writing is scanned into the record. */
    scanned: boolean({ label: "the written request is scanned", holder: "desk", privacy: "internal" }),
    /** Identity card of whoever asks, scanned with the request. */
    identityCardScanned: boolean({
      label: "the identity card is scanned with the request",
      holder: "desk",
      privacy: "internal",
    }),
    /** Proof that a person other than the patient is entitled, scanned. */
    authorityProofScanned: boolean({
      label: "the proof of entitlement is scanned",
      holder: "desk",
      privacy: "internal",
    }),
    /** The person named by hand. Read only while the practitioner is temporarily absent. */
    assignedTo: oneOf(["nobody", "practitioner", "secretariat-lead"], {
      label: "person named for the request",
      holder: "desk",
      privacy: "internal",
    }),
  },
  record: {
    /** The care the record is about. */
    specialties: setOf(["general", "implantology", "orthodontics"], {
      label: "specialties of the record",
      holder: "record",
      privacy: "health",
    }),
    /** Documents gathered so far. */
    heldDocuments: setOf(documents.values, { label: "documents held", holder: "record", privacy: "health" }),
    /** Documents that were never made for this patient: an adult without a prior-approval request, say. */
    neverMadeDocuments: setOf(documents.values, {
      label: "documents never made for this patient",
      holder: "practitioner",
      privacy: "health",
    }),
    /** Day of the newest information in the record. */
    newestInformationOn: date({
      label: "day of the newest information",
      holder: "record",
      privacy: "health",
    }),
    /** Day of the oldest information in the record. */
    oldestInformationOn: date({
      label: "day of the oldest information",
      holder: "record",
      privacy: "health",
    }),
  },
  practitioner: {
    /** In the centre; away but on its staff; no longer on its staff. */
    status: oneOf(["present", "temporarily-absent", "departed"], {
      label: "status of the practitioner",
      holder: "desk",
      privacy: "personal",
    }),
  },
  delivery: {
    /** How the record travels. Registered mail is with acknowledgement of receipt. */
    mode: oneOf(["in-hand", "registered-mail", "ordinary-mail", "email", "other"], {
      label: "way of delivery",
      holder: "patient",
      privacy: "internal",
    }),
    /** Planned or actual day. */
    on: date({ label: "day of delivery", holder: "desk", privacy: "internal" }),
    /** The record has left. */
    handedOver: boolean({ label: "the record has left", holder: "desk", privacy: "internal" }),
    /** The patient has signed the receipt (décharge) of an in-hand delivery. */
    receiptSigned: boolean({ label: "the receipt is signed", holder: "desk", privacy: "internal" }),
    /** The receipt is scanned into the record. */
    receiptScanned: boolean({ label: "the receipt is scanned", holder: "desk", privacy: "internal" }),
    /** Identity card scanned with the receipt. */
    identityCardScanned: boolean({
      label: "the identity card is scanned with the receipt",
      holder: "desk",
      privacy: "internal",
    }),
    /** Acknowledgement of receipt of the registered letter, scanned into the record. */
    acknowledgementScanned: boolean({
      label: "the acknowledgement of receipt is scanned",
      holder: "desk",
      privacy: "internal",
    }),
  },
};

type Declared = typeof declared;
/** Named: published types keep the comments of a declaration only under a name. */
export interface RecordHandoverFacts extends Declared {}

export const facts: RecordHandoverFacts = declared;
