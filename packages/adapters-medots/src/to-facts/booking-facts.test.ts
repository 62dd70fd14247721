import { fc, test } from "@fast-check/vitest";
import { decide } from "@guichet/rules";
import { appointmentBooking } from "@guichet/rules/policies/appointment-booking";
import { describe, expect, it } from "vitest";
import { bookingFacts, type RequestKnown } from "./booking-facts.js";

const on = "2026-03-02";
const original = {
  applicant: { role: "patient" },
  patient: { minor: false },
  documents: { identity: "original" },
} as const;

describe("the facts of a request", () => {
  it("leave out what nobody knows", () => {
    expect(bookingFacts(on, {}, "unknown").facts).toEqual({ visit: {}, patient: {} });
  });

  it("tell an entry that is missing from one that was not looked for", () => {
    expect(bookingFacts(on, {}, "unregistered").facts.patient).toEqual({ registeredInMis: false });
    expect(bookingFacts(on, {}, "registered").facts.patient).toEqual({ registeredInMis: true });
  });

  it("say that papers are accepted, or not, once that is decided", () => {
    const accepted = (papers: RequestKnown["papers"]) =>
      bookingFacts(on, { papers }, "unknown").facts.patient?.documentsAccepted;
    expect(accepted(original)).toBe(true);
    expect(accepted({ ...original, documents: { identity: "plain-copy" } })).toBe(false);
    expect(accepted({ ...original, documents: {} })).toBeUndefined();
    expect(accepted(undefined)).toBeUndefined();
  });

  it("come with the decision on the papers", () => {
    expect(bookingFacts(on, { papers: original }, "unknown").papers).toMatchObject({
      governingDate: on,
      outcome: { accepted: true },
    });
  });

  const maybe = <Value>(values: readonly Value[]) =>
    fc.option(fc.constantFrom(...values), { nil: undefined });

  test.prop([
    fc.record({
      channel: maybe(["reception", "contact-centre", "website", "practitioner"] as const),
      visitKind: maybe(["first", "repeat"] as const),
      emergency: maybe([true, false]),
      papers: maybe([original, { ...original, documents: {} }]),
    }),
    fc.constantFrom("registered", "unregistered", "unknown"),
  ])("are facts the policy takes, and fewer of them never decide otherwise", (known, registration) => {
    const slots = { freeOnWantedDays: 1 };
    const decideOn = (facts: ReturnType<typeof bookingFacts>["facts"]) =>
      decide(appointmentBooking, { ...facts, request: { ...facts.request, on }, slots }).outcome?.action;
    const action = decideOn(bookingFacts(on, known, registration).facts);
    const without = decideOn(bookingFacts(on, { ...known, papers: undefined }, "unknown").facts);
    if (without !== undefined) expect(action).toBe(without);
  });
});
