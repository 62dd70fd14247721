import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide } from "../../engine/decide.js";
import { declaredFacts } from "../../language/declared-facts.js";
import { GuichetError } from "../../language/problem.js";
import { teleExpertise } from "../../policies/tele-expertise/policy.js";
import { arbitraryFacts, arbitraryPartialFacts } from "../../testing/arbitrary-facts.js";
import { claimTeleExpertise } from "./claim-tele-expertise.js";
import { complexOpinionOn, opinion, opinionOn } from "./opinion.fixture.js";

const paths = [...declaredFacts(teleExpertise.facts).keys()];
const identifiers = { requester: "requester-1", responder: "responder-1", patient: "patient-1" };

describe("a claim for an opinion of today", () => {
  const { responder, requester } = claimTeleExpertise({ facts: opinion, identifiers });

  it("is drafted for the responder with code, day, fee and the identifiers the policy demands", () => {
    expect(responder).toEqual({
      status: "claim",
      actCode: "TE2",
      actOn: "2026-11-23",
      level: "single",
      feeCents: 2300,
      currency: "EUR",
      thirdPartyPayment: true,
      fullyReimbursed: true,
      extraFeeAllowed: false,
      combinable: false,
      identifiers: { requester: "requester-1", patient: "patient-1" },
    });
  });

  it("is drafted for the requester with an act of its own, which names the responder", () => {
    expect(requester).toMatchObject({
      status: "claim",
      actCode: "RQD",
      actOn: "2026-11-23",
      feeCents: 1000,
      identifiers: { responder: "responder-1", patient: "patient-1" },
    });
  });

  it("is incomplete while a demanded identifier is missing, and names no other", () => {
    const claims = claimTeleExpertise({ facts: opinion, identifiers: { responder: "responder-1" } });
    expect(claims.responder).toMatchObject({
      status: "incomplete",
      actCode: "TE2",
      missingIdentifiers: ["requester-identifier", "patient-identifier"],
    });
    expect(claims.requester).toMatchObject({
      status: "incomplete",
      missingIdentifiers: ["patient-identifier"],
    });
    expect(claims.responder).not.toHaveProperty("identifiers");
  });
});

describe("the turn of the rules on 2022-04-01", () => {
  const before = claimTeleExpertise({ facts: complexOpinionOn("2022-03-31"), identifiers });
  const after = claimTeleExpertise({ facts: complexOpinionOn("2022-04-01"), identifiers });

  it("gives the code TE2 another meaning: the day and the level tell which", () => {
    expect(before.responder).toMatchObject({ actCode: "TE2", actOn: "2022-03-31", level: "2" });
    expect(after.responder).toMatchObject({ actCode: "TE2", actOn: "2022-04-01", level: "single" });
  });

  it("ends the yearly lump sum of the requester, who bills an act since", () => {
    expect(before.requester).toEqual({
      status: "lump-sum",
      actOn: "2022-03-31",
      feeCents: 1000,
      currency: "EUR",
      paidIn: 2023,
    });
    expect(after.requester).toMatchObject({ status: "claim", actCode: "RQD", feeCents: 1000 });
  });
});

describe("no claim", () => {
  it("is drafted for either role when something stands against the opinion", () => {
    const facts = { ...opinion, consent: { ...opinion.consent, given: false } };
    const { responder, requester } = claimTeleExpertise({ facts, identifiers });
    const refused = {
      status: "no-claim",
      refusals: [{ about: "opinion", refusal: "consent-missing" }],
      needs: [],
    };
    expect(responder).toEqual(refused);
    expect(requester).toEqual(refused);
  });

  it("is drafted for the role that cannot bill, the other one is paid", () => {
    const facts = { ...opinion, usage: { ...opinion.usage, responderActs: 4 } };
    const { responder, requester } = claimTeleExpertise({ facts, identifiers });
    expect(responder).toMatchObject({
      status: "no-claim",
      refusals: [{ about: "responder", refusal: "annual-cap-reached" }],
    });
    expect(requester.status).toBe("claim");
  });

  it("was drafted for either role before 2022-04-01 when one of them could not bill, and says which", () => {
    const facts = { ...opinionOn("2022-03-31"), responder: { profession: "dentist" } } as const;
    const refused = {
      status: "no-claim",
      refusals: [{ about: "responder", refusal: "profession-cannot-bill" }],
      needs: [],
    };
    const { responder, requester } = claimTeleExpertise({ facts, identifiers });
    expect(responder).toEqual(refused);
    expect(requester).toEqual(refused);
  });

  it("is certain while its other reasons are not: they are asked for", () => {
    const { responder } = claimTeleExpertise({
      facts: { act: { on: "2026-11-23" }, consent: { given: false } },
    });
    if (responder.status !== "no-claim") throw new Error(`expected no claim, got ${responder.status}`);
    expect(responder.refusals).toEqual([{ about: "opinion", refusal: "consent-missing" }]);
    expect(responder.needs.map(({ fact }) => fact)).toContain("request.urgent");
  });
});

