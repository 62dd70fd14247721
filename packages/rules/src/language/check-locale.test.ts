import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { acceptLocale, localeProblems } from "./check-locale.js";
import { parking } from "./parking.fixture.js";
import { policyFromJson } from "./policy.js";
import { GuichetError } from "./problem.js";

const policy = policyFromJson(JSON.stringify(parking));
const texts = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, `About ${id}.`]));
const values = ["car", "bike", "van", "north", "south", "street", "ramp", "charger", "permit", "none"];
const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const en = {
  locale: "en",
  cases: texts(["P-1", "P-2", "P-3", "P-4", "P-5", "P-6", "P-7", "P-8", "P-9"]),
  remarks: texts(["R-1"]),
  values: texts([...values, ...days]),
};
const facts = ["on", "bookedOn", "at", "by", "backBy", "area", "asks", "earlierVisits", "plate"];
const labels = {
  title: "Stationnement",
  question: "Combien de temps ?",
  facts: texts([...facts.map((name) => `visit.${name}`), "minor"]),
  decisions: texts(Object.keys(parking.decisions)),
  rates: texts(["hour", "limit", "quiet"]),
  given: texts(["booked-first"]),
  laws: texts(["bikes-are-cheap", "longer-known"]),
  sources: texts(["poster"]),
  sections: texts(["1", "2", "9", "3"]),
  units: {},
};
const fr = { ...en, locale: "fr", labels };
const codes = (text: unknown) => localeProblems(policy, text).map(({ code }) => code);
const messages = (text: unknown) => localeProblems(policy, text).map(({ message }) => message);
const saying = (message: unknown) => ({ ...en, cases: { ...en.cases, "P-1": message } });

describe("acceptLocale", () => {
  it("takes the labels of the first locale from the policy", () => {
    const locale = acceptLocale(policy, en);
    expect(locale.labels).toEqual({
      title: parking.title,
      question: parking.question,
      facts: expect.objectContaining({ "visit.on": "day of the visit", minor: "minor" }),
      decisions: expect.objectContaining({ feeCents: "fee" }),
      rates: { hour: "price of an hour", limit: "limit", quiet: "quiet" },
      given: { "booked-first": "Booked before" },
      laws: { "bikes-are-cheap": "Bikes are cheap", "longer-known": "Who comes often never waits" },
      sources: { poster: "Poster" },
      sections: { 1: "1", 2: "2", 9: "9", 3: "3" },
      units: {},
    });
    expect(locale.policy).toBe(policy);
    expect(locale.valuesOf).toEqual({});
  });

  it("keeps the texts of every other locale as they are, and later changes do not reach them", () => {
    const mine = structuredClone({ ...fr, valuesOf: { "decision.zone": { street: "rue" } } });
    const locale = acceptLocale(policy, mine);
    expect({ ...locale, policy: undefined }).toStrictEqual({ ...mine, policy: undefined });
    mine.cases["P-1"] = "changed";
    expect(locale.cases["P-1"]).toBe("About P-1.");
    expect(Object.isFrozen(locale) && Object.isFrozen(locale.labels.facts)).toBe(true);
  });

  it("refuses with every problem at once", () => {
    const bad = { ...en, cases: { ...en.cases, "P-1": "", "P-22": "x" }, remarks: {} };
    expect(() => acceptLocale(policy, bad)).toThrow(GuichetError);
    expect(messages(bad)).toEqual([
      'visitor-parking, locale en, case "P-1": the text is empty; write it',
      'visitor-parking, locale en, cases: the policy has no "P-22"; remove it',
      'visitor-parking, locale en, remarks: no text for "R-1"; write one',
    ]);
  });
});

