import { decide, type Decision, type FactsOf, type Need, type OutcomeOfPolicy } from "@guichet/rules";
import { clockAt, millisFromInstant } from "@guichet/rules/calendar";
import {
  routeTeleExpertise,
  type AvailableStretch,
  type PassedOver,
  type Routed,
  type RoutedToNobody,
  type TeleExpertiseOptions,
} from "@guichet/rules/desk";
import { teleExpertise } from "@guichet/rules/policies/tele-expertise";
import { match } from "ts-pattern";
import { checkRequest } from "./check-request.js";
import { numberOf, type OpinionRequest, type Professional } from "./opinion-request.js";

type TeleExpertise = typeof teleExpertise;
type Outcome = OutcomeOfPolicy<TeleExpertise>;

/** Somebody who answers requests, and when. */
export interface Responder {
  readonly professional: Professional & { readonly specialty: string };
  readonly available: readonly AvailableStretch[];
  readonly openRequests?: number | undefined;
}

/** The wish for an opinion, and what is known of it. */
export interface OpinionWish extends Pick<OpinionRequest, "askedAt" | "patient" | "requester"> {
  /** A person by number, one of `responders`; or a specialty. */
  readonly to: { readonly responder: string } | { readonly specialty: string };
  /** Who may be chosen. None, for a specialty: the platform finds somebody. */
  readonly responders?: readonly Responder[] | undefined;
  /** What the desk knows, in the words of the policy. What the request itself says goes before it. */
  readonly facts?: FactsOf<TeleExpertise> | undefined;
}

export interface PlanOptions extends TeleExpertiseOptions {
  /** The zone whose calendar gives the day of the request. Left out: `Europe/Paris`. */
  readonly zone?: string | undefined;
}

interface Decided {
  readonly decision: Decision<TeleExpertise>;
}

/** What a wish for an opinion comes to. */
export type OpinionPlan =
  /** It may be made, and to whom it goes. Fees may still be open: nothing is claimed yet. */
  | (Decided & {
      readonly action: "request";
      readonly request: OpinionRequest;
      readonly route: Routed | undefined;
    })
  /** Whether it may be made depends on facts nobody supplied. Reasons that already stand against it are named. */
  | (Decided & {
      readonly action: "ask-first";
      readonly needs: readonly Need[];
    })
  /** It may not be made, and every reason that holds for certain. */
  | (Decided & {
      readonly action: "refuse";
      readonly refusals: Outcome["refusals"];
      /** What the patient must still be told; empty where nothing is missing or nobody knows. */
      readonly consentToObtain: Outcome["consentToObtain"];
    })
  /** It may be made, and nobody can take it. */
  | { readonly action: "nobody"; readonly passedOver: readonly PassedOver[] }
  | (Decided & { readonly action: "not-in-force" });

/**
 * Whether a request for an opinion may be made, and to whom it goes, before anything is recorded or sent.
 *
 * Shape: eligibility and consent must be settled; what is paid may stay open. The day of the opinion is taken as the
 * day of the request where `facts.act.on` says nothing. Of a specialty, the first responder available is chosen.
 * Errors: `request-refused` for identifiers and moments that are none; those of the policy for facts, and those of
 * `routeTeleExpertise`.
 * Source: TE-1, TE-2, TE-5 to TE-7 and TE-15 of the policy `tele-expertise`.
 */
export function planOpinion(wish: OpinionWish, options: PlanOptions = {}): OpinionPlan {
  const { policy = teleExpertise, zone = "Europe/Paris" } = options;
  const addressed = addressOf(wish, { policy, zone });
  if ("status" in addressed) return { action: "nobody", passedOver: addressed.passedOver };
  const { to, route } = addressed;
  const { askedAt, patient, requester, facts } = wish;
  const urgent = facts?.request?.urgent;
  checkRequest({ askedAt, patient, requester, to });

  const decision = decide(policy, factsOf(wish, to, zone));
  if (decision.status === "not-in-force") return { action: "not-in-force", decision };
  const { outcome, open } = decision;
  return match(outcome.eligible)
    .returnType<OpinionPlan>()
    .with(true, () => ({
      action: "request",
      request: {
        askedAt,
        patient,
        requester,
        to,
        ...(urgent === undefined ? {} : { urgent }),
        consentGiven: true,
      },
      route,
      decision,
    }))
    .with(false, () => ({
      action: "refuse",
      refusals: outcome.refusals ?? open.refusals?.certain ?? [],
      consentToObtain: outcome.consentToObtain ?? [],
      decision,
    }))
    .with(undefined, () => ({
      action: "ask-first",
      needs: decision.needs.filter(({ affects }) => affects.includes("eligible")),
      decision,
    }))
    .exhaustive();
}

function addressOf(
  { to, responders = [], facts, ...wish }: OpinionWish,
  { policy, zone }: PlanOptions,
): { readonly to: OpinionRequest["to"]; readonly route: Routed | undefined } | RoutedToNobody {
  if ("specialty" in to && responders.length === 0) return { to, route: undefined };
  const route = routeTeleExpertise(
    {
      at: wish.askedAt,
      to,
      requester: numberOf(wish.requester),
      responders: responders.map(({ professional, available, openRequests }) => ({
        id: numberOf(professional),
        profession: professional.profession,
        specialty: professional.specialty,
        available,
        openRequests,
      })),
      facts,
      zone,
    },
    { policy },
  );
  if (route.status === "nobody") return route;
  const chosen = responders.find(({ professional }) => numberOf(professional) === route.responder);
  if (!chosen) throw new TypeError("unreachable: a request is routed to one of the responders");
  return { to: { responder: chosen.professional }, route };
}

function factsOf(
  { askedAt, requester, facts = {} }: OpinionWish,
  to: OpinionRequest["to"],
  zone: string,
): FactsOf<TeleExpertise> {
  const askedOn = clockAt(millisFromInstant(askedAt) ?? 0, zone).day;
  return {
    ...facts,
    act: { on: askedOn, ...facts.act },
    requester: { profession: requester.profession },
    ...("responder" in to ? { responder: { profession: to.responder.profession } } : {}),
    request: { ...facts.request, channel: "dedicated-platform" },
  };
}
