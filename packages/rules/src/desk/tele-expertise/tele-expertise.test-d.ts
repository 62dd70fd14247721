import { describe, expectTypeOf, it } from "vitest";
import { claimTeleExpertise } from "./claim-tele-expertise.js";
import { requesterStatement } from "./requester-statement.js";
import { routeTeleExpertise } from "./route-tele-expertise.js";

const { responder, requester } = claimTeleExpertise({ facts: { act: { on: "2026-11-23" } } });

describe("a claim", () => {
  it("has a fee and identifiers only where there is one", () => {
    // @ts-expect-error there may be no claim
    void responder.feeCents;
    if (responder.status === "claim") {
      expectTypeOf(responder.actCode).toEqualTypeOf<"TE1" | "TE2">();
      expectTypeOf(responder.level).toEqualTypeOf<"1" | "2" | "single">();
      expectTypeOf(responder.identifiers.patient).toEqualTypeOf<string | undefined>();
    }
    // @ts-expect-error a claim that lacks identifiers holds none
    if (responder.status === "incomplete") void responder.identifiers;
    // @ts-expect-error a range is no fee
    if (responder.status === "open") responder.feeCents.toFixed();
  });

  it("of the responder is never a share in the lump sum", () => {
    // @ts-expect-error only the requester had one
    void (responder.status === "lump-sum");
    if (requester.status === "lump-sum") expectTypeOf(requester.paidIn).toEqualTypeOf<number>();
  });

  it("takes facts of the policy, and identifiers of the three parties", () => {
    // @ts-expect-error there is no fact "act.onn"
    claimTeleExpertise({ facts: { act: { onn: "2026-11-23" } } });
    // @ts-expect-error nobody else is named
    claimTeleExpertise({ facts: {}, identifiers: { payer: "x" } });
  });
});

describe("a statement", () => {
  it("says what is paid for each act only once it is settled", () => {
    const statement = requesterStatement({ year: 2021, acts: [] });
    // @ts-expect-error it may be a range
    statement.paidCents.toFixed();
    // @ts-expect-error nothing fell off while acts are open
    if (statement.status === "open") void statement.fellOff;
    if (statement.status === "settled")
      expectTypeOf(statement.acts[0]?.cutCents).toEqualTypeOf<number | undefined>();
  });
});

describe("a route", () => {
  it("has a responder only where there is one", () => {
    const route = routeTeleExpertise({ at: "2026-11-23T09:30Z", to: { specialty: "x" }, responders: [] });
    // @ts-expect-error it may lead to nobody
    void route.responder;
    // @ts-expect-error a request has one addressee
    routeTeleExpertise({ at: "2026-11-23T09:30Z", to: {}, responders: [] });
  });
});
