import { fc, it } from "@fast-check/vitest";
import type { FactsOf, IsoDay } from "@guichet/rules";
import { claimTeleExpertise } from "@guichet/rules/desk";
import type { teleExpertise } from "@guichet/rules/policies/tele-expertise";
import { describe, expect } from "vitest";
import { joinFacts } from "./opinion-facts.js";
import { usageFacts, type BilledActs } from "./usage-facts.js";

const facts: FactsOf<typeof teleExpertise> = {
  act: { on: "2026-11-24", region: "metropolitan", sameHealthCentre: false },
  requester: { profession: "nurse" },
  responder: { profession: "physician" },
  patient: { hospitalisedAtRequester: false },
  consent: {
    given: true,
    informedOf: ["reason", "responder-identity", "responder-specialty", "return-mode"],
  },
  request: { urgent: false, channel: "dedicated-platform" },
};
const count = (acts: number, isWhole: boolean): BilledActs => ({
  acts: Array.from({ length: acts }, () => ({ year: 2026, level: "single" })),
  isWhole,
});

describe("what was billed before", () => {
  it("is a fact where nothing is left out of it", () => {
    expect(usageFacts(facts, { responder: count(0, true), requester: count(3, true) })).toMatchObject({
      responderActs: 0,
      requesterActs: 3,
    });
  });

  it("counts in the civil year of the day that is billed, and stays unknown without that day", () => {
    const before = { responder: count(2, true), requester: count(3, true) };
    const usageOn = (on: IsoDay) => usageFacts({ ...facts, act: { ...facts.act, on } }, before);
    const ofTheYear = { responderActs: 2, requesterActs: 3 };
    expect(usageOn("2025-12-31")).toMatchObject({ responderActs: 0, requesterActs: 0 });
    expect(usageOn("2026-01-01")).toMatchObject(ofTheYear);
    expect(usageOn("2026-12-31")).toMatchObject(ofTheYear);
    expect(usageOn("2027-01-01")).toMatchObject({ responderActs: 0, requesterActs: 0 });
    const { on, ...undated } = facts.act ?? {};
    expect(on).toBeDefined();
    expect(usageFacts({ ...facts, act: undated }, before)).toEqual({});
  });

  it("stays unknown where something may be left out, below the cap", () => {
    expect(usageFacts(facts, { responder: count(3, false), requester: count(3, false) })).toEqual({});
  });

  it("is enough where the cap is reached already", () => {
    const usage = usageFacts(facts, { responder: count(4, false), requester: count(4, false) });
    expect(usage).toMatchObject({ responderActs: 4, requesterActs: 4 });
  });

  it.prop([fc.nat({ max: 6 }), fc.nat({ max: 6 }), fc.nat({ max: 6 })])(
    "never settles a claim that the true count would settle otherwise",
    (responder, requester, more) => {
      const before = { responder: count(responder, false), requester: count(requester, false) };
      const claims = claimTeleExpertise({ facts: joinFacts(facts, { usage: usageFacts(facts, before) }) });
      const truth = claimTeleExpertise({
        facts: joinFacts(facts, {
          usage: { responderActs: responder + more, requesterActs: requester + more },
        }),
      });
      if (claims.responder.status === "no-claim") expect(truth.responder.status).toBe("no-claim");
      if (claims.requester.status === "no-claim") expect(truth.requester.status).toBe("no-claim");
      expect([claims.responder.status, claims.requester.status]).not.toContain("incomplete");
    },
  );
});
