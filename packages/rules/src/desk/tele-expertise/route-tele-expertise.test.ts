import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GuichetError } from "../../language/problem.js";
import { opinion } from "./opinion.fixture.js";
import type { ResponderInput, TeleExpertiseRouteInput } from "./read-route.js";
import { routeTeleExpertise } from "./route-tele-expertise.js";

const at = "2026-11-23T09:30+01:00";
const dermatology = { specialty: "dermatology" };

function dermatologist(id: string, change: Partial<ResponderInput> = {}): ResponderInput {
  return { id, profession: "physician", specialty: "dermatology", available: [day("23")], ...change };
}

function day(dayOfMonth: string) {
  return { from: `2026-11-${dayOfMonth}T08:00+01:00`, to: `2026-11-${dayOfMonth}T18:00+01:00` };
}

function route(responders: readonly ResponderInput[], change: Partial<TeleExpertiseRouteInput> = {}) {
  return routeTeleExpertise({ at, to: dermatology, responders, ...change });
}

describe("a request to a specialty", () => {
  it("goes to whoever is available first, and says from when on", () => {
    const found = route([dermatologist("a", { available: [day("24")] }), dermatologist("b")]);
    expect(found).toMatchObject({
      status: "routed",
      responder: "b",
      availableNow: true,
      from: "2026-11-23T08:30:00Z",
      passedOver: [{ responder: "a", reasons: ["available-later"] }],
    });
  });

  it("waits for the first one when nobody is available yet, across overlapping stretches", () => {
    const later = [day("26"), { from: "2026-11-25T12:00Z", to: "2026-11-26T12:00Z" }];
    expect(route([dermatologist("a", { available: later })])).toMatchObject({
      availableNow: false,
      from: "2026-11-25T12:00:00Z",
    });
  });

  it("counts a stretch up to its last second", () => {
    const until = (to: string) => [{ from: "2026-11-23T08:00+01:00", to }];
    expect(route([dermatologist("a", { available: until("2026-11-23T09:30:00+01:00") })])).toMatchObject({
      responder: "a",
      from: "2026-11-23T08:30:00Z",
    });
    expect(route([dermatologist("a", { available: until("2026-11-23T09:29:59+01:00") })])).toEqual({
      status: "nobody",
      passedOver: [{ responder: "a", reasons: ["not-available"] }],
    });
  });

  it("goes to the one with the fewest open requests among those available at the same moment", () => {
    const found = route([
      dermatologist("a"),
      dermatologist("b", { openRequests: 1 }),
      dermatologist("c", { openRequests: 0 }),
    ]);
    expect(found).toMatchObject({
      responder: "c",
      passedOver: [
        { responder: "a", reasons: ["more-open-requests"] },
        { responder: "b", reasons: ["more-open-requests"] },
      ],
    });
  });

  it("goes to the first id, by code unit, when all else is equal", () => {
    expect(route([dermatologist("b"), dermatologist("a10"), dermatologist("a9")])).toMatchObject({
      responder: "a10",
      passedOver: [
        { responder: "a9", reasons: ["later-in-order"] },
        { responder: "b", reasons: ["later-in-order"] },
      ],
    });
  });

  it("passes over a responder with every reason there is", () => {
    const found = route(
      [
        dermatologist("asks", { specialty: "cardiology", profession: "nurse", available: [] }),
        dermatologist("nurse", { profession: "nurse" }),
        dermatologist("midwife", { profession: "midwife", available: [day("24")] }),
      ],
      { requester: "asks" },
    );
    expect(found).toMatchObject({
      responder: "midwife",
      passedOver: [
        {
          responder: "asks",
          reasons: ["other-specialty", "not-available", "is-requester", "responder-not-entitled"],
        },
        { responder: "nurse", reasons: ["responder-not-entitled"] },
      ],
    });
  });

  it("goes to nobody when there is nobody", () => {
    expect(route([])).toEqual({ status: "nobody", passedOver: [] });
  });
});

describe("a request to a person", () => {
  const named = { to: { responder: "b" } };

  it("goes to that person, whoever else is available sooner", () => {
    const found = route([dermatologist("a"), dermatologist("b", { available: [day("24")] })], named);
    expect(found).toMatchObject({
      responder: "b",
      availableNow: false,
      from: "2026-11-24T07:00:00Z",
      passedOver: [{ responder: "a", reasons: ["not-named"] }],
    });
  });

  it("goes there although no availability is known", () => {
    expect(route([dermatologist("b", { available: [day("22")] })], named)).toMatchObject({
      status: "routed",
      availableNow: false,
      from: null,
    });
  });

  it("goes to nobody when that person may not answer, or asks", () => {
    expect(route([dermatologist("b", { profession: "pharmacist" })], named)).toMatchObject({
      status: "nobody",
      passedOver: [{ reasons: ["responder-not-entitled"] }],
    });
    expect(route([dermatologist("b")], { ...named, requester: "b" })).toMatchObject({
      status: "nobody",
      passedOver: [{ reasons: ["is-requester"] }],
    });
  });
});

