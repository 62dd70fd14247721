// The rule changed that day: the governing date chooses the edition and the rates, and nothing reads the clock.
import { decide } from "@guichet/rules";
import { teleExpertise } from "@guichet/rules/policies/tele-expertise";

const days = ["2022-03-31", "2022-04-01", "2025-12-31", "2026-01-01"] as const;

for (const on of days) {
  const { edition, outcome, because } = decide(teleExpertise, {
    act: { on, region: "metropolitan", sameHealthCentre: false },
    requester: { profession: "physician" },
    responder: { profession: "physician" },
    patient: { longTermCondition: true, knownToResponder: true, hospitalisedAtRequester: false },
    consent: {
      given: true,
      informedOf: ["reason", "responder-identity", "responder-specialty", "return-mode"],
    },
    request: { urgent: false, channel: "secure-health-messaging", complex: true },
    usage: { responderLevel1Acts: 0, responderLevel2Acts: 0, responderActs: 0, requesterActs: 0 },
  });
  const rates = because?.find(({ decision }) => decision === "responderFeeCents")?.rates ?? [];
  console.log(on, "edition", edition, outcome?.responderAct, outcome?.responderFeeCents, "cents");
  for (const { name, value, from } of rates) console.log(`  ${name} is ${String(value)} since ${from}`);
}
