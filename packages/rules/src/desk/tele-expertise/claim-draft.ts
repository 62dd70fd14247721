import type { IsoDay } from "../../calendar/civil-day.js";
import type { Need } from "../../engine/decision.js";
import type { OutcomeOfPolicy } from "../../language/policy.js";
import type { TeleExpertise } from "../../policies/tele-expertise/policy.js";
import type { PossibleRange } from "../possible-answers.js";
import type { ClaimRefusal } from "./claim-refusals.js";

type Outcome = OutcomeOfPolicy<TeleExpertise>;

/** Whom a claim can name. */
export type NamedParty = "requester" | "responder" | "patient";

/** Their identifiers, as the insurance knows them. */
export type PartyIdentifiers = { readonly [Party in NamedParty]?: string | undefined };

/** The name of an identifier that a claim must hold. */
export type ClaimIdentifier = `${NamedParty}-identifier`;

/** What every claim says, whoever bills. */
interface BilledAct {
  /** Day of the act. It belongs to the code: a code can change its meaning from one day to the next. */
  readonly actOn: IsoDay;
  /** Cents. */
  readonly feeCents: number;
  readonly currency: "EUR";
  /** The insurance pays, the patient advances nothing. */
  readonly thirdPartyPayment: boolean;
  /** Nothing is left for the patient to pay. */
  readonly fullyReimbursed: boolean;
  /** Whether more than the fee may be asked for. */
  readonly extraFeeAllowed: boolean;
  /** Whether another act may be billed with it. */
  readonly combinable: boolean;
}

/** The act of whoever gives the opinion. */
export interface AnswerAct extends BilledAct {
  /**
   * `TE2` is the level-2 act before 2022-04-01 and the single act since then: read it together with `actOn`, or
   * with `level`.
   */
  readonly actCode: Exclude<Outcome["responderAct"], "none">;
  readonly level: Exclude<Outcome["level"], "none">;
}

/** The act of whoever asks, since 2022-04-01. */
export interface RequestAct extends BilledAct {
  readonly actCode: Exclude<Outcome["requesterAct"], "none">;
}

/** An act that can be billed: the claim is ready, or it lacks identifiers. */
export type ClaimDraft<Act extends BilledAct> =
  | (Act & {
      readonly status: "claim";
      /** Those the policy demands, and no other. */
      readonly identifiers: PartyIdentifiers;
    })
  | (Act & { readonly status: "incomplete"; readonly missingIdentifiers: readonly ClaimIdentifier[] });

/** Nothing is paid, whatever is still unknown. */
export interface NoClaim {
  readonly status: "no-claim";
  /** The reasons that hold for certain; none when which of them holds is still unknown. */
  readonly refusals: readonly ClaimRefusal[];
  /** What to ask in order to know all the reasons. */
  readonly needs: readonly Need[];
}

/** Whether and what the responder bills is not known yet. */
export interface OpenResponderClaim {
  readonly status: "open";
  /** The codes that are still possible, `none` for no claim. */
  readonly actCodes: readonly Outcome["responderAct"][];
  /** Cents. */
  readonly feeCents: PossibleRange<number>;
  readonly needs: readonly Need[];
}

/** Whether, how and how much the requester is paid is not known yet. */
export interface OpenRequesterClaim {
  readonly status: "open";
  /** The codes that are still possible, `none` for no claim. */
  readonly actCodes: readonly Outcome["requesterAct"][];
  readonly payments: readonly Outcome["requesterPayment"][];
  /** Cents. */
  readonly feeCents: PossibleRange<number>;
  readonly needs: readonly Need[];
}

/** Before 2022-04-01: no claim of the requester's own, but a share of a sum that is paid once for the year. */
export interface LumpSumShare {
  readonly status: "lump-sum";
  readonly actOn: IsoDay;
  /** Cents, before the ceiling of the year: `requesterStatement` applies it. */
  readonly feeCents: number;
  readonly currency: "EUR";
  /** The year early in which the sum is paid. */
  readonly paidIn: number;
}

export type ResponderClaim = ClaimDraft<AnswerAct> | NoClaim | OpenResponderClaim;
export type RequesterClaim = ClaimDraft<RequestAct> | LumpSumShare | NoClaim | OpenRequesterClaim;
