import { describe, expect, it } from "vitest";
import { policyFromJson } from "../language/policy.js";
import { decide } from "./decide.js";
import { loan } from "./loan.fixture.js";

// The rules were last compared on 2025-06-30, the undated notice on 2024-02-29.
const on = (day: `${number}-${number}-${number}`) => ({ loan: { on: day } });
const infectious = { reader: { infectious: true } } as const;

describe("freshness", () => {
  it("is that of the source looked at longest ago among those used", () => {
    expect(decide(loan, on("2024-05-02")).freshness).toEqual({
      checkedOn: "2025-06-30",
      dated: true,
      stale: false,
    });
    expect(decide(loan, { ...on("2024-05-02"), ...infectious }).freshness).toEqual({
      checkedOn: "2024-02-29",
      dated: false,
      stale: false,
    });
  });

  it("is that of the edition before anything is settled", () => {
    const { lent } = loan.decisions;
    const [{ tables, ...edition }] = loan.editions;
    const editions = [{ ...edition, tables: tables.filter(({ decides }) => decides === "lent") }];
    const unsettled = policyFromJson(
      JSON.stringify({ ...loan, locales: ["en"], rates: {}, decisions: { lent }, editions }),
    );
    const { status, because, freshness } = decide(unsettled, on("2024-05-02"));
    expect({ status, because, freshness }).toEqual({
      status: "open",
      because: [],
      freshness: { checkedOn: "2025-06-30", dated: true, stale: false },
    });
  });

  it("is stale one day later than a year after the comparison, not on the day itself", () => {
    expect(decide(loan, on("2026-06-30")).freshness?.stale).toBe(false);
    expect(decide(loan, on("2026-07-01")).freshness?.stale).toBe(true);
  });

  it("has the horizon the caller asks for, with months that end as terms do", () => {
    const horizon = { horizon: "P1M" } as const;
    expect(decide(loan, on("2025-07-30"), horizon).freshness?.stale).toBe(false);
    expect(decide(loan, on("2025-07-31"), horizon).freshness?.stale).toBe(true);
  });

  it("is not known to be stale while the governing date is unknown", () => {
    expect(decide(loan, {}).freshness?.stale).toBeNull();
    expect(() => decide(loan, {}, { staleSources: "refuse" })).not.toThrow();
  });

  it("is nothing where no edition is in force", () => {
    expect(decide(loan, on("2023-12-31"), { staleSources: "refuse" }).freshness).toBeUndefined();
  });
});

describe("a caller who would rather have no answer than an old one", () => {
  const refuse = { staleSources: "refuse" } as const;

  it("gets the answer on the last fresh day, and an error from the day after", () => {
    expect(decide(loan, on("2026-06-30"), refuse).status).toBe("open");
    const message =
      "book-loan: a source used here was last compared with the data on 2025-06-30; " +
      "compare it again, or allow a longer horizon";
    const problems = [expect.objectContaining({ code: "stale-source", message })];
    const stale = expect.objectContaining({ code: "stale-source", problems });
    expect(() => decide(loan, on("2026-07-01"), refuse)).toThrow(stale);
    expect(() => decide(loan, on("2026-07-01"), { ...refuse, horizon: "P2Y" })).not.toThrow();
  });

  it("is refused a horizon that is no duration, at once", () => {
    const horizon = "one year" as "P1Y";
    const message = 'book-loan, horizon: not a duration; write one like "P1Y"';
    const problems = [expect.objectContaining({ code: "horizon-refused", message })];
    const refused = expect.objectContaining({ code: "horizon-refused", problems });
    expect(() => decide(loan, {}, { horizon })).toThrow(refused);
  });
});
