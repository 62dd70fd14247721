// A tele-expertise: who gets the request, whether it may be made, and what both sides bill once it is answered.
import { decide, type FactsOf } from "@guichet/rules";
import { amountInWords, claimTeleExpertise, routeTeleExpertise } from "@guichet/rules/desk";
import { teleExpertise } from "@guichet/rules/policies/tele-expertise";

// A nurse asks for a dermatologist's opinion on the platform.
const request: FactsOf<typeof teleExpertise> = {
  act: { on: "2026-11-23", region: "metropolitan", sameHealthCentre: false },
  requester: { profession: "nurse" },
  patient: { hospitalisedAtRequester: false },
  consent: { given: true, informedOf: ["reason", "responder-identity", "responder-specialty"] },
  request: { urgent: false, channel: "dedicated-platform" },
};

const physician = { profession: "physician", specialty: "dermatology" } as const;
const route = routeTeleExpertise({
  at: "2026-11-23T09:30+01:00",
  to: { specialty: "dermatology" },
  requester: "nurse-1",
  responders: [
    {
      ...physician,
      id: "dermatologist-1",
      available: [{ from: "2026-11-23T14:00+01:00", to: "2026-11-23T18:00+01:00" }],
    },
    {
      ...physician,
      id: "dermatologist-2",
      available: [{ from: "2026-11-23T09:00+01:00", to: "2026-11-23T12:00+01:00" }],
    },
  ],
  facts: request,
});
if (route.status === "routed") console.log("to", route.responder, route.passedOver);

// The patient has not been told yet how the answer comes back.
const asked = { ...request, responder: { profession: "physician" } } as const;
const { outcome } = decide(teleExpertise, asked);
console.log(outcome?.eligible, outcome?.refusals, outcome?.consentToObtain);

const told = { ...request.consent, informedOf: teleExpertise.facts.consent.informedOf.values };
const usage = { responderActs: 1, requesterActs: 0 };
const { responder, requester } = claimTeleExpertise({
  facts: { ...asked, consent: told, usage },
  identifiers: { requester: "nurse-1", responder: "dermatologist-2", patient: "patient-1" },
});
for (const claim of [responder, requester]) {
  if (claim.status !== "claim") continue;
  console.log(claim.actCode, amountInWords(claim.feeCents, claim.currency, "en"), claim.identifiers);
}
