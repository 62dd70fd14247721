import { afterEach, describe, expect, it } from "vitest";
import fc from "fast-check";
import { boolean, date, integer, oneOf, ref, setOf, text } from "../../language/index.js";
import { definePolicy } from "../../language/policy.js";
import { readFacts } from "../check-facts.js";
import { caseIdsIn } from "../compiled/case-ids-in.fixture.js";
import { CompiledDecision } from "../compiled/compiled-decision.js";
import { factsBehind } from "../facts-behind.js";
import { Compilation, type Backend } from "./compilation.js";
import { compilationOf } from "./compile.js";

/** Facts, odd ones among them, that are compared with what the checks say of them. */
const oddFacts = Number(process.env["GUICHET_ODD_FACTS"] ?? 2000);

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
      hours: integer({ min: 0, max: 24, label: "hours", ...desk }),
    },
    minor: boolean({ label: "minor", ...desk }),
    plate: text({ label: "number plate", ...desk }),
  },
  given: [
    {
      id: "minors-ride",
      label: "A minor drives no car.",
      holds: { not: { all: [fact("minor", true), fact("visit.by", "car")] } },
    },
  ],
  decisions: {
    kept: setOf(["bag", "child", "wheelchair"], { label: "what stays in the vehicle" }),
    minutes: integer({ label: "minutes" }),
  },
  rates: {},
  editions: [
    {
      inForceFrom: "2026-01-01",
      source: { document: "poster", section: "1", confidence: "certain" },
      tables: [
        {
          decides: "kept",
          hitPolicy: "collect",
          cases: [
            { id: "P-1", when: { fact: "visit.hours", operator: "greaterThan", value: 2 }, then: ["bag"] },
            { id: "P-2", when: fact("visit.by", "car"), then: ["wheelchair"] },
            { id: "P-3", when: fact("minor", true), then: ref("visit.things") },
          ],
        },
        {
          decides: "minutes",
          hitPolicy: "first",
          cases: [{ id: "P-4", when: fact("plate", "Zo\u00e9"), then: 90 }],
          otherwise: { id: "P-5", then: 60 },
        },
      ],
    },
    {
      inForceFrom: "2027-01-01",
      source: { document: "poster", section: "2", confidence: "certain" },
      tables: [
        { decides: "kept", id: "P-6", is: [] },
        { decides: "minutes", id: "P-7", is: 30 },
      ],
    },
  ],
});

function fact<const Name extends string, const V>(name: Name, value: V) {
  return { fact: name, operator: "equal", value } as const;
}

const visit = { on: "2026-11-21", by: "bike", things: ["child", "bag"], hours: 3 };
const complete = { visit, minor: true, plate: "AB" };
const backends: readonly Backend[] = ["generated", "closures"];

function decidedBy(compilation: Compilation) {
  return (facts: unknown): CompiledDecision | undefined => {
    const decision = compilation.decide(facts);
    return decision instanceof CompiledDecision ? decision : undefined;
  };
}

