import { decide } from "@guichet/rules";
import { teleExpertise } from "@guichet/rules/policies/tele-expertise";
import { describe, expect, it } from "vitest";
import { bundle } from "../wire/bundle.js";
import { neutralDialect, type Region } from "../wire/dialect.js";
import { opinionFacts } from "./opinion-facts.js";
import { opinionsIn } from "./opinion.js";

const { systems, extensions } = neutralDialect;
const coded = (system: string, code: string) => [{ coding: [{ system, code }] }];

const request = {
  resourceType: "ServiceRequest",
  id: "r-1",
  meta: { versionId: "3", lastUpdated: "2026-03-02T09:00:00.000Z" },
  status: "completed",
  intent: "proposal",
  priority: "routine",
  authoredOn: "2025-12-30T10:00:00Z",
  occurrenceDateTime: "2025-12-31T23:30:00Z",
  extension: [{ url: extensions.patientConsent, valueBoolean: true }],
  identifier: [{ system: systems.reference, value: "reference-1" }],
  subject: { reference: "Patient/p-1" },
  requester: { reference: "PractitionerRole/role-1" },
  performer: [{ reference: "PractitionerRole/role-2" }],
};
const named = [
  { resourceType: "Patient", id: "p-1", identifier: [{ system: systems.ins[0], value: "258019999900129" }] },
  {
    resourceType: "PractitionerRole",
    id: "role-1",
    practitioner: { reference: "Practitioner/d-1" },
    organization: { reference: "Organization/o-1" },
    code: coded(systems.profession, "60"),
  },
  {
    resourceType: "Practitioner",
    id: "d-1",
    identifier: [{ system: systems.rpps[0], value: "810000000001" }],
  },
  {
    resourceType: "Organization",
    id: "o-1",
    identifier: [{ system: systems.finess[0], value: "990000011" }],
    type: coded(systems.organizationType, "603"),
    address: [{ postalCode: "75001" }],
  },
  {
    resourceType: "PractitionerRole",
    id: "role-2",
    practitioner: { reference: "Practitioner/d-2" },
    organization: { reference: "Organization/o-1" },
    code: coded(systems.profession, "10"),
  },
  {
    resourceType: "Practitioner",
    id: "d-2",
    identifier: [{ system: systems.rpps[0], value: "10000000002" }],
  },
];

function opinionOf(change: object = {}, others: readonly object[] = named) {
  const page = bundle.parse({
    resourceType: "Bundle",
    type: "searchset",
    entry: [{ ...request, ...change }, ...others].map((resource) => ({ resource })),
  });
  const [opinion] = opinionsIn(page, { dialect: neutralDialect, zone: "Europe/Paris" });
  if (opinion === undefined) throw new Error("no opinion");
  return opinion;
}

const without = (id: string) => named.filter((one) => one.id !== id);
const changed = (id: string, change: object) =>
  named.map((one) => (one.id === id ? { ...one, ...change } : one));

