import { describe, expect, test } from "vitest";
import type { IsoDay } from "../../calendar/civil-day.js";
import { decide } from "../../engine/decide.js";
import { loan } from "../../engine/loan.fixture.js";
import { policyFromJson } from "../../language/policy.js";
import type { DecisionRecord } from "./decision-record.js";
import { impact } from "./impact.js";
import { recordOf } from "./record-of.js";
import { replay } from "./replay.js";

const facts = {
  loan: { on: "2024-05-02", backOn: "2024-06-10", days: 8 },
  reader: { kind: "visitor", card: "R-100", infectious: false },
  book: { kind: "novel", marks: ["torn"] },
} as const;

const about = {
  subject: "reader 1",
  key: new Uint8Array(32).fill(1),
  tenant: "library",
  purpose: "audit",
  at: "2024-05-02T09:30:00Z",
};

const recordOn = (on: IsoDay): DecisionRecord =>
  recordOf(loan, decide(loan, { ...facts, loan: { ...facts.loan, on } }), about);

const record = recordOn("2024-05-02");

/** What came of each record: its verdict, or the codes of its problems. */
function resultOf(one: ReturnType<typeof replay> extends Generator<infer Result> ? Result : never): unknown {
  return one.verdict === "refused" ? [...new Set(one.problems.map(({ code }) => code))] : one.verdict;
}

const replayed = (...records: readonly unknown[]): readonly unknown[] =>
  [...replay(records, [loan])].map(resultOf);

describe("replay", () => {
  test("answers every record in order; what is wrong with one does not stop the others", () => {
    const line = JSON.stringify(record);
    expect(
      replayed(
        line,
        line.slice(0, 200),
        { ...record, policy: "none-of-ours" },
        { ...record, fingerprint: `sha256:${"0".repeat(64)}` },
        { ...record, governingDate: "2025-06-01" },
        { ...record, facts: {} },
        { ...record, regions: [...record.regions, { fact: "loan.on", from: "2026-01-01", to: null }] },
        record,
      ),
    ).toEqual([
      "same",
      ["record-torn"],
      ["policy-unknown"],
      ["fingerprint-differs"],
      ["fingerprint-differs"],
      ["record-refused"],
      ["regions-contradict"],
      "same",
    ]);
  });

  test("finds an answer, a case and a region that were tampered with", () => {
    const cases = { ...record.cases, lent: ["L-1-atlas"] };
    const lent = { ...record, outcome: { ...record.outcome, lent: false } };
    const infectious = record.regions.map((region) =>
      "fact" in region && region.fact === "reader.infectious" ? { ...region, oneOf: [true] } : region,
    );
    const [answer] = replay([lent], [loan]);
    expect(answer).toMatchObject({
      verdict: "different",
      answers: [{ decision: "lent", is: "different", recorded: false, now: { answer: true } }],
    });
    expect(replayed({ ...record, cases }, { ...record, regions: infectious })).toEqual([
      "different",
      "different",
    ]);
  });

  test("cannot tell what a region that was taken out said", () => {
    const regions = record.regions.filter(
      (region) => !("fact" in region && region.fact === "reader.infectious"),
    );
    expect(replayed({ ...record, regions })).toEqual(["untold"]);
  });

  test("takes the version of the policy whose fingerprint a record bears", () => {
    const copy = JSON.parse(JSON.stringify(loan).replaceAll("P1M", "P2M")) as object;
    const other = policyFromJson(JSON.stringify(copy));
    expect([...replay([record], [other, loan])].map(resultOf)).toEqual(["same"]);
    expect([...replay([record], [other])].map(resultOf)).toEqual([["fingerprint-differs"]]);
  });

  test("refuses what is nested without end, and what names the runtime's own", () => {
    const deep = "[".repeat(10_000) + "]".repeat(10_000);
    expect(
      replayed(
        `{"format":${deep}}`,
        deep,
        { ...record, outcome: JSON.parse('{"__proto__":true,"constructor":1}') as unknown },
        { ...record, regions: Array.from({ length: 100_000 }, () => record.regions[0]) },
        null,
        7,
      ),
    ).toEqual([
      ["record-refused"],
      ["record-refused"],
      "different",
      ["record-refused"],
      ["record-refused"],
      ["record-refused"],
    ]);
  });
});

describe("impact", () => {
  const changed = (from: string, to: string) => policyFromJson(JSON.stringify(loan).replaceAll(from, to));

  test("says which answers would be different, as they were and as they would be", () => {
    const [said] = impact([record], [changed('"P1M"', '"P2M"')]);
    expect(said).toMatchObject({ verdict: "different", inForce: true });
    expect(said?.verdict !== "refused" && said?.answers).toContainEqual({
      decision: "dueOn",
      is: "different",
      recorded: { fact: "loan.on", plus: [{ months: 1, days: 0 }] },
      now: { answer: { fact: "loan.on", plus: [{ months: 2, days: 0 }] } },
    });
  });

  test("says the same where nothing is changed, and of the rules of another day what they would answer", () => {
    expect([...impact([record], [loan])]).toEqual([
      { verdict: "same", policy: "book-loan", subject: record.subject, inForce: true, answers: [] },
    ]);
    const [later] = impact([record], [loan], { on: "2025-03-01" });
    expect(later).toMatchObject({ verdict: "different", inForce: true });
    const [before] = impact([record], [loan], { on: "2023-01-01" });
    expect(before).toMatchObject({ verdict: "different", inForce: false });
  });

  test("cannot tell where a new limit cuts a recorded region, and can where it does not", () => {
    const verdicts = ["8", "6", "14", "15"].map((limit) => {
      const [said] = impact([record], [changed('"value":7', `"value":${limit}`)]);
      return said?.verdict;
    });
    // The record says from 8 to 14 days, for the editions ask whether it is more than 7, and more than 14.
    expect(record.regions).toContainEqual({ fact: "loan.days", from: 8, to: 14 });
    expect(verdicts).toEqual(["untold", "same", "different", "different"]);
    const [said] = impact([record], [changed('"value":7', '"value":8')]);
    expect(said?.verdict !== "refused" && said?.answers).toContainEqual({
      decision: "feeCents",
      is: "untold",
      recorded: 200,
      now: { oneOf: [0, 200] },
    });
  });

  test("refuses a day that is none", () => {
    expect(() => impact([], [loan], { on: "2024-02-30" })).toThrow(/not a day of the calendar/);
  });
});
