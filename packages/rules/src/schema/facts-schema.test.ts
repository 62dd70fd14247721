import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { captureFacts, checkFacts } from "../engine/check-facts.js";
import { factLookup, type DeclaredFact } from "../engine/fact-lookup.js";
import { boolean, date, integer, oneOf, setOf, text, time, type Policy } from "../language/index.js";
import { definePolicy } from "../language/policy.js";
import { recordHandover } from "../policies/record-handover/index.js";
import { teleExpertise } from "../policies/tele-expertise/index.js";
import { factsJsonSchema, factsSchema } from "./facts-schema.js";

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
      hours: integer({ min: 0, max: 12, unit: "hours", label: "length of the visit", ...desk }),
      points: integer({ label: "points", ...desk }),
    },
    minor: boolean({ label: "the visitor is a minor", ...desk }),
    plate: text({ label: "number plate", ...desk }),
  },
  given: [
    {
      id: "ends-after-start",
      label: "A visit ends on its first day or later.",
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

const policies: readonly Policy[] = [parking, recordHandover, teleExpertise];

describe.each(policies.map((policy) => [policy.id, policy] as const))("factsSchema of %s", (_, policy) => {
  const schema = factsSchema(policy);

  it("accepts and refuses what checkFacts does, for the same reasons, and gives the captured facts", () => {
    fc.assert(
      fc.property(factsFor(policy), (facts) => {
        const problems = checkFacts(policy, facts);
        const parsed = schema.safeParse(facts);
        const reasons = parsed.error?.issues.map(({ path, message }) => [path.join("."), message]) ?? [];
        expect(reasons).toEqual(problems.map(({ path, message }) => [path, message]));
        if (parsed.success)
          expect(flat(parsed.data as Readonly<Record<string, unknown>>)).toEqual([
            ...captureFacts(policy, facts),
          ]);
      }),
      { numRuns: 500 },
    );
  });

  it("accepts its own output, and gives it back", () => {
    fc.assert(
      fc.property(wellFormed(policy), (facts) => {
        const parsed = schema.safeParse(facts);
        if (parsed.success) expect(schema.parse(parsed.data)).toEqual(parsed.data);
      }),
    );
  });

  it("puts no value into an issue, even for who asks for the input", () => {
    fc.assert(
      fc.property(factsFor(policy), (facts) => {
        const { error } = z.object({ facts: schema }).safeParse({ facts }, { reportInput: true });
        expect(JSON.stringify(error?.issues ?? []) + (error?.message ?? "")).not.toMatch(/hidden|987654/);
      }),
    );
  });
});

describe.each(policies.map((policy) => [policy.id, policy] as const))(
  "factsJsonSchema of %s",
  (_, policy) => {
    const accepts = new Ajv2020({ formats: { date: true } }).compile(factsJsonSchema(policy));

    it("accepts JSON exactly when checkFacts has nothing but a contradiction to say", () => {
      fc.assert(
        fc.property(factsFor(policy), (facts) => {
          const json: unknown = JSON.parse(JSON.stringify(facts));
          const wrong = checkFacts(policy, json).filter(({ code }) => code !== "contradiction");
          expect(accepts(json)).toBe(wrong.length === 0);
        }),
        { numRuns: 500 },
      );
    });
  },
);

describe("factsSchema", () => {
  const schema = factsSchema(parking);

  it.each<[string, unknown]>([
    ["no object", [null, undefined, 1, "facts", [], new Map()]],
    ["a name it does not know", [{ other: 1 }, { visit: { other: 1 } }]],
    [
      "a forbidden name",
      [JSON.parse('{ "__proto__": {} }'), { constructor: 1 }, { visit: { prototype: 1 } }],
    ],
    ["null", [{ minor: null }, { visit: null }]],
    ["a contradiction", [{ visit: { on: "2026-02-02", until: "2026-02-01" } }]],
    ["a day that is none", [{ visit: { on: "2026-02-30" } }, { visit: { on: "0000-01-01" } }]],
  ])("refuses %s", (_, inputs) => {
    for (const input of inputs as unknown[]) {
      const { success, error } = schema.safeParse(input);
      expect(success).toBe(false);
      expect(error?.issues).toHaveLength(1);
    }
  });

  it("carries the code and what was expected in each issue", () => {
    const { error } = schema.safeParse({ visit: { by: "boat" }, minor: 1 });
    expect(error?.issues).toMatchObject([
      { path: ["visit", "by"], params: { code: "value-not-listed", expected: 'one of "car", "bike"' } },
      { path: ["minor"], params: { code: "wrong-type", expected: "true or false" } },
    ]);
  });

  it("gives lists in declared order, texts in NFC, and no group in which nothing is known", () => {
    const facts = { visit: { things: ["wheelchair", "bag"], hours: -0 }, plate: "e\u0301" };
    expect(schema.parse(facts)).toEqual({
      visit: { things: ["bag", "wheelchair"], hours: 0 },
      plate: "\u00e9",
    });
    expect(Object.keys(schema.parse({ visit: { on: undefined }, minor: undefined }))).toEqual([]);
  });

  it("reads each property once", () => {
    let reads = 0;
    const facts = {
      get minor() {
        reads += 1;
        return true;
      },
    };
    expect(schema.parse(facts)).toEqual({ minor: true });
    expect(reads).toBe(1);
  });

  describe("while the prototype of all objects is polluted", () => {
    afterEach(() => {
      for (const name of ["minor", "by", "visit"]) Reflect.deleteProperty(Object.prototype, name);
    });

    it("makes no fact of what was not supplied", () => {
      Object.assign(Object.prototype, { minor: true, by: "car", visit: { on: "2026-01-01" } });
      expect(Object.keys(schema.parse({}))).toEqual([]);
      expect(Object.entries(schema.parse({ visit: { hours: 1 } }).visit ?? {})).toEqual([["hours", 1]]);
    });
  });

  it("composes: inside another schema it refuses and accepts alike, also when it is left out", () => {
    const request = z.object({ facts: schema, note: schema.optional() });
    expect(request.parse({ facts: { minor: true } })).toEqual({ facts: { minor: true } });
    expect(request.safeParse({}).error?.issues).toMatchObject([{ path: ["facts"] }]);
    expect(request.safeParse({ facts: { minor: 1 } }).error?.issues).toMatchObject([
      { path: ["facts", "minor"] },
    ]);
  });
});

function flat(facts: Readonly<Record<string, unknown>>): readonly unknown[] {
  return Object.entries(facts).flatMap(([name, value]) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.entries(value).map(([inner, one]): unknown => [`${name}.${inner}`, one])
      : [[name, value]],
  );
}

function factsFor(policy: Policy): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 4, arbitrary: wellFormed(policy) },
    { weight: 4, arbitrary: partlyWrong(policy) },
    garbage,
  );
}

