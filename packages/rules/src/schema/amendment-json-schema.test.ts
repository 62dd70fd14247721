import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { amendmentFromJson } from "../verify/amendment/define-amendment.js";
import { amendmentJsonSchema } from "./amendment-json-schema.js";

const accepts = new Ajv2020({ formats: { date: true } }).compile(amendmentJsonSchema());
const edition = "2002-03-05";
const memo = {
  id: "memo",
  policy: "record-handover",
  title: "Consent forms",
  source: { title: "Memo", kind: "house-rule", dated: true, checkedOn: "2026-11-21" },
  from: "2026-12-01",
  to: "2026-12-31",
  changes: [
    { rate: "fee", for: ["a", "b"], value: 10 },
    { rate: "list", value: ["a"], cites: [{ document: "memo", section: "1", confidence: "likely" }] },
    { edition, decision: "papers", case: { id: "M-1", then: ["form"], gap: true }, before: "RH-1" },
    {
      edition,
      replaces: "RH-2",
      case: {
        id: "M-2",
        when: { not: { fact: "a.b", operator: "isEmpty", value: true } },
        then: { payer: "patient", nextStep: { fact: "decision.step" } },
      },
    },
    { element: "form", of: ["record.heldDocuments"] },
  ],
  texts: {
    fr: { cases: { "M-1": "Un formulaire." }, values: { form: "formulaire" }, source: "Note", sections: {} },
  },
};

describe("amendmentJsonSchema", () => {
  it("accepts an amendment of every kind of change, as the loader does", () => {
    expect(accepts(memo), JSON.stringify(accepts.errors)).toBe(true);
    expect(amendmentFromJson(JSON.stringify(memo))).toEqual(memo);
  });

  it.each<[string, object]>([
    ["a change that is none", { changes: [{}] }],
    ["no change", { changes: [] }],
    ["two changes in one", { changes: [{ rate: "fee", value: 1, element: "form", of: ["a.b"] }] }],
    ["a case without an id", { changes: [{ edition, replaces: "RH-2", case: { then: [] } }] }],
    ["a day that is none", { from: "December" }],
    ["a word it does not have", { until: "2026-12-31" }],
    ["no document", { source: undefined }],
    ["a text that is none", { texts: { en: { cases: { "M-1": 5 } } } }],
  ])("refuses %s, as the loader does", (_, change) => {
    const text = JSON.stringify({ ...memo, ...change });
    expect(accepts(JSON.parse(text))).toBe(false);
    expect(() => amendmentFromJson(text)).toThrow();
  });
});