describe.each(backends)("a policy compiled to %s", (backend) => {
  const decide = decidedBy(new Compilation(parking, backend));

  afterEach(() => {
    for (const name of ["minor", "visit", "0", "by", "plate"]) Reflect.deleteProperty(Object.prototype, name);
  });

  it("gives the outcome, the cases and the facts as they were read", () => {
    const decision = decide(complete);
    expect(decision?.outcome).toEqual({ kept: ["bag", "child"], minutes: 60 });
    expect(decision?.edition).toBe("2026-01-01");
    if (!decision) return;
    expect(caseIdsIn(decision)).toEqual({ kept: ["P-1", "P-3"], minutes: ["P-5"] });
    expect([...factsBehind(decision)]).toEqual([...readFacts(parking, complete).values]);
  });

  it("shares its lists between answers, and lets nobody change them", () => {
    const [one, other] = [decide(complete)?.outcome, decide(complete)?.outcome];
    expect(() => (one?.["kept"] as string[]).push("changed")).toThrow(TypeError);
    expect(other?.["kept"]).toEqual(["bag", "child"]);
  });

  it("copies, so that later changes of the caller's object change nothing", () => {
    const facts = structuredClone(complete);
    const decision = decide(facts);
    facts.visit.things.push("wheelchair");
    expect(decision && factsBehind(decision).get("visit.things")).toEqual(["bag", "child"]);
  });

  it("answers whatever the order of the names, again and again", () => {
    const { on, by, things, hours } = visit;
    const turned = { plate: "AB", minor: true, visit: { hours, things, by, on } };
    for (const facts of [turned, complete, turned, turned, complete]) {
      expect(decide(facts)?.outcome).toEqual({ kept: ["bag", "child"], minutes: 60 });
    }
  });

  it("needs only what the segment looks at and what is given", () => {
    const later = { visit: { on: "2027-01-01", by: "car" }, minor: false };
    expect(decide(later)?.outcome).toEqual({ kept: [], minutes: 30 });
    expect(decide({ ...later, visit: { ...later.visit, hours: undefined } })?.outcome).toBeDefined();
    expect(decide({ visit: { on: "2027-01-01" }, minor: false })).toBeUndefined();
    expect(decide({ ...later, visit: { ...later.visit, on: "2026-12-31" } })).toBeUndefined();
  });

  it("hands over before the first edition, without a day, and where the facts contradict what is given", () => {
    expect(decide({ ...complete, visit: { ...visit, on: "2025-12-31" } })).toBeUndefined();
    expect(decide({ ...complete, visit: { by: "bike" } })).toBeUndefined();
    expect(decide({ ...complete, visit: { ...visit, by: "car" } })).toBeUndefined();
    expect(decide({ ...complete, visit: { ...visit, on: "2026-01-01" } })).toBeDefined();
  });

  it("hands over everything that is wrong", () => {
    const wrongVisits = [
      { ...visit, on: "2026-02-29" },
      { ...visit, on: "2026-11-2 " },
      { ...visit, by: "plane" },
      { ...visit, by: ["car"] },
      { ...visit, things: "bag" },
      { ...visit, things: ["bag", "bag"] },
      { ...visit, things: ["bag", "child", "wheelchair", "bag"] },
      { ...visit, things: [null] },
      { ...visit, things: new Array(1) },
      { ...visit, hours: 1.5 },
      { ...visit, hours: 25 },
      { ...visit, hours: -1 },
      { ...visit, hours: NaN },
      { ...visit, hours: "3" },
      { ...visit, hour: 3 },
      { ...visit, hours: null },
      null,
      [],
      new Map(),
      new Date(),
    ];
    for (const wrong of wrongVisits) {
      expect(readFacts(parking, { ...complete, visit: wrong }).problems).not.toEqual([]);
      expect(decide({ ...complete, visit: wrong })).toBeUndefined();
    }
    for (const facts of [
      undefined,
      null,
      1,
      "",
      [],
      { ...complete, minor: 1 },
      { ...complete, plate: "a".repeat(1001) },
    ]) {
      expect(decide(facts)).toBeUndefined();
    }
    expect(decide({ ...complete, other: 1 })).toBeUndefined();
    expect(
      decide(JSON.parse('{"__proto__":{},"visit":{"on":"2027-01-01","by":"car"},"minor":false}')),
    ).toBeUndefined();
  });

  it("gives one form to what is equal: no negative zero, texts in NFC", () => {
    const decision = decide({ visit: { ...visit, hours: -0 }, minor: false, plate: "Zoe\u0301" });
    expect(decision?.outcome).toEqual({ kept: [], minutes: 90 });
    expect(decision && factsBehind(decision).get("visit.hours")).toBe(0);
    expect(decision && factsBehind(decision).get("plate")).toBe("Zo\u00e9");
  });

  it("counts own enumerable properties only, and makes no fact of a polluted prototype", () => {
    const { minor, ...rest } = complete;
    expect(decide(Object.assign(Object.create({ minor }) as object, rest))).toBeUndefined();
    const { plate, ...others } = complete;
    const inherited = Object.assign(Object.create({ plate }) as object, others);
    expect(decidedBy(new Compilation(parking, backend))(inherited)).toBeUndefined();
    expect(
      decide(Object.defineProperty({ ...rest }, "minor", { value: minor, enumerable: false })),
    ).toBeUndefined();
    expect(decide(Object.assign(Object.create(null) as object, complete))?.outcome["minutes"]).toBe(60);
    class Facts {
      readonly visit = visit;
      readonly minor = true;
      readonly plate = "AB";
    }
    expect(decide(new Facts())?.outcome["minutes"]).toBe(60);
    Object.assign(Object.prototype, { minor: true, by: "bike", 0: "bag" });
    expect(decide(rest)).toBeUndefined();
    expect(decide({ ...complete, visit: { ...visit, things: new Array(1) } })).toBeUndefined();
    expect(decide(complete)?.outcome["minutes"]).toBe(60);
  });

  it("reads each property once, and leaves what throws to the checks", () => {
    let reads = 0;
    const counting = {
      ...complete,
      get minor() {
        reads += 1;
        return reads === 1;
      },
    };
    expect(decide(counting)?.outcome["kept"]).toEqual(["bag", "child"]);
    expect(reads).toBe(1);
    const fail = (): never => {
      throw new Error("hostile");
    };
    expect(decide({ ...complete, visit: new Proxy({}, { ownKeys: fail }) })).toBeUndefined();
    expect(decide(new Proxy({ ...complete }, {}))?.outcome["minutes"]).toBe(60);
  });

  it("accepts exactly what the checks accept, and reads the same", () => {
    const odd = fc.constantFrom<unknown[]>(
      null,
      undefined,
      0,
      -0,
      "",
      "car",
      [],
      {},
      "2026-01-01",
      true,
      2 ** 60,
    );
    const value = <T>(usual: fc.Arbitrary<T>) =>
      fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: odd });
    const facts = fc.record(
      {
        visit: value(
          fc.record(
            {
              on: value(
                fc.constantFrom("2026-01-01", "2027-02-28", "2028-02-29", "2100-02-29", "0000-01-01"),
              ),
              by: value(fc.constantFrom("car", "bike")),
              things: value(fc.array(fc.constantFrom("bag", "child", "wheelchair"), { maxLength: 3 })),
              hours: value(fc.integer({ min: -1, max: 25 })),
              more: odd,
            },
            { requiredKeys: ["on", "by"] },
          ),
        ),
        minor: value(fc.boolean()),
        plate: value(fc.string({ unit: "grapheme", maxLength: 4 })),
      },
      { requiredKeys: ["visit"] },
    );
    fc.assert(
      fc.property(facts, (supplied) => {
        const { problems, values } = readFacts(parking, supplied);
        const decision = decide(supplied);
        if (problems.length > 0) expect(decision).toBeUndefined();
        if (decision) expect([...factsBehind(decision)]).toEqual([...values]);
        else if (values.size === 6 && problems.length === 0)
          expect(String(values.get("visit.on")) < "2026").toBe(true);
      }),
      { numRuns: oddFacts },
    );
  });
});

describe("a compilation", () => {
  it("goes on with closures where generating code is forbidden later on", () => {
    const late = new Compilation(parking);
    const allowed = globalThis.Function;
    globalThis.Function = function forbidden(): never {
      throw new EvalError("forbidden");
    } as unknown as FunctionConstructor;
    try {
      expect(decidedBy(late)(complete)?.outcome).toEqual({ kept: ["bag", "child"], minutes: 60 });
      expect(decidedBy(new Compilation(parking))(complete)?.outcome["minutes"]).toBe(60);
    } finally {
      globalThis.Function = allowed;
    }
  });

  it("hides no mistake of ours in the code that is generated", () => {
    const late = new Compilation(parking);
    const allowed = globalThis.Function;
    globalThis.Function = function mistaken(): never {
      throw new SyntaxError("mistaken");
    } as unknown as FunctionConstructor;
    try {
      expect(() => new Compilation(parking)).toThrow("mistaken");
      expect(() => late.decide(complete)).toThrow("mistaken");
    } finally {
      globalThis.Function = allowed;
    }
  });

  it("is made once for a policy", () => {
    expect(compilationOf(parking)).toBeInstanceOf(Compilation);
    expect(compilationOf(parking)).toBe(compilationOf(parking));
  });
});