describe("the policy behind a route", () => {
  it("is asked with the facts so far and the profession of the responder", () => {
    const facts = { ...opinion, responder: { profession: "nurse" } } as const;
    const found = route([dermatologist("a")], { facts });
    if (found.status !== "routed") throw new Error("expected a route");
    expect(found.decision.outcome?.eligible).toBe(true);
    expect(found.decision.outcome?.responderAct).toBe("TE2");
  });

  it("says what stands against the request itself, which is routed all the same", () => {
    const facts = { ...opinion, request: { ...opinion.request, urgent: true } };
    expect(route([dermatologist("a")], { facts })).toMatchObject({
      status: "routed",
      decision: { outcome: { refusals: ["urgent-request"] } },
    });
  });

  it.each([
    ["Europe/Paris", "2026-01-01"],
    ["America/Martinique", "2025-12-31"],
  ])("takes the day of the request from the calendar of %s where it is not known", (zone, on) => {
    const late = { at: "2025-12-31T23:30Z", zone };
    const always = [{ from: "2025-01-01T00:00Z", to: "2027-01-01T00:00Z" }];
    const found = route([dermatologist("a", { available: always })], late);
    expect(found).toMatchObject({ decision: { governingDate: on } });
    const known = route([dermatologist("a", { available: always })], {
      ...late,
      facts: { act: { on: "2026-02-02" } },
    });
    expect(known).toMatchObject({ decision: { governingDate: "2026-02-02" } });
  });
});

describe("bad input to a route", () => {
  it("is refused with every problem of its shape at once", () => {
    const input = {
      at: "2026-11-23T09:30",
      to: {},
      responders: [
        { ...dermatologist("a"), profession: "surgeon", openRequests: -1, available: [{ from: 1, to: at }] },
      ],
      facts: { act: { on: "2026-02-30" } },
      zone: "Paris",
    };
    expect(problemsOf(input)).toEqual([
      ["not-an-instant", "at"],
      ["wrong-type", "to"],
      ["value-not-listed", "responders[0].profession"],
      ["not-an-instant", "responders[0].available[0].from"],
      ["not-a-whole-number", "responders[0].openRequests"],
      ["not-a-date", "facts.act.on"],
      ["zone-unknown", "zone"],
    ]);
  });

  it("is refused with everything that does not go together", () => {
    const reversed = [{ from: "2026-11-23T09:30+01:00", to: "2026-11-23T08:29:59Z" }];
    const moment = [{ from: "2026-11-23T09:30+01:00", to: "2026-11-23T08:30Z" }];
    const responders = [
      dermatologist("a", { available: moment }),
      dermatologist("a", { available: reversed }),
    ];
    expect(problemsOf({ at, to: { responder: "b" }, responders })).toEqual([
      ["responder-unknown", "to.responder"],
      ["id-repeated", "responders[1].id"],
      ["availability-reversed", "responders[1].available[0]"],
    ]);
  });
});

describe("laws of routes", () => {
  const hour = fc.integer({ min: 0, max: 9 }).map((hours) => `2026-11-23T0${hours}:00Z`);
  const responder = fc.record(
    {
      id: fc.constantFrom("a", "b", "c", "d", "e"),
      profession: fc.constantFrom("physician" as const, "dentist" as const, "nurse" as const),
      specialty: fc.constantFrom("dermatology", "cardiology"),
      available: fc.array(
        fc.tuple(hour, hour).map(([one, other]) => ({
          from: one < other ? one : other,
          to: one < other ? other : one,
        })),
        { maxLength: 3 },
      ),
      openRequests: fc.nat({ max: 2 }),
    },
    { requiredKeys: ["id", "profession", "specialty", "available"] },
  );
  const requests = fc.record(
    {
      at: hour,
      to: fc.constant(dermatology),
      requester: fc.constantFrom("a", "b"),
      responders: fc.uniqueArray(responder, { selector: ({ id }) => id }),
    },
    { requiredKeys: ["at", "to", "responders"] },
  );

  it("gives the same answer whatever the order of the responders", () => {
    fc.assert(
      fc.property(
        requests.chain((request) =>
          fc.tuple(
            fc.constant(request),
            fc.shuffledSubarray(request.responders, { minLength: request.responders.length }),
          ),
        ),
        ([request, responders]) => {
          const [found, again] = [request, { ...request, responders }].map((one) => routeTeleExpertise(one));
          expect({ ...again, decision: "" }).toEqual({ ...found, decision: "" });
        },
      ),
    );
  });

  it("names every responder once: the chosen one, or passed over with a reason", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const found = routeTeleExpertise(request);
        const chosen = found.status === "routed" ? [found.responder] : [];
        const named = [...chosen, ...found.passedOver.map((other) => other.responder)];
        expect(named.toSorted()).toEqual(request.responders.map(({ id }) => id).toSorted());
        for (const { reasons } of found.passedOver) expect(reasons).not.toEqual([]);
      }),
    );
  });

  it("never chooses somebody while another suitable one is available sooner", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const found = routeTeleExpertise(request);
        const alone = request.responders.map((one) => routeTeleExpertise({ ...request, responders: [one] }));
        const moments = alone.flatMap((one) => (one.status === "routed" ? [one.from] : [])).toSorted();
        expect(found.status === "routed" ? found.from : undefined).toBe(moments[0]);
      }),
    );
  });

  it("never depends on somebody who was passed over", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const found = routeTeleExpertise(request);
        if (found.status !== "routed") return;
        const responders = request.responders.filter(({ id }) => id === found.responder);
        expect(routeTeleExpertise({ ...request, responders })).toMatchObject({
          responder: found.responder,
          from: found.from,
        });
      }),
    );
  });
});

function problemsOf(input: unknown): readonly (readonly [string, string])[] {
  try {
    routeTeleExpertise(input as TeleExpertiseRouteInput);
  } catch (error) {
    if (!GuichetError.isInstance(error)) throw error;
    return error.problems.map(({ code, where }) => [code, where.replace("routeTeleExpertise, ", "")]);
  }
  return [];
}
