import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { policyProblems } from "../language/check-policy.js";
import { boolean, date, integer, plus, ref, setOf, dateOrNone, minus } from "../language/index.js";
import { definePolicy } from "../language/policy.js";
import { recordHandover } from "../policies/record-handover/index.js";
import { teleExpertise } from "../policies/tele-expertise/index.js";
import { policyJsonSchema } from "./policy-json-schema.js";

const desk = { holder: "desk", privacy: "internal" } as const;
const poster = { document: "poster", section: "1", confidence: "certain" } as const;

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
      things: setOf(["bag", "child"], { label: "what comes along", ...desk }),
    },
    minor: boolean({ label: "minor", ...desk }),
  },
  given: [
    {
      id: "late",
      label: "Visits began in 2020.",
      holds: { fact: "visit.on", operator: "greaterThan", value: "2020-01-01" },
    },
  ],
  decisions: {
    minutes: integer({ min: 0, label: "minutes" }),
    until: dateOrNone({ label: "last day" }),
    left: setOf(["bag", "child"], { label: "what stays outside" }),
  },
  rates: { stay: integer({ label: "stay", rows: [{ from: "2026-01-01", value: 60, cites: [poster] }] }) },
  editions: [
    {
      inForceFrom: "2026-01-01",
      source: poster,
      tables: [
        {
          decides: ["minutes", "until"],
          hitPolicy: "first",
          cases: [
            {
              id: "P-1",
              when: { all: [{ fact: "minor", operator: "equal", value: true }] },
              then: { minutes: ref("rate.stay"), until: plus(ref("visit.on"), "P2M") },
            },
          ],
          otherwise: { id: "P-2", then: { minutes: 0, until: "none" }, gap: true },
        },
        { decides: "left", id: "P-3", is: minus(["bag", "child"], ref("visit.things")) },
      ],
      remarks: [{ id: "R-1", cites: [poster] }],
    },
  ],
  laws: [
    {
      id: "free",
      label: "Nobody stays.",
      never: { fact: "decision.minutes", operator: "lessThan", value: 0 },
    },
  ],
});

const schema = policyJsonSchema();
const accepts = new Ajv2020({ formats: { date: true } }).compile(schema);
const asJson = (data: unknown): unknown => JSON.parse(JSON.stringify(data));

describe("policyJsonSchema", () => {
  it("accepts the policies that load", () => {
    for (const policy of [parking, recordHandover, teleExpertise]) {
      expect(accepts(asJson(policy)), JSON.stringify(accepts.errors)).toBe(true);
    }
  });

  it("refuses nothing that loads, whatever is changed in a policy", () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), replacement, (steps, value) => {
        const changed = changeSomewhere(asJson(parking), steps, value);
        if (!accepts(changed)) expect(policyProblems(changed)).not.toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it.each<[string, (string | number)[], unknown]>([
    ["an empty group", ["editions", 0, "tables", 0, "cases", 0, "when"], { all: [] }],
    ["two group keys in one object", ["given", 0, "holds"], { all: [{}], any: [{}] }],
    ["an unknown operator", ["given", 0, "holds", "operator"], "before"],
    [
      "a case without an id",
      ["editions", 0, "tables", 0, "cases", 0],
      { then: { minutes: 1, until: "none" } },
    ],
    ["a table with an unknown hit policy", ["editions", 0, "tables", 0, "hitPolicy"], "last"],
    ["a rate without a source", ["rates", "stay", "rows", 0], { from: "2026-01-01", value: 60 }],
    ["a day that does not exist", ["editions", 0, "inForceFrom"], "2026-02-30"],
    ["an unknown kind", ["facts", "minor", "kind"], "yes-no"],
    ["an unknown holder", ["facts", "minor", "holder"], "doctor"],
    ["a misspelt property", ["labels"], []],
    [
      "a duration that is none",
      ["editions", 0, "tables", 0, "cases", 0, "then", "until", "plus", 1],
      "P2 months",
    ],
    ["a group without facts", ["facts", "visit"], {}],
    ["a policy without editions", ["editions"], []],
    ["a law that says nothing", ["laws", 0], { id: "free", label: "Nobody stays." }],
    ["a name that is not camelCase", ["facts", "Minor!"], { kind: "boolean", label: "minor", ...desk }],
  ])("refuses %s, as loading does", (_, path, value) => {
    const changed = withValueAt(asJson(parking), path, value);
    expect(accepts(changed)).toBe(false);
    expect(policyProblems(changed)).not.toEqual([]);
  });

  it("names its parts, so that an editor can show them", () => {
    expect(Object.keys(schema.$defs ?? {}).toSorted()).toEqual([
      ...["citation", "comparison", "condition", "edition", "expression", "fact", "reference", "table"],
    ]);
    expect(schema).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: "Guichet policy",
    });
  });

  it("is the same each time it is asked for", () => {
    expect(policyJsonSchema()).toEqual(schema);
  });
});

const replacement = fc.constantFrom<unknown>(
  ...[
    null,
    true,
    false,
    0,
    60,
    -1,
    1.5,
    "",
    "none",
    "open",
    "bag",
    "minor",
    "visit.on",
    "rate.stay",
    "2026-02-01",
  ],
  ...[
    [],
    {},
    ["bag"],
    ["minutes"],
    { fact: "visit.on" },
    { all: [] },
    { fact: "rate.stay" },
    { not: { all: [] } },
  ],
  ...["first", "collect", "equal", "boolean", "date", "text", "certain", "P8D", undefined],
);

/** Walks down as the steps say, and puts the value where they end. */
function changeSomewhere(policy: unknown, steps: Iterable<number>, value: unknown): unknown {
  const path: (string | number)[] = [];
  let part = policy;
  for (const step of steps) {
    if (typeof part !== "object" || part === null || (path.length > 0 && step % 5 === 0)) break;
    const keys = Object.keys(part);
    const key = keys[step % keys.length];
    if (key === undefined) break;
    path.push(Array.isArray(part) ? Number(key) : key);
    part = (part as Readonly<Record<string, unknown>>)[key];
  }
  return withValueAt(policy, path, value);
}

function withValueAt(data: unknown, [step, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (step === undefined) return value;
  const inner = withValueAt((data as Readonly<Record<string | number, unknown>>)[step], rest, value);
  if (Array.isArray(data)) return data.with(Number(step), inner);
  const entries = Object.entries(data as object).filter(([name]) => name !== step);
  return Object.fromEntries(inner === undefined ? entries : [...entries, [step, inner]]);
}
