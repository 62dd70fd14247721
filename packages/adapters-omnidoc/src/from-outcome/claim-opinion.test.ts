import type { IsoDay } from "@guichet/rules";
import { describe, expect, it } from "vitest";
import type { Opinion } from "../to-facts/opinion.js";
import { requestStates } from "../wire/request-state.js";
import { claimOpinion } from "./claim-opinion.js";
import { opinionStatement } from "./opinion-statement.js";

const opinion: Opinion = {
  remoteId: "r-1",
  version: "1",
  state: "completed",
  answeredOn: "2026-11-24",
  urgent: false,
  consentGiven: true,
  ins: "258019999900129",
  requester: { number: "10000000001", profession: "nurse", region: "metropolitan", healthCentre: false },
  responder: { number: "10000000002", profession: "physician", region: "metropolitan", healthCentre: false },
};
const desk = {
  patient: { hospitalisedAtRequester: false },
  consent: { informedOf: ["reason", "responder-identity", "responder-specialty", "return-mode"] },
} as const;
const none = { acts: [], isWhole: true };

describe("the claims of an opinion", () => {
  it("are drafted for both sides once it is answered, each naming the other and the patient", () => {
    const claims = claimOpinion({ opinion, facts: desk, before: { responder: none, requester: none } });
    expect(claims).toMatchObject({
      status: "answered",
      responder: {
        status: "claim",
        actCode: "TE2",
        feeCents: 2300,
        identifiers: { requester: "10000000001", patient: "258019999900129" },
      },
      requester: {
        status: "claim",
        actCode: "RQD",
        feeCents: 1000,
        identifiers: { responder: "10000000002", patient: "258019999900129" },
      },
    });
  });

  it("stay open while nobody knows what was billed before", () => {
    const claims = claimOpinion({ opinion, facts: desk });
    expect(claims).toMatchObject({ responder: { status: "open" }, requester: { status: "open" } });
  });

  it("ask the desk for the day the platform did not name, and follow the day it names", () => {
    const undated = { ...opinion, answeredOn: undefined };
    const before = { responder: none, requester: none };
    const open = claimOpinion({ opinion: undated, facts: desk, before });
    if (open.status !== "answered" || open.responder.status !== "open") throw new Error("not open");
    expect(open.responder.needs.map(({ fact }) => fact)).toContain("act.on");
    const claimedOn = (on: IsoDay) =>
      claimOpinion({ opinion: undated, facts: { ...desk, act: { on } }, before });
    expect(claimedOn("2025-12-31")).toMatchObject({ responder: { status: "claim", feeCents: 2000 } });
    expect(claimedOn("2026-01-01")).toMatchObject({ responder: { status: "claim", feeCents: 2300 } });
  });

  it("lack the identifiers the platform did not tell", () => {
    const claims = claimOpinion({
      opinion: { ...opinion, ins: undefined },
      facts: desk,
      before: { responder: none, requester: none },
    });
    expect(claims).toMatchObject({
      responder: { status: "incomplete", missingIdentifiers: ["patient-identifier"] },
    });
  });

  it("are not drafted before it is answered, nor where it never will be", () => {
    const statuses = requestStates.map((state) => [
      state,
      claimOpinion({ opinion: { ...opinion, state } }).status,
    ]);
    expect(Object.fromEntries(statuses)).toEqual({
      draft: "waiting",
      ready: "waiting",
      active: "waiting",
      "in-progress": "waiting",
      "on-hold": "waiting",
      completed: "answered",
      revoked: "given-up",
      "entered-in-error": "given-up",
      unknown: "waiting",
    });
  });
});

describe("the statement of a year", () => {
  const early: Opinion = {
    ...opinion,
    answeredOn: "2021-05-04",
    requester: { ...opinion.requester, profession: "physician" },
  };
  const known = {
    ...desk,
    patient: { longTermCondition: true, knownToResponder: false, hospitalisedAtRequester: false },
    request: { complex: false },
    usage: { responderLevel1Acts: 0, responderLevel2Acts: 0 },
  } as const;

  it("pays a requester for its answered opinions in one sum, and for nobody else's", () => {
    const statement = opinionStatement({
      year: 2021,
      requester: "10000000001",
      opinions: [
        { opinion: early, facts: known },
        { opinion: { ...early, remoteId: "r-2" }, facts: known },
        { opinion: { ...early, remoteId: "r-3", state: "revoked" }, facts: known },
        { opinion: { ...early, remoteId: "r-4", requester: { number: "10000000005" } }, facts: known },
        { opinion: { ...early, remoteId: "r-5", answeredOn: undefined }, facts: known },
      ],
    });
    expect(statement).toMatchObject({ status: "settled", sumCents: 1000, paidCents: 1000, uncounted: [] });
    expect(statement.undated).toEqual(["r-5"]);
  });

  it("counts an opinion whose day only the desk knows, on that day", () => {
    const undated = { ...early, answeredOn: undefined };
    const stated = (on: IsoDay) =>
      opinionStatement({
        year: 2021,
        requester: "10000000001",
        opinions: [{ opinion: undated, facts: { ...known, act: { on } } }],
      });
    expect(stated("2021-12-31")).toMatchObject({ sumCents: 500, undated: [] });
    expect(stated("2022-01-01")).toMatchObject({ sumCents: 0, undated: [] });
  });

  it("says of a later year that each is billed by itself", () => {
    const statement = opinionStatement({
      year: 2026,
      requester: "10000000001",
      opinions: [{ opinion, facts: { ...desk, usage: { requesterActs: 0, responderActs: 0 } } }],
    });
    expect(statement.uncounted).toMatchObject([{ id: "r-1", because: "billed-per-act" }]);
  });
});