describe("a claim while facts are missing", () => {
  it("is open: the codes and the fees that are possible, and what to ask for this role only", () => {
    const { patient, request, ...rest } = complexOpinionOn("2021-11-23");
    const known = { ...rest, patient, request: { ...request, complex: undefined } };
    const { responder, requester } = claimTeleExpertise({ facts: JSON.parse(JSON.stringify(known)) });
    expect(responder).toMatchObject({
      status: "open",
      actCodes: ["TE1", "TE2"],
      feeCents: { from: 1200, to: 2000 },
      needs: [{ fact: "request.complex", holder: "practitioner" }],
    });
    expect(requester).toMatchObject({
      status: "open",
      actCodes: ["none"],
      payments: ["annual-lump-sum"],
      feeCents: { from: 500, to: 1000 },
    });
    const { responder: answered } = claimTeleExpertise({
      facts: { ...opinion, requester: {} },
      identifiers,
    });
    expect(answered.status).toBe("claim");
  });

  it("is open for every opinion without its day that somebody might bill", () => {
    const { region, sameHealthCentre } = opinion.act;
    const { responder } = claimTeleExpertise({ facts: { ...opinion, act: { region, sameHealthCentre } } });
    expect(responder).toMatchObject({ status: "open", needs: [{ fact: "act.on" }] });
  });
});

describe("bad input to a claim", () => {
  it("is refused with every problem at once, and never with an identifier", () => {
    const input = { facts: { act: { on: "2026-02-30" } }, identifiers: { patient: 1234567890, payer: "x" } };
    const error = caught(() => claimTeleExpertise(input as never));
    expect(error.code).toBe("input-refused");
    expect(error.problems.map(({ code, where }) => [code, where])).toEqual([
      ["not-a-date", "claimTeleExpertise, facts.act.on"],
      ["not-a-text", "claimTeleExpertise, identifiers.patient"],
      ["property-unknown", "claimTeleExpertise, identifiers.payer"],
    ]);
    expect(error.message).not.toContain("1234567890");
  });
});

/** Random facts, with whole groups of the ordinary opinion: otherwise hardly any of them is ever billed. */
const opinions = fc
  .tuple(
    arbitraryFacts(teleExpertise),
    fc.subarray(["requester", "responder", "patient", "consent", "request", "usage"] as const),
  )
  .map(([facts, ordinary]) => ({
    ...facts,
    ...Object.fromEntries(ordinary.map((group) => [group, opinion[group]])),
  }));

describe("laws of claims", () => {
  it("are tried on opinions that are billed, and on others", () => {
    const statuses = fc.sample(opinions, { numRuns: 300, seed: 7 }).map((facts) => {
      const { responder, requester } = claimTeleExpertise({ facts, identifiers });
      return [`responder ${responder.status}`, `requester ${requester.status}`];
    });
    expect(new Set(statuses.flat())).toEqual(
      new Set([
        "responder claim",
        "responder no-claim",
        "requester claim",
        "requester no-claim",
        "requester lump-sum",
      ]),
    );
  });

  it("pays what the policy decides, in money and in kind, when every fact is known", () => {
    fc.assert(
      fc.property(opinions, (facts) => {
        const { responder, requester, decision } = claimTeleExpertise({ facts, identifiers });
        if (decision.status !== "decided") throw new Error("complete facts are decided");
        const { outcome } = decision;
        expect("feeCents" in responder ? responder.feeCents : 0).toBe(outcome.responderFeeCents);
        expect("feeCents" in requester ? requester.feeCents : 0).toBe(outcome.requesterFeeCents);
        expect("actCode" in responder ? responder.actCode : "none").toBe(outcome.responderAct);
        expect("actCode" in requester ? requester.actCode : "none").toBe(outcome.requesterAct);
        expect(requester.status === "lump-sum").toBe(outcome.requesterPayment === "annual-lump-sum");
      }),
    );
  });

  it("never leaves a refusal without a reason when every fact is known", () => {
    fc.assert(
      fc.property(opinions, (facts) => {
        const { responder, requester } = claimTeleExpertise({ facts });
        for (const claim of [responder, requester]) {
          if (claim.status === "no-claim") expect(claim.refusals).not.toEqual([]);
          expect(claim.status).not.toBe("open");
        }
      }),
    );
  });

  it("drafts a claim on partial facts only when every completion would be paid the same", () => {
    fc.assert(
      fc.property(opinions, fc.subarray(paths, { maxLength: 4 }), (facts, unknown) => {
        const known = without(facts, unknown);
        const { responder } = claimTeleExpertise({ facts: known });
        if (responder.status !== "incomplete") return;
        expect(decide(teleExpertise, facts).outcome).toMatchObject({
          responderAct: responder.actCode,
          responderFeeCents: responder.feeCents,
        });
      }),
    );
  });

  it("asks for something whenever a claim is open", () => {
    fc.assert(
      fc.property(arbitraryPartialFacts(teleExpertise), (facts) => {
        const { responder, requester } = claimTeleExpertise({ facts });
        for (const claim of [responder, requester]) {
          if (claim.status === "open") expect(claim.needs).not.toEqual([]);
        }
      }),
    );
  });

  it("holds no identifier the policy does not demand", () => {
    fc.assert(
      fc.property(opinions, (facts) => {
        const { responder, decision } = claimTeleExpertise({ facts, identifiers });
        const named = responder.status === "claim" ? Object.keys(responder.identifiers) : [];
        expect(named.map((party) => `${party}-identifier`)).toEqual(
          decision.outcome?.responderClaimIdentifiers,
        );
      }),
    );
  });
});

function without<Facts extends object>(facts: Facts, unknown: readonly string[]): Facts {
  const groups = Object.entries(facts).map(([group, members]) => [
    group,
    Object.fromEntries(
      Object.entries(members as object).filter(([name]) => !unknown.includes(`${group}.${name}`)),
    ),
  ]);
  return Object.fromEntries(groups) as Facts;
}

function caught(run: () => unknown): GuichetError {
  try {
    run();
  } catch (error) {
    if (GuichetError.isInstance(error)) return error;
    throw error;
  }
  throw new Error("expected a refusal");
}
