import { describe, expect, it } from "vitest";
import { neutralDialect } from "../wire/dialect.js";
import { dermatologist, nurse, wish } from "../wish.fixture.js";
import type { OpinionRequest } from "./opinion-request.js";
import { requestBundle } from "./request-bundle.js";

const request: OpinionRequest = {
  askedAt: wish.askedAt,
  patient: wish.patient,
  requester: nurse,
  to: { responder: dermatologist },
  consentGiven: true,
};
const options = { dialect: neutralDialect, conditionalCreate: true };
const reference = "7b0c8f0e-0d1e-4c56-9d64-3f3c2f1f7f10";

describe("the transaction of a request", () => {
  it("makes a draft proposal with consent, and points to everybody it brings along", () => {
    const { entry = [], type } = requestBundle(request, reference, options);
    expect(type).toBe("transaction");
    expect(entry.map(({ resource }) => resource?.resourceType)).toEqual([
      "ServiceRequest",
      "Patient",
      "Practitioner",
      "PractitionerRole",
      "Organization",
      "Practitioner",
      "PractitionerRole",
      "Organization",
    ]);
    expect(entry[0]?.resource).toMatchObject({
      status: "draft",
      intent: "proposal",
      authoredOn: "2026-11-23T08:30:00Z",
      extension: [{ url: neutralDialect.extensions.patientConsent, valueBoolean: true }],
      identifier: [{ system: neutralDialect.systems.reference, value: reference }],
    });
    const pointed = JSON.stringify(entry).matchAll(/"reference":"(urn:uuid:[^"]+)"/g);
    const named = new Set(entry.map(({ fullUrl }) => fullUrl));
    expect([...pointed].every(([, urn]) => named.has(urn))).toBe(true);
    expect(named.size).toBe(entry.length);
  });

  it("is the same, byte for byte, each time it is made, and shares no name with another request", () => {
    const text = (ourReference: string) => JSON.stringify(requestBundle(request, ourReference, options));
    expect(text(reference)).toBe(text(reference));
    const names = (ourReference: string): readonly string[] =>
      text(ourReference).match(/urn:uuid:[-\da-f]{36}/g) ?? [];
    expect(names(reference).some((name) => names("another").includes(name))).toBe(false);
  });

  it("asks for each thing to be made once where the platform can, by an identifier of its own", () => {
    const conditions = (conditionalCreate: boolean) =>
      requestBundle(request, reference, { ...options, conditionalCreate }).entry?.map(
        (one) => one.request?.["ifNoneExist"],
      ) ?? [];
    expect(new Set(conditions(true)).size).toBe(8);
    expect(conditions(true)[0]).toBe(
      `identifier=${encodeURIComponent(`${neutralDialect.systems.reference}|${reference}`)}`,
    );
    expect(conditions(false).every((condition) => condition === undefined)).toBe(true);
  });

  it("names a place once where both work at it", () => {
    const together = { ...dermatologist, workplace: nurse.workplace };
    const { entry = [] } = requestBundle({ ...request, to: { responder: together } }, reference, options);
    expect(entry.filter(({ resource }) => resource?.resourceType === "Organization")).toHaveLength(1);
  });

  it("is addressed to a specialty where nobody is named", () => {
    const { entry = [] } = requestBundle({ ...request, to: { specialty: "SM15" } }, reference, options);
    expect(entry).toHaveLength(5);
    expect(entry[0]?.resource).toMatchObject({
      performerType: { coding: [{ system: neutralDialect.systems.specialty, code: "SM15" }] },
    });
    expect(entry[0]?.resource).not.toHaveProperty("performer");
  });

  it("says whether it is urgent where that is known", () => {
    const priorityOf = (asked: OpinionRequest) =>
      requestBundle(asked, reference, options).entry?.[0]?.resource?.["priority"];
    expect(priorityOf(request)).toBeUndefined();
    expect(priorityOf({ ...request, urgent: false })).toBe("routine");
    expect(priorityOf({ ...request, urgent: true })).toBe("urgent");
  });

  it("says nothing of why an opinion is asked for", () => {
    const text = JSON.stringify(requestBundle(request, reference, options));
    expect(text).not.toMatch(/note|reason|patientInstruction/);
  });
});
