import { boolean, date, oneOf } from "../../language/index.js";

const declared = {
  beneficiary: {
    /** The person treated: insured by voluntary medical insurance, employed by a legal entity under contract, or a relative. */
    kind: oneOf(["insured", "corporate-employee", "relative", "other"], {
      label: "person treated",
      holder: "desk",
      privacy: "personal",
    }),
    /** What a relative is to the insured person or the employee. Read for relatives only. */
    relation: oneOf(["husband", "wife", "son", "daughter", "other"], {
      label: "relation",
      holder: "patient",
      privacy: "personal",
    }),
    /** Whose relative a relative is. Read for relatives only. */
    relativeOf: oneOf(["insured", "corporate-employee", "other"], {
      label: "relative of",
      holder: "patient",
      privacy: "personal",
    }),
  },
  entitlement: {
    /**
     * First day of the insurance policy, or of the contract with the legal entity. For a relative: of the policy or
     * contract of the person the relative belongs to.
     */
    from: date({ label: "first day of the policy or contract", holder: "desk", privacy: "personal" }),
    /** Its last day. Not read when it is open-ended. */
    to: date({ label: "last day of the policy or contract", holder: "desk", privacy: "personal" }),
    /** It runs without a last day. */
    openEnded: boolean({
      label: "the policy or contract is open-ended",
      holder: "desk",
      privacy: "personal",
    }),
  },
  service: {
    /** Day of the service. It selects the edition. */
    on: date({ label: "day of the service", holder: "MIS", privacy: "internal" }),
    /** The branch of care the service is booked under. */
    line: oneOf(
      [
        "therapeutic-dentistry",
        "implantology",
        "prosthodontics",
        "orthodontics",
        "surgery",
        "periodontics",
        "hygiene",
        "paediatrics",
        "diagnostics",
        "other",
      ],
      { label: "line of the service", holder: "MIS", privacy: "health" },
    ),
    /** In the insurance program of the person treated. False when that person has none. */
    inProgram: boolean({
      label: "the service is in the patient's insurance program",
      holder: "insurer",
      privacy: "personal",
    }),
  },
};

type Declared = typeof declared;
/** Named: published types keep the comments of a declaration only under a name. */
export interface LoyaltyDiscountFacts extends Declared {}

export const facts: LoyaltyDiscountFacts = declared;
