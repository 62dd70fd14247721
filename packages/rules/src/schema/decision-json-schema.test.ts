import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { captureFacts } from "../engine/check-facts.js";
import { decideCaptured } from "../engine/decide.js";
import type { Decision } from "../engine/decision.js";
import {
  amount,
  boolean,
  date,
  dateOrNone,
  integer,
  oneOf,
  setOf,
  type Example,
  type Policy,
} from "../language/index.js";
import { definePolicy } from "../language/policy.js";
import { recordHandover } from "../policies/record-handover/index.js";
import { recordHandoverExamples } from "../policies/record-handover/examples.js";
import { teleExpertiseExamples } from "../policies/tele-expertise/examples.js";
import { teleExpertise } from "../policies/tele-expertise/index.js";
import { decisionJsonSchema } from "./decision-json-schema.js";

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
      by: oneOf(["car", "bike"], { label: "vehicle", ...desk }),
    },
  },
  decisions: {
    allowed: boolean({ label: "may park", default: true }),
    place: oneOf(["yard", "street"], { label: "where", default: "yard" }),
    papers: setOf(["permit", "card"], { label: "what to show", default: ["card"] }),
    minutes: integer({ label: "minutes", default: 60 }),
    feeCents: amount("EUR", { label: "fee", default: 200 }),
    until: dateOrNone({ label: "last day", default: "none" }),
    helper: boolean({ label: "helper", internal: true, default: true }),
  },
  rates: {
    hour: amount("EUR", { label: "an hour", rows: [{ from: "2026-01-01", value: 200, cites: [poster] }] }),
  },
  editions: [{ inForceFrom: "2026-01-01", source: poster, tables: [] }],
});

const accepts = validator(parking);

const decided = {
  format: "guichet-decision/1",
  policy: "visitor-parking",
  edition: "2026-01-01",
  governingDate: "2026-11-21",
  amendments: [],
  fingerprint: `sha256:${"0a".repeat(32)}`,
  status: "decided",
  outcome: { allowed: true, place: "yard", papers: ["card"], minutes: 60, feeCents: 200, until: "none" },
  open: {},
  needs: [],
  because: [
    {
      decision: "feeCents",
      cases: [{ id: "P-1", certain: true }],
      rates: [{ name: "hour", value: 200, from: "2026-01-01" }],
      cites: [poster],
      confidence: "certain",
      gap: false,
    },
  ],
  freshness: { checkedOn: "2026-11-21", dated: true, stale: false },
};

const open = {
  ...decided,
  status: "open",
  outcome: { allowed: true },
  open: {
    place: { oneOf: ["yard", "street"] },
    papers: { certain: ["card"], possible: ["permit"] },
    minutes: { from: 0, to: null },
    feeCents: { from: 0, to: 200 },
    until: { from: "2026-11-21", to: null, none: true },
  },
  needs: [{ fact: "visit.by", holder: "desk", affects: ["place", "minutes"] }],
};

const { format, policy, amendments, fingerprint } = decided;
const stamp = { format, policy, amendments, fingerprint, edition: null };
const notInForce = { ...stamp, governingDate: "2025-12-31", status: "not-in-force", fingerprint: null };

describe("decisionJsonSchema", () => {
  it("accepts a decision of each status", () => {
    for (const decision of [decided, open, notInForce]) expect(accepts(decision), decision.status).toBe(true);
  });

  it("accepts a decision without a known day, under an edition without a start", () => {
    const freshness = { ...open.freshness, stale: null };
    expect(accepts({ ...open, edition: null, governingDate: null, fingerprint: null, freshness })).toBe(true);
    expect(accepts({ ...decided, edition: "open" })).toBe(true);
  });

  it.each<[string, unknown]>([
    ["another format", { ...decided, format: "guichet-decision/2" }],
    ["another policy", { ...decided, policy: "parking" }],
    ["an unknown status", { ...decided, status: "done" }],
    ["a decided one with something open", { ...decided, open: open.open }],
    ["a decided one that lacks a decision", { ...decided, outcome: { allowed: true } }],
    ["an internal decision in the outcome", { ...decided, outcome: { ...decided.outcome, helper: true } }],
    ["a value that is not listed", { ...open, outcome: { place: "roof" } }],
    ["none where it is not declared", { ...open, outcome: { minutes: "none" } }],
    ["a negative amount", { ...open, outcome: { feeCents: -1 } }],
    ["a repeated element", { ...open, outcome: { papers: ["card", "card"] } }],
    ["an open choice of one value", { ...open, open: { place: { oneOf: ["yard"] } } }],
    ["an open set in which nothing is open", { ...open, open: { papers: { certain: [], possible: [] } } }],
    ["a need that is no fact", { ...open, needs: [{ ...open.needs[0], fact: "visit" }] }],
    ["an outcome that is not in force", { ...notInForce, outcome: { allowed: true } }],
    [
      "a rate that does not exist",
      { ...decided, because: [{ ...decided.because[0], rates: [{ name: "day" }] }] },
    ],
    ["a day that does not exist", { ...decided, governingDate: "2026-02-30" }],
    ["a member that is not part of the format", { ...decided, answer: 42 }],
    ["a missing member", { ...decided, fingerprint: undefined }],
  ])("refuses %s", (_, decision) => {
    expect(accepts(JSON.parse(JSON.stringify(decision)))).toBe(false);
  });

  it("carries labels as titles, and the currency of an amount", () => {
    expect(decisionJsonSchema(parking)).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: "Visitor parking",
      oneOf: [
        {
          properties: {
            outcome: {
              properties: {
                place: { title: "where", enum: ["yard", "street"] },
                feeCents: { title: "fee", description: "EUR, in minor units (cents)." },
              },
            },
          },
        },
        {},
        {},
      ],
    });
  });

  it("says what a rate may be under its name", () => {
    const used = (rate: unknown) => ({ ...decided, because: [{ ...decided.because[0], rates: [rate] }] });
    expect(accepts(used({ name: "hour", for: ["car"], value: 200, from: "open" }))).toBe(true);
    expect(accepts(used({ name: "hour", value: "none", from: "open" }))).toBe(false);
    expect(accepts(used({ name: "day", value: 200, from: "open" }))).toBe(false);
  });

  it.each([
    ["record-handover", decisionsOf(recordHandover, recordHandoverExamples)],
    ["tele-expertise", decisionsOf(teleExpertise, teleExpertiseExamples)],
  ])("accepts what decide answers for every example of %s, and with one fact less", (_, answered) => {
    const { accepts, decisions } = answered;
    expect(new Set(decisions.map(({ status }) => status)).size).toBeGreaterThan(1);
    for (const decision of decisions) {
      expect(accepts(JSON.parse(JSON.stringify(decision))), JSON.stringify(accepts.errors)).toBe(true);
    }
  });
});

function decisionsOf<P extends Policy>(policy: P, examples: readonly Example<P>[]) {
  const decisions = examples.flatMap(({ facts }, index) => {
    const known = captureFacts(policy, facts);
    const left = [...known.keys()][index % known.size];
    const fewer = new Map([...known].filter(([path]) => path !== left));
    return [known, fewer].map((one): Decision => decideCaptured<Policy>(policy, one));
  });
  return { accepts: validator(policy), decisions };
}

function validator(policy: Policy) {
  return new Ajv2020({ formats: { date: true } }).compile(decisionJsonSchema(policy));
}
