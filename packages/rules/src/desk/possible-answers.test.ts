import { describe, expect, it } from "vitest";
import { decide } from "../engine/decide.js";
import { recordHandover } from "../policies/record-handover/policy.js";
import {
  answersOf,
  holdsElement,
  possibleChoices,
  possibleElements,
  possibleRange,
} from "./possible-answers.js";

describe("the answers of a decision under one type", () => {
  const open = answersOf(
    decide(recordHandover, { request: { receivedOn: "2026-11-20" }, record: { specialties: ["general"] } }),
  );

  it("are a single choice, a range of one day, a set without doubt when they are settled", () => {
    expect(possibleChoices("a", undefined)).toEqual(["a"]);
    expect(possibleRange(open.outcome.earliestHandoverOn, open.open.earliestHandoverOn)).toEqual({
      from: "2026-11-22",
      to: "2026-11-22",
    });
    const required = possibleElements(open.outcome.requiredDocuments, open.open.requiredDocuments);
    expect(holdsElement(required, "paid-invoices")).toBe(true);
    expect(holdsElement(required, "ct-scan")).toBe(false);
    expect(required.possible).toEqual([]);
  });

  it("are what is possible while they are open", () => {
    expect(possibleChoices(open.outcome.responsible, open.open.responsible)).toEqual([
      "practitioner",
      "secretariat-lead",
      "unregulated",
    ]);
    expect(possibleRange(open.outcome.latestHandoverOn, open.open.latestHandoverOn)).toEqual({
      from: "2026-11-28",
      to: "2027-01-20",
    });
    const evidence = possibleElements(open.outcome.requiredEvidence, open.open.requiredEvidence);
    expect(holdsElement(evidence, "written-request")).toBe(true);
    expect(holdsElement(evidence, "signed-receipt")).toBeNull();
  });

  it("are nothing before the first edition", () => {
    const before = answersOf(decide(recordHandover, { request: { receivedOn: "2002-03-04" } }));
    expect(before).toEqual({ outcome: {}, open: {} });
    expect(possibleChoices(before.outcome.nextStep, before.open.nextStep)).toEqual([]);
    expect(possibleRange(before.outcome.latestHandoverOn, before.open.latestHandoverOn)).toEqual({
      from: null,
      to: null,
    });
    expect(possibleElements(before.outcome.refusals, before.open.refusals).certain).toEqual([]);
  });
});
