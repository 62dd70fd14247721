import { boolean, date, oneOf } from "../../language/index.js";

const declared = {
  service: {
    /** Day of the service. It selects the edition, and the guarantee letter must be valid on it. */
    on: date({ label: "day of the service", holder: "MIS", privacy: "internal" }),
    /** In the insurance program of the person treated; false when there is none. */
    inProgram: boolean({
      label: "the service is in the patient's insurance program",
      holder: "insurer",
      privacy: "personal",
    }),
    /** In the agreed care that the guarantee letter names. */
    inGuaranteeLetter: boolean({
      label: "the service is in the guarantee letter",
      holder: "insurer",
      privacy: "personal",
    }),
  },
  care: {
    /** With or without a hospital stay. */
    setting: oneOf(["outpatient", "inpatient"], {
      label: "setting of the care",
      holder: "MIS",
      privacy: "health",
    }),
    /** Why the patient needs the care. */
    indication: oneOf(["acute", "exacerbation-of-chronic", "trauma", "other"], {
      label: "reason for the care",
      holder: "practitioner",
      privacy: "health",
    }),
  },
  institution: {
    /** The clinic is on the insurer's list of institutions. */
    listedByInsurer: boolean({
      label: "the clinic is on the insurer's list",
      holder: "insurer",
      privacy: "internal",
    }),
  },
  arrival: {
    /** Booked by the insurer's dispatcher, or come to the clinic without. */
    via: oneOf(["insurer-dispatcher", "direct"], {
      label: "how the patient came",
      holder: "desk",
      privacy: "internal",
    }),
  },
  insurance: {
    /** Agreed case by case with a letter, or paid beforehand for the persons on a list. */
    scheme: oneOf(["per-case", "prepaid-enrolment"], {
      label: "insurance scheme",
      holder: "insurer",
      privacy: "personal",
    }),
  },
  guaranteeLetter: {
    /** The insurer's letter for this case has arrived. */
    received: boolean({ label: "the guarantee letter is received", holder: "desk", privacy: "internal" }),
    /** Day the letter bears. Read only per case, once a letter is received. */
    issuedOn: date({ label: "day of issue of the guarantee letter", holder: "insurer", privacy: "internal" }),
  },
  enrolment: {
    /** On the insurer's list in force on `service.on`. Read only under prepaid enrolment. */
    patientListed: boolean({
      label: "the patient is on the insurer's list of that day",
      holder: "insurer",
      privacy: "personal",
    }),
  },
  approval: {
    /** Where the approval of care beyond the letter stands. Read only per case. */
    additional: oneOf(["not-requested", "requested", "granted", "refused"], {
      label: "additional approval",
      holder: "insurer",
      privacy: "personal",
    }),
  },
};

type Declared = typeof declared;
/** Named: published types keep the comments of a declaration only under a name. */
export interface InsuranceCoverageFacts extends Declared {}

export const facts: InsuranceCoverageFacts = declared;