function wellFormed(policy: Policy): fc.Arbitrary<unknown> {
  return supplied(policy, (fact) => fc.option(rightValue(fact), { nil: undefined }));
}

function partlyWrong(policy: Policy): fc.Arbitrary<unknown> {
  const known = supplied(policy, (fact) =>
    fc.option(fc.oneof({ weight: 12, arbitrary: rightValue(fact) }, wrongValue), { nil: undefined }),
  );
  const other = fc.option(fc.constantFrom("other", "a name", "visit.on", "__proto__", "constructor"), {
    freq: 2,
  });
  return fc.tuple(known, other, wrongValue).map(([facts, name, value]) => {
    const extra = name === null ? {} : Object.fromEntries([[name, value]]);
    return Object.fromEntries([...Object.entries(facts), ...Object.entries(extra)]);
  });
}

function supplied(
  policy: Policy,
  valueOf: (fact: DeclaredFact) => fc.Arbitrary<unknown>,
): fc.Arbitrary<object> {
  const members = [...factLookup(policy).byName].map(([name, entry]) => [
    name,
    "path" in entry
      ? valueOf(entry)
      : fc.record(Object.fromEntries([...entry].map(([inner, fact]) => [inner, valueOf(fact)]))),
  ]);
  return fc.record(Object.fromEntries(members) as Record<string, fc.Arbitrary<unknown>>);
}

function rightValue({ declared }: DeclaredFact): fc.Arbitrary<unknown> {
  const two = (most: number) =>
    fc.integer({ min: 0, max: most }).map((part) => String(part).padStart(2, "0"));
  switch (declared.kind) {
    case "boolean":
      return fc.boolean();
    case "one-of":
      return fc.constantFrom(...declared.values);
    case "set-of":
      return fc.shuffledSubarray([...declared.values]);
    case "integer":
      return fc.oneof(
        fc.integer({ min: declared.min ?? -5, max: declared.max ?? 20 }),
        fc.constantFrom(declared.min ?? Number.MIN_SAFE_INTEGER, declared.max ?? Number.MAX_SAFE_INTEGER, -0),
      );
    case "date":
      return fc.date({ min: new Date(-6e13), max: new Date(2e14), noInvalidDate: true }).map(isoDay);
    case "time":
      return fc.tuple(two(23), two(59)).map((parts) => parts.join(":"));
    case "text":
      return fc.oneof(fc.string({ unit: "grapheme" }), fc.constant("e\u0301"));
  }
}

function isoDay(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

const wrongValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(null, "hidden-value", 987654.5, 9876543210987654, -987654, ["hidden-value"], {
    other: "hidden-value",
  }),
  fc.constantFrom(
    "2026-02-30",
    "2026-2-3",
    "0000-02-29",
    "1900-02-29",
    "2026-02-03T00:00:00Z",
    "24:00",
    "9:30",
    "",
  ),
  fc.constantFrom([], {}, ["bag", "bag"], [null], ["general", "general"], true, "true", 0, -1, 13),
);

const garbage: fc.Arbitrary<unknown> = fc.oneof(
  wrongValue,
  fc.jsonValue(),
  fc.dictionary(fc.constantFrom("visit", "act", "request", "minor"), fc.oneof(wrongValue, fc.jsonValue())),
);
