import { afterEach, describe, expect, it } from "vitest";
import { boolean, date, integer, oneOf, setOf, text } from "../language/index.js";
import { definePolicy } from "../language/policy.js";
import { captureFacts, checkFacts } from "./check-facts.js";

const desk = { holder: "desk", privacy: "internal" } as const;

const parking = definePolicy({
  id: "visitor-parking",
  title: "Visitor parking",
  question: "How long may this visitor park?",
  jurisdiction: "FR",
  datedBy: "visit.on",
  locales: ["en"],
  sources: { poster: { title: "Poster", kind: "house-rule", dated: true, checkedOn: "2026-11-21" } },
  facts: {
    visit: {
      on: date({ label: "day of the visit", ...desk }),
      by: oneOf(["car", "bike"], { label: "vehicle", ...desk }),
      things: setOf(["bag", "child", "wheelchair"], { label: "what comes along", ...desk }),
      hours: integer({ label: "hours", ...desk }),
    },
    minor: boolean({ label: "minor", ...desk }),
    plate: text({ label: "number plate", ...desk }),
  },
  decisions: { minutes: integer({ label: "minutes" }) },
  rates: {},
  editions: [
    {
      inForceFrom: "2026-01-01",
      source: { document: "poster", section: "1", confidence: "certain" },
      tables: [{ decides: "minutes", id: "P-1", is: 60 }],
    },
  ],
});

const found = (facts: unknown) => checkFacts(parking, facts).map(({ code, path }) => `${path} ${code}`);
const captured = (facts: unknown) => Object.fromEntries(captureFacts(parking, facts));

describe("captureFacts", () => {
  it("throws everything checkFacts finds", () => {
    const facts = { visit: { on: "soon" }, minor: 1 };
    const refused = { code: "facts-refused", problems: checkFacts(parking, facts) };
    expect(() => captureFacts(parking, facts)).toThrow(expect.objectContaining(refused));
  });

  it("gives the facts in declared order, lists too", () => {
    const facts = { plate: "AB", minor: false, visit: { things: ["wheelchair", "bag"], on: "2026-01-01" } };
    expect([...captureFacts(parking, facts)]).toEqual([
      ["visit.on", "2026-01-01"],
      ["visit.things", ["bag", "wheelchair"]],
      ["minor", false],
      ["plate", "AB"],
    ]);
  });

  it("copies, so that later changes of the caller's object change nothing", () => {
    const facts = { visit: { things: ["bag"] } };
    const capture = captureFacts(parking, facts);
    facts.visit.things.push("child");
    expect(capture.get("visit.things")).toEqual(["bag"]);
  });

  it("gives one form to what is equal: no negative zero, texts in NFC", () => {
    expect(captured({ visit: { hours: -0 } })).toStrictEqual({ "visit.hours": 0 });
    expect(captured({ plate: "e\u0301" })).toEqual({ plate: "\u00e9" });
  });
});

describe("facts that run code", () => {
  afterEach(() => {
    for (const name of ["minor", "visit", "0", "by"]) Reflect.deleteProperty(Object.prototype, name);
  });

  it("reads each property once", () => {
    let reads = 0;
    const visit = {
      get hours() {
        reads += 1;
        return reads === 1 ? 3 : "another answer";
      },
    };
    expect(captured({ visit })).toEqual({ "visit.hours": 3 });
    expect(reads).toBe(1);
  });

  it("reports what cannot be read", () => {
    const fail = (): never => {
      throw new Error("Jean Dupont");
    };
    const revoked = Proxy.revocable([], {});
    revoked.revoke();
    const facts = {
      get minor() {
        return fail();
      },
      visit: new Proxy({}, { ownKeys: fail }),
      plate: revoked.proxy,
    };
    expect(found(facts)).toEqual(["minor unreadable-fact", "visit unreadable-fact", "plate unreadable-fact"]);
    expect(found(revoked.proxy)).toEqual([" unreadable-fact"]);
    const group = Object.defineProperty({}, "visit", { get: fail, enumerable: true });
    expect(checkFacts(parking, group)).toEqual([
      {
        code: "unreadable-fact",
        path: "visit",
        expected: "plain data",
        where: 'visitor-parking, fact "visit"',
        message: 'visitor-parking, fact "visit": an error was thrown when it was read; supply plain data',
      },
    ]);
    expect(JSON.stringify(checkFacts(parking, facts))).not.toContain("Dupont");
  });

  it("reads a proxy of facts as the facts behind it", () => {
    const visit = new Proxy({ things: new Proxy(["child", "bag"], {}) }, {});
    expect(captured(new Proxy({ visit }, {}))).toEqual({ "visit.things": ["bag", "child"] });
  });

  it("counts own enumerable properties only", () => {
    class Visit {
      readonly by = "car";
      get hours() {
        return 3;
      }
    }
    expect(captured({ visit: new Visit() })).toEqual({ "visit.by": "car" });
    expect(captured(Object.create({ minor: true }))).toEqual({});
    expect(captured(Object.defineProperty({}, "minor", { value: true, enumerable: false }))).toEqual({});
    expect(captured({ [Symbol("minor")]: true })).toEqual({});
  });

  it("makes no fact of a polluted prototype", () => {
    Object.assign(Object.prototype, { minor: true, visit: { by: "car" }, by: "bike", 0: "bag" });
    expect(captured({ visit: {} })).toEqual({});
    expect(found({ visit: { things: new Array(1) } })).toEqual(["visit.things wrong-type"]);
  });
});
