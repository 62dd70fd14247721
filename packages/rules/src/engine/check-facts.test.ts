import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boolean, date, integer, oneOf, setOf, text, time } from "../language/index.js";
import { definePolicy } from "../language/policy.js";
import { checkFacts } from "./check-facts.js";

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
      until: date({ label: "last day of the visit", ...desk }),
      at: time({ label: "time of arrival", ...desk }),
      by: oneOf(["car", "bike"], { label: "vehicle", ...desk }),
      things: setOf(["bag", "child", "wheelchair"], { label: "what comes along", ...desk }),
      hours: integer({ min: 0, max: 12, unit: "hours", label: "hours", ...desk }),
      points: integer({ label: "points", ...desk }),
    },
    minor: boolean({ label: "minor", ...desk }),
    plate: text({ label: "number plate", ...desk }),
  },
  given: [
    {
      id: "ends-after-start",
      label: "a visit ends on its first day or later",
      holds: { fact: "visit.on", operator: "lessThanInclusive", value: { fact: "visit.until" } },
    },
  ],
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

describe("checkFacts", () => {
  it("finds nothing wrong with facts that are left out", () => {
    expect(found({})).toEqual([]);
    expect(found({ visit: {} })).toEqual([]);
    expect(found({ visit: undefined, minor: undefined })).toEqual([]);
    expect(found(Object.create(null))).toEqual([]);
  });

  it.each<[string, unknown, unknown[]]>([
    ["a boolean", { minor: true }, [{ minor: "true" }, { minor: 1 }, { minor: [] }]],
    ["a vehicle", { visit: { by: "car" } }, [{ visit: { by: 7 } }, { visit: { by: ["car"] } }]],
    ["a list", { visit: { things: [] } }, [{ visit: { things: "bag" } }, { visit: { things: [1] } }]],
    ["a list without holes", { visit: { things: ["bag"] } }, [{ visit: { things: new Array(1) } }]],
    ["a number", { visit: { hours: 3 } }, [{ visit: { hours: "3" } }, { visit: { hours: 3n } }]],
    ["a day", { visit: { on: "2026-02-28" } }, [{ visit: { on: 20260228 } }, { visit: { on: [] } }]],
    ["a text", { plate: "AB-123" }, [{ plate: 123 }, { plate: Symbol("AB") }, { plate: () => "AB" }]],
  ])("accepts %s and refuses the value of another type", (_, right, wrongs) => {
    expect(found(right)).toEqual([]);
    for (const wrong of wrongs) expect(checkFacts(parking, wrong)).toMatchObject([{ code: "wrong-type" }]);
  });

  it("lists the values it expects where a value is not listed", () => {
    expect(checkFacts(parking, { visit: { by: "boat" } })).toEqual([
      {
        code: "value-not-listed",
        path: "visit.by",
        expected: 'one of "car", "bike"',
        where: 'visitor-parking, fact "visit.by"',
        message: 'visitor-parking, fact "visit.by": the value is not listed; supply one of "car", "bike"',
      },
    ]);
    expect(found({ visit: { things: ["bag", "dog"] } })).toEqual(["visit.things value-not-listed"]);
  });

  it.each(["2026-02-30", "2026-2-3", "2026-02-03T10:00:00Z", "0000-01-01", "tomorrow", "", " 2026-02-03"])(
    "refuses %j as a day",
    (day) => expect(found({ visit: { on: day } })).toEqual(["visit.on not-a-date"]),
  );

  it.each(["2024-02-29", "0001-01-01", "9999-12-31"])("accepts %j as a day", (day) => {
    expect(found({ visit: { on: day } })).toEqual([]);
  });

  it.each(["24:00", "9:30", "10:60", "10:30:00", "10:30\n", ""])("refuses %j as a time", (clock) => {
    expect(found({ visit: { at: clock } })).toEqual(["visit.at not-a-time"]);
  });

  it.each(["00:00", "09:30", "23:59"])("accepts %j as a time", (clock) => {
    expect(found({ visit: { at: clock } })).toEqual([]);
  });

  it.each([0.5, NaN, Infinity, -Infinity, 2 ** 53])("refuses %d as a whole number", (number) => {
    expect(found({ visit: { points: number } })).toEqual(["visit.points not-an-integer"]);
  });

  it("takes both bounds of a number as inclusive", () => {
    expect(found({ visit: { hours: -1 } })).toEqual(["visit.hours below-minimum"]);
    expect(found({ visit: { hours: 0 } })).toEqual([]);
    expect(found({ visit: { hours: 12 } })).toEqual([]);
    expect(found({ visit: { hours: 13 } })).toEqual(["visit.hours above-maximum"]);
    expect(found({ visit: { points: -(2 ** 53) + 1 } })).toEqual([]);
    expect(checkFacts(parking, { visit: { hours: 13 } })[0]?.expected).toBe(
      "a whole number (hours) from 0 to 12",
    );
  });

  it("refuses an element that is repeated, however long the list is", () => {
    expect(found({ visit: { things: ["bag", "child", "bag"] } })).toEqual(["visit.things repeated-element"]);
    const all = ["bag", "child", "wheelchair"];
    expect(found({ visit: { things: all } })).toEqual([]);
    expect(found({ visit: { things: [...all, "bag"] } })).toEqual(["visit.things repeated-element"]);
    expect(found({ visit: { things: new Array(4_000_000_000).fill("bag", 0, 2) } })).toHaveLength(1);
  });

  it("accepts a text of 1,000 characters and refuses a longer one", () => {
    expect(found({ plate: "a".repeat(1000) })).toEqual([]);
    expect(found({ plate: "a".repeat(1001) })).toEqual(["plate text-too-long"]);
    expect(found({ plate: "\u0958".repeat(501) }), "twice as long once normalised").toHaveLength(1);
  });

  it("refuses null, which is not the same as unknown", () => {
    expect(found({ visit: { on: null }, minor: null })).toEqual(["visit.on null-fact", "minor null-fact"]);
    expect(found({ visit: null })).toEqual(["visit null-fact"]);
    expect(checkFacts(parking, { minor: null })[0]?.message).toMatch(/; leave it out when it is unknown$/);
  });

  it("refuses an object where a value is expected", () => {
    expect(found({ visit: { on: { day: "2026-01-01" } }, minor: {} })).toEqual([
      "visit.on too-deep",
      "minor too-deep",
    ]);
    expect(found({ visit: { on: new Date(0) } })).toEqual(["visit.on too-deep"]);
  });

  it.each([
    [null],
    [undefined],
    [1],
    ["facts"],
    [[]],
    [[{ minor: true }]],
    [() => ({})],
    [new Map()],
    [Promise.resolve({})],
    [new Date(0)],
  ])("refuses %o as facts and as a group", (raw) => {
    expect(found(raw)).toEqual([" not-an-object"]);
    if (raw !== undefined && raw !== null) expect(found({ visit: raw })).toEqual(["visit not-an-object"]);
  });

  it("suggests the name that was meant", () => {
    const messages = checkFacts(parking, { visit: { bye: "car" }, vist: {}, by: "car", zzzzzz: 1 }).map(
      ({ message }) => message,
    );
    expect(messages).toEqual([
      'visitor-parking, fact "visit.bye": unknown fact; did you mean "by"',
      'visitor-parking, fact "vist": unknown fact; did you mean "visit"',
      'visitor-parking, fact "by": unknown fact; did you mean "visit.by"',
      'visitor-parking, fact "zzzzzz": unknown fact; leave it out',
    ]);
  });

  it("says where a fact belongs that stands at another level", () => {
    const messages = checkFacts(parking, { "visit.by": "car", visit: { minor: true } }).map(
      ({ message }) => message,
    );
    expect(found({ "visit.by": "car" })).toEqual(["visit.by unknown-fact"]);
    expect(messages[0]).toMatch(/; put "by" inside the object "visit"$/);
    expect(messages[1]).toMatch(/; put "minor" at the top$/);
  });

  it.each(["Jean Dupont", "1850763123456", "", "a".repeat(65), "é", "a-b"])(
    "never repeats the name %j",
    (name) => {
      for (const [path, facts] of [
        ["", { [name]: 1 }],
        ["visit", { visit: { [name]: 1 } }],
      ] as const) {
        const problems = checkFacts(parking, facts);
        expect(problems).toMatchObject([{ code: "unknown-fact", path }]);
        expect(problems[0]?.message).toContain("a name that is not shown");
        if (name !== "") expect(JSON.stringify(problems)).not.toContain(name);
      }
      expect(found({ ["a".repeat(64)]: 1 })).toEqual([`${"a".repeat(64)} unknown-fact`]);
    },
  );

  it.each(["__proto__", "constructor", "prototype"])("refuses the name %s at any level", (name) => {
    const parsed: unknown = JSON.parse(`{ "${name}": { "minor": true }, "visit": { "${name}": {} } }`);
    expect(found(parsed)).toEqual([`${name} forbidden-name`, `visit.${name} forbidden-name`]);
  });

  it("guesses what was meant for as many names as anybody reads, a hundred", () => {
    const misspelt = Array.from({ length: 101 }, (_, index) => [`minor${index.toString(36)}`, true]);
    const messages = checkFacts(parking, Object.fromEntries(misspelt)).map(({ message }) => message);
    const guessed = messages.map((message) => message.endsWith('; did you mean "minor"'));
    expect(guessed).toEqual([...new Array<boolean>(100).fill(true), false]);
  });

  it.each([
    [{ minor: null }, 'fact "minor": null is not a value; leave it out when it is unknown'],
    [{ visit: null }, 'fact "visit": null is not a value; leave it out when it is unknown'],
    [{ minor: 1 }, 'fact "minor": the value has the wrong type; supply true or false'],
    [{ minor: {} }, 'fact "minor": an object stands where a value is expected; supply true or false'],
    [
      { visit: { on: "soon" } },
      'fact "visit.on": not a day of the calendar; supply a day of the calendar, YYYY-MM-DD',
    ],
    [
      { visit: { at: "noon" } },
      'fact "visit.at": not a time of day; supply a time of day from 00:00 to 23:59, HH:MM',
    ],
    [
      { visit: { points: 0.5 } },
      'fact "visit.points": not a whole number that is exact; supply a whole number',
    ],
    [
      { visit: { hours: -1 } },
      'fact "visit.hours": the number is too small; supply a whole number (hours) from 0 to 12',
    ],
    [
      { visit: { hours: 13 } },
      'fact "visit.hours": the number is too large; supply a whole number (hours) from 0 to 12',
    ],
    [
      { visit: { things: ["bag", "bag"] } },
      'fact "visit.things": an element is repeated; ' +
        'supply a list of any of "bag", "child", "wheelchair", each at most once',
    ],
    [
      { plate: "a".repeat(1001) },
      'fact "plate": the text is too long; supply text of at most 1,000 characters',
    ],
    [{ prototype: 1 }, 'fact "prototype": the name is not allowed; leave it out'],
    [
      { "visit.by": "car" },
      'fact "visit.by": it does not stand where it belongs; put "by" inside the object "visit"',
    ],
    [{ "a b": 1 }, "facts: unknown fact with a name that is not shown; leave it out"],
    [
      { visit: [] },
      'fact "visit": not an object of facts; supply an object with a property for each known fact',
    ],
    [[], "facts: not an object of facts; supply an object with a property for each known fact"],
  ])("says of %j in one line where, what is wrong, and what to do", (facts, line) => {
    expect(checkFacts(parking, facts).map(({ message }) => message)).toEqual([`visitor-parking, ${line}`]);
  });

  it("reports every wrong fact at once", () => {
    expect(found({ visit: { on: "soon", by: "boat", hours: -1 }, minor: "yes", name: "x" })).toEqual([
      "visit.on not-a-date",
      "visit.by value-not-listed",
      "visit.hours below-minimum",
      "minor wrong-type",
      "name unknown-fact",
    ]);
  });

  it("adds the givens that the facts which are fine contradict", () => {
    const visit = { on: "2026-02-02", until: "2026-02-01" };
    expect(found({ visit, minor: 1 })).toEqual(["minor wrong-type", "visit.on contradiction"]);
    expect(found({ visit: { ...visit, until: "2026-02-02" } })).toEqual([]);
    expect(found({ visit: { ...visit, until: "2026-02-31" } })).toEqual(["visit.until not-a-date"]);
  });
});

describe("laws", () => {
  const secret = fc.stringMatching(/^secret[a-z]{8}$/);
  const garbage = fc.dictionary(
    fc.constantFrom("visit", "minor", "plate", "other", "__proto__"),
    fc.oneof(secret, fc.array(secret), fc.dictionary(fc.constantFrom("on", "by", "things", "at"), secret)),
  );

  it("no problem contains a value", () => {
    fc.assert(
      fc.property(garbage, (facts) => {
        expect(JSON.stringify(checkFacts(parking, facts))).not.toMatch(/secret/);
      }),
    );
  });

  it("whatever the input is, an answer is given and nothing is thrown", () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withSparseArray: true, withMap: true }), (raw) => {
        expect(checkFacts(parking, raw)).toBeInstanceOf(Array);
        expect(checkFacts(parking, { visit: raw, minor: raw })).toBeInstanceOf(Array);
      }),
    );
  });
});
