import { GuichetError } from "@guichet/rules";
import { describe, expect, it } from "vitest";
import { dermatologist, nurse, wish } from "../wish.fixture.js";
import { planOpinion } from "./plan-opinion.js";

const consent = {
  given: true,
  informedOf: ["reason", "responder-identity", "responder-specialty", "return-mode"],
} as const;

describe("a wish for an opinion", () => {
  it("becomes a request to the person who was named, consent settled and fees still open", () => {
    const plan = planOpinion(wish);
    expect(plan.action).toBe("request");
    if (plan.action !== "request") return;
    expect(plan.request.to).toEqual({ responder: dermatologist });
    expect(plan.request.consentGiven).toBe(true);
    expect(plan.decision.status).toBe("open");
  });

  it("asks what is missing before anything is made, and nothing else", () => {
    const plan = planOpinion({ ...wish, facts: { consent: { given: true } } });
    expect(plan).toMatchObject({ action: "ask-first" });
    if (plan.action !== "ask-first") return;
    expect(plan.needs.map(({ fact }) => fact).toSorted()).toEqual(["consent.informedOf", "request.urgent"]);
  });

  it("is refused without consent, with every reason that holds", () => {
    const plan = planOpinion({
      ...wish,
      facts: { consent: { ...consent, given: false }, request: { urgent: true } },
    });
    expect(plan).toMatchObject({ action: "refuse", refusals: ["consent-missing", "urgent-request"] });
  });

  it("is refused while the patient has not been told everything, and says what is left to tell", () => {
    const plan = planOpinion({
      ...wish,
      facts: { ...wish.facts, consent: { given: true, informedOf: ["reason", "return-mode"] } },
    });
    expect(plan).toMatchObject({
      action: "refuse",
      refusals: ["consent-information-incomplete"],
      consentToObtain: ["responder-identity", "responder-specialty"],
    });
  });

  it("names the reasons that hold even while others are open", () => {
    const plan = planOpinion({ ...wish, facts: { consent: { given: false } } });
    expect(plan).toMatchObject({ action: "refuse", refusals: ["consent-missing"], consentToObtain: [] });
  });

  it("goes to whoever of a specialty is available first", () => {
    const other = { ...dermatologist, rpps: "10000000003" };
    const plan = planOpinion({
      ...wish,
      to: { specialty: "SM15" },
      responders: [
        {
          professional: dermatologist,
          available: [{ from: "2026-11-23T14:00+01:00", to: "2026-11-23T18:00+01:00" }],
        },
        {
          professional: other,
          available: [{ from: "2026-11-23T09:00+01:00", to: "2026-11-23T12:00+01:00" }],
        },
      ],
    });
    expect(plan).toMatchObject({
      action: "request",
      request: { to: { responder: other } },
      route: { availableNow: true, passedOver: [{ responder: "10000000002", reasons: ["available-later"] }] },
    });
  });

  it("goes to nobody where nobody of the specialty is available, and says why", () => {
    const plan = planOpinion({ ...wish, to: { specialty: "SM15" } });
    expect(plan).toEqual({
      action: "nobody",
      passedOver: [{ responder: "10000000002", reasons: ["not-available"] }],
    });
  });

  it("leaves the choice to the platform where no responder is known, once it is said who answers there", () => {
    const open = { ...wish, to: { specialty: "SM15" }, responders: [] };
    expect(planOpinion(open)).toMatchObject({
      action: "ask-first",
      needs: [{ fact: "responder.profession" }],
    });
    const plan = planOpinion({ ...open, facts: { ...wish.facts, responder: { profession: "physician" } } });
    expect(plan).toMatchObject({
      action: "request",
      request: { to: { specialty: "SM15" } },
      route: undefined,
    });
  });

  it("is dated by the clinic's calendar: the last minutes of a year in Paris are in that year", () => {
    const late = planOpinion({ ...wish, askedAt: "2025-12-31T22:59:59Z" });
    const early = planOpinion({ ...wish, askedAt: "2025-12-31T23:00:00Z" });
    expect([late, early].map((plan) => "decision" in plan && plan.decision.governingDate)).toEqual([
      "2025-12-31",
      "2026-01-01",
    ]);
  });

  it("is refused before there was tele-expertise", () => {
    const plan = planOpinion({ ...wish, askedAt: "1900-01-01T00:00:00Z" });
    expect(plan.action).toBe("refuse");
  });

  it("is refused at once with identifiers that are none, each named and none repeated", () => {
    const wrong = {
      ...wish,
      askedAt: "2026-11-23 09:30",
      patient: { ...wish.patient, ins: "258019999900128", bornOn: "1958-02-30" as const },
      requester: { ...nurse, rpps: "1", workplace: { finess: "x", name: "y" } },
      to: { specialty: "SM15" },
      responders: [],
    };
    const refusal = refusalOf(() => planOpinion(wrong));
    expect(refusal.problems.map(({ code }) => code)).toEqual([
      "not-an-instant",
      "not-an-ins-number",
      "not-a-date",
      "not-an-rpps-number",
      "not-a-finess-number",
    ]);
    expect(refusal.message).not.toMatch(/2580199|1958/);
  });
});

function refusalOf(work: () => unknown): GuichetError {
  try {
    work();
  } catch (error) {
    if (GuichetError.isInstance(error)) return error;
  }
  throw new Error("nothing was refused");
}