describe("a locale", () => {
  it.each([
    [{ ...en, locale: "de" }, ["locale-unknown"]],
    [{ ...en, locale: 5 }, ["wrong-type"]],
    [{ ...en, labels }, ["property-unknown"]],
    [{ ...en, locale: "fr" }, ["property-missing"]],
    [{ ...en, values: { ...en.values, lift: "Lift" } }, ["entry-unknown"]],
    [{ ...en, values: {} }, Array<string>(17).fill("entry-missing")],
    [{ ...en, cases: null }, ["wrong-type"]],
    [{ ...en, remarks: { "R-1": () => "x" } }, ["not-plain-data"]],
    [{ ...en, valuesOf: { "decision.zones": {} } }, ["entry-unknown"]],
    [{ ...en, valuesOf: { "decision.minutes": {} } }, ["entry-unknown"]],
    [{ ...en, valuesOf: { "decision.zone": { ramp: "x" } } }, ["entry-unknown"]],
    [{ ...en, valuesOf: { "decision.until": { none: "no end" }, "visit.by": { car: "by car" } } }, []],
    [{ ...fr, labels: { ...labels, facts: {} } }, Array<string>(10).fill("entry-missing")],
    [{ ...fr, labels: { ...labels, laws: { ...labels.laws, more: "x" } } }, ["entry-unknown"]],
    [{ ...fr, labels: { ...labels, sources: {} } }, ["entry-missing"]],
    [{ ...fr, labels: { ...labels, sections: { ...labels.sections, 4: "4" } } }, ["entry-unknown"]],
    [{ ...fr, labels: { ...labels, title: "" } }, ["text-empty"]],
    [null, ["wrong-type"]],
    [undefined, ["not-plain-data"]],
    [[], ["wrong-type"]],
  ])("is checked against what the policy has: %#", (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it.each([
    "You may park for {decision.minutes} minutes.",
    "An hour costs {rate.hour}; you come {visit.on} at {visit.at}.",
    "Place « {decision.zone} » — до {decision.until}",
  ])("may say %j", (message) => {
    expect(messages(saying(message))).toEqual([]);
  });

  it.each([
    ["Hello {visit.plate}", "placeholder-private"],
    ["Because {minor}", "placeholder-private"],
    ["Welcome: {decision.welcome}.", "placeholder-internal"],
    ["Until {decision.untill}", "placeholder-unknown"],
    ["Until {until}", "placeholder-unknown"],
    ["{rate.hours}", "placeholder-unknown"],
    ["{rate.constructor}", "placeholder-unknown"],
    ["{visit}", "placeholder-unknown"],
    ["{}", "placeholder-malformed"],
    ["{ visit.on }", "placeholder-malformed"],
    ["{visit.on", "placeholder-malformed"],
    ["visit.on}", "placeholder-malformed"],
    ["{{visit.on}}", "placeholder-malformed"],
    ["{a.b.c}", "placeholder-malformed"],
    ["", "text-empty"],
    ["\u202Edekrap", "text-unsafe"],
    ["two\nlines", "text-unsafe"],
    ["x".repeat(1001), "text-too-long"],
    [5, "wrong-type"],
  ])("may not say %j", (message, code) => {
    expect(codes(saying(message))).toEqual([code]);
  });

  it("is told which placeholder was meant, never one that may not be printed", () => {
    expect(messages(saying("{decision.untill}"))).toEqual([
      'visitor-parking, locale en, case "P-1": no name "decision.untill"; did you mean "decision.until"',
    ]);
    expect(messages(saying("{visit.plat}"))[0]).not.toContain("visit.plate");
  });

  it("is answered whatever it is, and never throws", () => {
    fc.assert(
      fc.property(
        fc.anything(),
        fc.constantFrom("locale", "cases", "remarks", "values", "valuesOf"),
        (value, part) => {
          expect(Array.isArray(localeProblems(policy, value))).toBe(true);
          for (const { message } of localeProblems(policy, { ...en, [part]: value })) {
            expect(message).toMatch(/^[^\n]+: [^\n]+; [^\n]+$/);
          }
        },
      ),
    );
  });
});