describe("an opinion, as the platform tells it", () => {
  it("becomes the facts of the policy", () => {
    const opinion = opinionOf();
    expect(opinion).toMatchObject({
      ins: "258019999900129",
      reference: "reference-1",
      askedOn: "2025-12-30",
    });
    expect(opinionFacts(opinion)).toEqual({
      act: { on: "2026-01-01", region: "metropolitan", sameHealthCentre: true },
      requester: { profession: "nurse" },
      responder: { profession: "physician" },
      consent: { given: true },
      request: { urgent: false, channel: "dedicated-platform" },
    });
  });

  it.each([
    ["routine", false],
    ["urgent", true],
    ["asap", true],
    ["stat", true],
    ["soon", undefined],
    ["constructor", undefined],
    ["__proto__", undefined],
  ])("of the priority %s is urgent: %s", (priority, urgent) => {
    expect(opinionOf({ priority }).urgent).toBe(urgent);
  });

  it("is dated by the day it names, in Paris, and once it is answered only", () => {
    expect(opinionOf({ occurrenceDateTime: "2025-12-31" }).answeredOn).toBe("2025-12-31");
    expect(opinionOf({ occurrenceDateTime: "2025-12-31T22:59:59Z" }).answeredOn).toBe("2025-12-31");
    expect(opinionOf({ occurrenceDateTime: "2025-12-31T23:30:00.123456Z" }).answeredOn).toBe("2026-01-01");
    expect(opinionOf({ occurrenceDateTime: "2025" }).answeredOn).toBeUndefined();
    expect(opinionOf({ status: "active" }).answeredOn).toBeUndefined();
  });

  it("has no day where it names none: a record may be touched long after the answer", () => {
    const opinion = opinionOf({ occurrenceDateTime: undefined });
    expect(opinion.state).toBe("completed");
    expect(opinion.answeredOn).toBeUndefined();
    const { status, needs } = decide(teleExpertise, opinionFacts(opinion));
    expect(status).toBe("open");
    expect(needs?.map(({ fact }) => fact)).toContain("act.on");
  });

  it("leaves unknown what it does not tell, and the policy says what is missing", () => {
    const opinion = opinionOf({ priority: undefined, extension: undefined }, []);
    expect(opinionFacts(opinion)).toEqual({
      act: { on: "2026-01-01" },
      requester: {},
      responder: {},
      consent: {},
      request: { channel: "dedicated-platform" },
    });
    const decision = decide(teleExpertise, opinionFacts(opinion));
    expect(decision.status).toBe("open");
  });

  it("knows people by the identifiers that stand in the request itself", () => {
    const identifier = { system: systems.rpps[1], value: "10000000009" };
    const opinion = opinionOf(
      {
        requester: { identifier },
        subject: { identifier: { system: systems.ins[0], value: "258019999900129" } },
      },
      [],
    );
    expect(opinion.requester.number).toBe("10000000009");
    expect(opinion.ins).toBe("258019999900129");
  });

  it.each(["258019999900128", "1", undefined])("takes no number that cannot be one: %s", (value) => {
    expect(
      opinionOf({}, changed("p-1", { identifier: [{ system: systems.ins[0], value }] })).ins,
    ).toBeUndefined();
  });

  it("says nothing of who answered while several may", () => {
    const performer = [{ reference: "PractitionerRole/role-1" }, { reference: "PractitionerRole/role-2" }];
    expect(opinionOf({ performer }).responder).toEqual({});
  });

  it("has a region only where both sides have the same", () => {
    const elsewhere = { ...named[3], id: "o-2", address: [{ postalCode: "97400" }] };
    const apart = changed("role-2", { organization: { reference: "Organization/o-2" } });
    expect(opinionFacts(opinionOf({}, [...apart, elsewhere])).act?.region).toBeUndefined();
  });

  it.each<readonly [string, { postalCode?: string; country?: string }, Region | undefined]>([
    ["Paris", { postalCode: "75001" }, "metropolitan"],
    ["Corsica", { postalCode: "20000" }, "metropolitan"],
    ["Guadeloupe", { postalCode: "97100" }, "overseas"],
    ["Martinique", { postalCode: "97200" }, "overseas"],
    ["French Guiana", { postalCode: "97300" }, "overseas"],
    ["Réunion", { postalCode: "97400" }, "overseas"],
    ["next to Saint-Barthélemy", { postalCode: "97132" }, "overseas"],
    ["Saint-Barthélemy", { postalCode: "97133" }, undefined],
    ["next to Saint-Barthélemy, too", { postalCode: "97134" }, "overseas"],
    ["next to Saint-Martin", { postalCode: "97149" }, "overseas"],
    ["Saint-Martin", { postalCode: "97150" }, undefined],
    ["next to Saint-Martin, too", { postalCode: "97151" }, "overseas"],
    ["Saint-Pierre-et-Miquelon", { postalCode: "97500" }, undefined],
    ["Mayotte", { postalCode: "97600" }, undefined],
    ["New Caledonia", { postalCode: "98800" }, undefined],
    ["Monaco", { postalCode: "98000" }, undefined],
    ["no postal code", {}, undefined],
    ["half a postal code", { postalCode: "971" }, undefined],
    ["more than a postal code", { postalCode: "971001" }, undefined],
    ["France, by its code of two letters", { postalCode: "75001", country: "FR" }, "metropolitan"],
    ["France, by its code of three letters", { postalCode: "97100", country: "FRA" }, "overseas"],
    ["France, by its name", { postalCode: "75001", country: "france" }, "metropolitan"],
    ["Germany", { postalCode: "10115", country: "DE" }, undefined],
    ["a place abroad that looks overseas", { postalCode: "97100", country: "DE" }, undefined],
    ["a country nobody can read", { postalCode: "75001", country: "" }, undefined],
  ])("has the region of a place: %s", (_, address, region) => {
    expect(opinionFacts(opinionOf({}, changed("o-1", { address: [address] }))).act?.region).toBe(region);
  });

  it("is not within one health centre where one side is in none", () => {
    const practice = changed("o-1", { type: coded(systems.organizationType, "698") });
    expect(opinionFacts(opinionOf({}, practice)).act?.sameHealthCentre).toBe(false);
    expect(opinionFacts(opinionOf({}, changed("o-1", { type: [] }))).act?.sameHealthCentre).toBeUndefined();
  });

  it("knows no profession by a code nobody has listed", () => {
    expect(
      opinionOf({}, changed("role-1", { code: coded(systems.profession, "99") })).requester.profession,
    ).toBeUndefined();
  });

  it("is unknown where it cannot be read, and what it names is left out where that cannot", () => {
    expect(opinionOf({ identifier: "broken" })).toMatchObject({ remoteId: "r-1", state: "unknown" });
    expect(opinionOf({}, changed("d-1", { identifier: 7 })).requester.number).toBeUndefined();
    expect(opinionOf({}, without("d-1")).requester).toMatchObject({
      profession: "nurse",
      finess: "990000011",
    });
  });

  it.each([{ id: undefined }, { meta: {} }, { meta: { lastUpdated: "yesterday" } }])(
    "is refused without its id or its moment, with no word of what stood there: %o",
    (change) => {
      const work = () => opinionOf(change);
      expect(work).toThrow(/^omnidoc, ServiceRequest, (id|meta): not what FHIR R4 says/);
      expect(work).not.toThrow(/yesterday/);
    },
  );
});
