import { describe, expectTypeOf, it } from "vitest";
import { assembleRecord } from "./assemble-record.js";

const record = assembleRecord({ facts: {}, on: "2026-11-23" });

describe("a checklist", () => {
  it("is there only when the policy is in force", () => {
    // @ts-expect-error the request may be older than the policy
    void record.documents;
    if (record.status === "not-in-force") expectTypeOf(record.decision.outcome).toEqualTypeOf<undefined>();
  });

  it("has one next step, or several possible ones", () => {
    if (record.status === "not-in-force") return;
    // @ts-expect-error it may be open
    void record.nextStep.step;
    if (record.nextStep.status === "settled") {
      expectTypeOf(record.nextStep.by).toEqualTypeOf<
        "desk" | "patient" | "management" | "nobody" | "practitioner" | "secretariat-lead" | null
      >();
    }
  });

  it("has somebody to gather a document only where it is missing", () => {
    if (record.status === "not-in-force") return;
    const [line] = record.documents;
    // @ts-expect-error it may be held
    void line?.gatheredBy;
    if (line?.state === "missing") void line.gatheredBy;
  });

  it("has a last day only once it is known", () => {
    if (record.status === "not-in-force") return;
    // @ts-expect-error a range is no day
    if (record.window.status === "open") record.window.latestOn.slice(0, 4);
    if (record.window.status === "settled") record.window.latestOn.slice(0, 4);
  });

  it("takes days and weekdays, not any text", () => {
    // @ts-expect-error a day is written YYYY-MM-DD
    assembleRecord({ facts: {}, on: "today" });
    // @ts-expect-error there is no such weekday
    assembleRecord({ facts: {}, on: "2026-11-23", calendar: { openWeekdays: ["mon"] } });
  });
});
