import { describe, expect, it } from "vitest";
import { policyProblems } from "./check-policy.js";
import { changed, codesWith, messagesWith, parking } from "./parking.fixture.js";

const minor = parking.facts.minor;
const about = { label: "x", holder: "desk", privacy: "internal" };

describe("facts", () => {
  it.each(["a", "visitOn", "x1", "levelTE2"])("may be called %s, alone and in a group", (name) => {
    expect(codesWith(["facts", name], minor)).toEqual([]);
    expect(codesWith(["facts", "visit", name], minor)).toEqual([]);
    expect(codesWith(["facts", name], { on: minor })).toEqual([]);
  });

  it.each([
    "",
    "Minor",
    "is-minor",
    "is_minor",
    "is.minor",
    "1st",
    "minör",
    "minor\u202E",
    "мinor",
    "x".repeat(101),
  ])("may not be called %j", (name) => {
    expect(codesWith(["facts", name], minor)).toEqual(["name-malformed"]);
    expect(codesWith(["facts", "visit", name], minor)).toEqual(["name-malformed"]);
  });

  it("are not grouped under the names that decisions and rates have", () => {
    expect(codesWith(["facts", "decision"], { on: minor })).toEqual(["name-reserved"]);
    expect(codesWith(["facts", "rate"], minor)).toEqual(["name-reserved"]);
    expect(codesWith(["facts", "rates"], minor)).toEqual([]);
  });

  it("lie at most one group deep", () => {
    expect(messagesWith(["facts", "visit", "car"], { plate: minor })).toEqual([
      'visitor-parking, fact "visit.car": a group holds facts only; move its facts one level up',
    ]);
    expect(codesWith(["facts", "empty"], {})).toEqual(["list-empty"]);
    expect(codesWith(["facts", "visit", "empty"], {}).every((code) => code === "property-missing")).toBe(
      true,
    );
    expect(codesWith(["facts", "visit", "kind"], minor)).toEqual([]);
  });

  it.each(["label", "holder", "privacy", "kind"])("say their %s", (name) => {
    const rest = Object.fromEntries(Object.entries(minor).filter(([key]) => key !== name));
    expect(codesWith(["facts", "minor"], rest)).toContain("property-missing");
    expect(codesWith(["facts", "minor", name], "x y z").join()).toBe(
      name === "label" ? "" : "choice-unknown",
    );
  });

  it("are never none and never money", () => {
    expect(codesWith(["facts", "visit", "paidOn"], { ...about, kind: "date", orNone: true })).toEqual([
      "property-unknown",
    ]);
    expect(codesWith(["facts", "visit", "paid"], { ...about, kind: "amount", currency: "EUR" })).toEqual([
      "choice-unknown",
    ]);
  });

  it.each([
    [{ kind: "integer", min: 1, max: 1 }, []],
    [{ kind: "integer", min: 2, max: 1 }, ["bounds-reversed"]],
    [{ kind: "integer", min: 0.5 }, ["number-unsafe"]],
    [{ kind: "integer", max: 2 ** 53 }, ["number-unsafe"]],
    [{ kind: "integer", max: "9" }, ["wrong-type"]],
    [{ kind: "date", min: 1 }, ["property-unknown"]],
    [{ kind: "one-of" }, ["property-missing"]],
    [{ kind: "one-of", values: [] }, ["list-empty"]],
    [{ kind: "one-of", values: "car" }, ["wrong-type"]],
    [{ kind: "one-of", values: ["a", "a"] }, ["repeated"]],
    [{ kind: "set-of", values: ["a b"] }, ["id-malformed"]],
    [{ kind: "set-of", values: [null] }, ["wrong-type"]],
    [{ kind: "set-of", values: ["TE1", "1", "not-yet", "a.b_c"] }, []],
    [{ kind: "one_of", values: ["a"] }, ["choice-unknown"]],
  ])("have a kind that holds together: %j", (kind, codes) => {
    expect(codesWith(["facts", "extra"], { ...about, ...kind })).toEqual(codes);
  });

  it("that are declared wrongly are reported where they are declared, not where they are used", () => {
    expect(codesWith(["facts", "visit", "by", "kind"], "oneof")).toEqual(["choice-unknown"]);
    expect(codesWith(["facts", "visit", "by", "values"], [])).toEqual(["list-empty"]);
    expect(codesWith(["decisions", "feeCents", "kind"], "text")).toEqual(["choice-unknown"]);
  });
});

describe("decisions", () => {
  it.each([
    ["minutes", 600, []],
    ["minutes", 601, ["value-out-of-range"]],
    ["minutes", "none", ["none-not-declared"]],
    ["until", "none", []],
    ["until", "2026-13-01", ["day-malformed"]],
    ["zone", "street", []],
    ["zone", "west", ["value-unknown"]],
    ["extras", ["ramp"], []],
    ["extras", ["ramp", "ramp"], ["repeated"]],
    ["extras", "ramp", ["wrong-type"]],
    ["welcome", "true", ["wrong-type"]],
    ["feeCents", -1, ["value-out-of-range"]],
    ["opensAt", "23:59", []],
    ["opensAt", "23:60", ["time-malformed"]],
  ])("have a default that fits: %s %j", (name, value, codes) => {
    expect(codesWith(["decisions", name, "default"], value)).toEqual(codes);
  });

  it("are never text, and say internal and orNone by true alone", () => {
    expect(codesWith(["decisions", "zone"], { kind: "text", label: "zone" })).toEqual(["choice-unknown"]);
    expect(codesWith(["decisions", "minutes", "internal"], false)).toEqual(["wrong-type"]);
    expect(codesWith(["decisions", "until", "orNone"], "yes")).toContain("wrong-type");
  });
});

describe("what a policy says of itself", () => {
  it.each(["visitor-parking", "parking2", "a"])("may have the id %s", (id) => {
    expect(codesWith(["id"], id)).toEqual([]);
  });

  it.each([
    "Visitor",
    "visitor_parking",
    "visitor--parking",
    "-visitor",
    "visitor-",
    "",
    "vis\u2066itor",
    "x".repeat(101),
  ])("does not have the id %j", (id) => {
    expect(codesWith(["id"], id)).toEqual(["id-malformed"]);
  });

  it("has locales, each once", () => {
    expect(codesWith(["locales"], ["en", "fr-CA", "zh-Hant-TW"])).toEqual([]);
    expect(codesWith(["locales"], [])).toEqual(["list-empty"]);
    expect(codesWith(["locales"], ["en", "en"])).toEqual(["repeated"]);
    expect(codesWith(["locales"], ["EN"])).toEqual(["locale-malformed"]);
    expect(codesWith(["locales"], [1])).toEqual(["wrong-type"]);
  });

  it("describes each source", () => {
    const poster = parking.sources.poster;
    expect(
      codesWith(["sources", "two"], { ...poster, jurisdiction: "FR", address: "https://example.org" }),
    ).toEqual([]);
    expect(codesWith(["sources", "poster", "checkedOn"], "2026-11-31")).toEqual(["day-malformed"]);
    expect(codesWith(["sources", "poster", "dated"], "yes")).toEqual(["wrong-type"]);
    expect(codesWith(["sources", "poster", "title"], "")).toEqual(["text-empty"]);
    expect(codesWith(["sources", "my poster"], poster)).toEqual(["id-malformed"]);
    expect(policyProblems(changed(["sources"], {})).every(({ code }) => code === "source-unknown")).toBe(
      true,
    );
  });
});
