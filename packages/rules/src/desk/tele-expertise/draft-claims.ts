import type { IsoDay } from "../../calendar/civil-day.js";
import type { Decision, Need } from "../../engine/decision.js";
import type { OutcomeOfPolicy } from "../../language/policy.js";
import type { TeleExpertise } from "../../policies/tele-expertise/policy.js";
import { answersOf, possibleChoices, possibleRange } from "../possible-answers.js";
import { claimRefusals, type TeleExpertiseRole } from "./claim-refusals.js";
import type {
  ClaimIdentifier,
  NamedParty,
  NoClaim,
  PartyIdentifiers,
  RequesterClaim,
  ResponderClaim,
} from "./claim-draft.js";

type Outcome = OutcomeOfPolicy<TeleExpertise>;

const currency = "EUR";

/** What the responder bills according to a decision. */
export function draftResponderClaim(
  decision: Decision<TeleExpertise>,
  identifiers: PartyIdentifiers,
): ResponderClaim {
  const { outcome, open } = answersOf(decision);
  const { responderAct: actCode, responderFeeCents: feeCents, level, billing } = outcome;
  const { responderClaimIdentifiers: demanded } = outcome;
  const actOn = governingDay(decision);
  if (decision.status === "not-in-force" || actCode === "none") return noClaim(decision, "responder");
  if (!actOn || !actCode || feeCents === undefined || !level || level === "none" || !billing || !demanded) {
    return {
      status: "open",
      actCodes: possibleChoices(actCode, open.responderAct),
      feeCents: possibleRange(feeCents, open.responderFeeCents),
      needs: needsOf(decision, ["responderAct", "responderFeeCents", "level"]),
    };
  }
  const act = { actCode, actOn, level, feeCents, currency, ...termsOf(billing) } as const;
  return withIdentifiers(act, demanded, identifiers);
}

/** What the requester bills, or has a share in, according to a decision. */
export function draftRequesterClaim(
  decision: Decision<TeleExpertise>,
  identifiers: PartyIdentifiers,
): RequesterClaim {
  const { outcome, open } = answersOf(decision);
  const { requesterAct: actCode, requesterFeeCents: feeCents, requesterPayment: payment, billing } = outcome;
  const { requesterClaimIdentifiers: demanded } = outcome;
  const actOn = governingDay(decision);
  if (decision.status === "not-in-force" || payment === "none") return noClaim(decision, "requester");
  if (actOn && payment === "annual-lump-sum" && feeCents !== undefined) {
    return { status: "lump-sum", actOn, feeCents, currency, paidIn: yearOf(actOn) + 1 };
  }
  if (!actOn || !actCode || actCode === "none" || feeCents === undefined || !billing || !demanded) {
    return {
      status: "open",
      actCodes: possibleChoices(actCode, open.requesterAct),
      payments: possibleChoices(payment, open.requesterPayment),
      feeCents: possibleRange(feeCents, open.requesterFeeCents),
      needs: needsOf(decision, ["requesterAct", "requesterFeeCents", "requesterPayment"]),
    };
  }
  return withIdentifiers({ actCode, actOn, feeCents, currency, ...termsOf(billing) }, demanded, identifiers);
}

/** The civil year of a day. */
export function yearOf(day: IsoDay): number {
  return Number(day.slice(0, 4));
}

function governingDay(decision: Decision<TeleExpertise>): IsoDay | null {
  // A governing date was checked as a day of the calendar.
  return decision.governingDate as IsoDay | null;
}

function noClaim(decision: Decision<TeleExpertise>, role: TeleExpertiseRole): NoClaim {
  const needs = needsOf(decision, ["refusals", `${role}BillingRefusals`]);
  return { status: "no-claim", refusals: claimRefusals(decision, role), needs };
}

/** What to ask before some decisions are settled. */
function needsOf(decision: Decision<TeleExpertise>, names: readonly (keyof Outcome)[]): readonly Need[] {
  const wanted: readonly string[] = names;
  return (decision.needs ?? []).filter(({ affects }) => affects.some((name) => wanted.includes(name)));
}

function termsOf(billing: Outcome["billing"]) {
  return {
    thirdPartyPayment: billing.includes("third-party-payment"),
    fullyReimbursed: billing.includes("fully-reimbursed"),
    extraFeeAllowed: !billing.includes("no-extra-fee"),
    combinable: !billing.includes("not-combinable"),
  };
}

function withIdentifiers<Act extends object>(
  act: Act,
  demanded: readonly ClaimIdentifier[],
  given: PartyIdentifiers,
) {
  const missingIdentifiers = demanded.filter((identifier) => given[partyOf[identifier]] === undefined);
  if (missingIdentifiers.length > 0) return { status: "incomplete", ...act, missingIdentifiers } as const;
  const identifiers: PartyIdentifiers = Object.fromEntries(
    demanded.map((identifier) => [partyOf[identifier], given[partyOf[identifier]]]),
  );
  return { status: "claim", ...act, identifiers } as const;
}

const partyOf: Readonly<Record<ClaimIdentifier, NamedParty>> = {
  "requester-identifier": "requester",
  "responder-identifier": "responder",
  "patient-identifier": "patient",
};
