import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { boolean, date, integer, text, time } from "../language/index.js";
import { definePolicy } from "../language/policy.js";
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
      at: time({ label: "time of arrival", ...desk }),
      hours: integer({ min: 0, max: 12, unit: "hours", label: "length of the visit", ...desk }),
    },
    minor: boolean({ label: "the visitor is a minor", ...desk }),
    plate: text({ label: "number plate", ...desk }),
  },
  given: [
    {
      id: "late",
      label: "Visits began in 2020.",
      holds: { fact: "visit.on", operator: "greaterThan", value: "2020-01-01" },
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

describe("factsJsonSchema", () => {
  it("names what people see: title, question and givens; labels, units and who can tell", () => {
    const schema = factsJsonSchema(parking);
    expect(schema).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: "Visitor parking",
      description: "How long may this visitor park? Given: Visits began in 2020.",
      properties: {
        visit: {
          properties: { hours: { title: "length of the visit", description: "Unit: hours. Holder: desk." } },
        },
        minor: { title: "the visitor is a minor", description: "Holder: desk." },
      },
    });
    expect(schema).not.toHaveProperty("required");
  });

  it("stands in the JSON Schema of a schema that holds the facts", () => {
    const request = z.toJSONSchema(z.object({ facts: factsSchema(parking) }), { io: "input" });
    expect(request).toMatchObject({
      properties: { facts: { title: "Visitor parking" } },
      required: ["facts"],
    });
  });

  it("accepts texts up to 1,000 characters", () => {
    const accepts = new Ajv2020({ formats: { date: true } }).compile(factsJsonSchema(parking));
    expect(accepts({ plate: "a".repeat(1000) })).toBe(true);
    expect(accepts({ plate: "a".repeat(1001) })).toBe(false);
  });

  it("leaves a contradiction to checkFacts, which the format cannot say", () => {
    const accepts = new Ajv2020({ formats: { date: true } }).compile(factsJsonSchema(parking));
    expect(accepts({ visit: { on: "2019-01-01" } })).toBe(true);
    expect(factsSchema(parking).safeParse({ visit: { on: "2019-01-01" } }).success).toBe(false);
  });

  it("says without the format of dates which days there are", () => {
    const accepts = new Ajv2020({ formats: { date: true } }).compile(factsJsonSchema(parking));
    for (const on of ["2024-02-29", "0001-01-01", "9999-12-31"])
      expect(accepts({ visit: { on } }), on).toBe(true);
    for (const on of ["2023-02-29", "0000-01-01", "2026-2-3"])
      expect(accepts({ visit: { on } }), on).toBe(false);
  });
});
