import { describe, expect, it } from "vitest";
import { policyProblems } from "./check-policy.js";
import { cite, codesWith, messagesWith, parking } from "./parking.fixture.js";

const rows = ["rates", "hour", "rows"] as const;
const row = (from: string, value: unknown, key?: readonly string[]) => ({
  ...(key && { for: key }),
  from,
  value,
  cites: [cite("3")],
});

describe("a rate", () => {
  it.each([
    row("2026-06-30", 0),
    row("2026-06-30", Number.MAX_SAFE_INTEGER),
    row("2024-02-29", 1, ["van"]),
    row("open", 1, ["van", "south"]),
    row("2030-01-01", 1, []),
  ])("has rows of its kind and key: %j", (added) => {
    expect(messagesWith([...rows, 3], added)).toEqual([]);
  });

  it.each([
    [row("2023-02-29", 1), "day-malformed"],
    [row("open", -1), "value-out-of-range"],
    [row("open", 0.5), "number-unsafe"],
    [row("open", "1"), "wrong-type"],
    [row("open", "none"), "none-not-declared"],
    [row("open", 1, ["scooter"]), "value-unknown"],
    [row("open", 1, ["south"]), "value-unknown"],
    [row("open", 1, ["car", "south", "x"]), "rate-key-too-long"],
    [{ ...row("2026-02-01", 1), cites: [] }, "list-empty"],
    [{ ...row("2026-02-01", 1), until: "2026-03-01" }, "property-unknown"],
    [{ from: "2026-02-01", value: 1 }, "property-missing"],
    [{ ...row("2026-02-01", 1), for: "car" }, "wrong-type"],
    [null, "wrong-type"],
  ])("refuses a row that is not: %j", (added, code) => {
    expect(codesWith([...rows, 3], added)).toContain(code);
  });

  it("has one row for a key and a first day", () => {
    expect(codesWith([...rows, 3], row("open", 1))).toEqual(["rate-row-twice"]);
    expect(messagesWith([...rows, 3], row("open", 1, ["bike"]))).toEqual([
      'visitor-parking, rate "hour", rows[3]: a second row for "bike" from open; keep one of them',
    ]);
    expect(codesWith([...rows, 3], row("2026-01-02", 1, ["bike"]))).toEqual([]);
    expect(codesWith([...rows, 3], row("open", 1, ["car"]))).toEqual([]);
  });

  it.each([
    [[], "list-empty"],
    [["visit.on"], "rate-key-unfit"],
    [["visit.buy"], "rate-key-unfit"],
    [["visit.by", "visit.by"], "repeated"],
    [["visit.by", "visit.area", "visit.backBy"], "rate-key-unfit"],
    ["visit.by", "wrong-type"],
    [[5], "wrong-type"],
  ])("is keyed by one or two one-of facts, not by %j", (by, code) => {
    expect(codesWith(["rates", "quiet", "by"], by)).toContain(code);
  });

  it("is an amount, a number, a day or a list, and has at least one row", () => {
    expect(
      codesWith(["rates", "day"], { kind: "date", label: "day", rows: [row("open", "2026-01-31")] }),
    ).toEqual([]);
    expect(codesWith(["rates", "day"], { kind: "time", label: "day", rows: [row("open", "08:00")] })).toEqual(
      ["choice-unknown"],
    );
    expect(codesWith(rows, [])).toEqual(["list-empty"]);
    expect(codesWith(["rates", "quiet", "orNone"], true)).toEqual(["none-not-possible"]);
  });
});

describe("a rate that an edition uses", () => {
  const car = row("2026-01-01", 1, ["car"]);
  const bike = row("2026-01-01", 1, ["bike"]);

  it("has a value for every key from the edition's first day on", () => {
    expect(codesWith(rows, [car, bike])).toEqual([]);
    expect(messagesWith(rows, [car])).toEqual([
      'visitor-parking, edition 2026-01-01, rate "hour": no value for "bike" and "north" and 1 more keys on ' +
        "2026-01-01; add a row from 2026-01-01 or earlier",
    ]);
    expect(codesWith(rows, [car, row("2026-01-02", 1, ["bike"])])).toEqual(["rate-undefined"]);
    expect(codesWith(rows, [car, row("2025-12-31", 1, ["bike"])])).toEqual([]);
    expect(codesWith(rows, [row("2026-01-01", 1)])).toEqual([]);
  });

  it("needs both parts of a key where only longer keys are given", () => {
    const south = row("open", 1, ["bike", "south"]);
    expect(codesWith(rows, [car, south])).toEqual(["rate-undefined"]);
    expect(codesWith(rows, [car, south, row("open", 1, ["bike", "north"])])).toEqual([]);
  });

  it("needs an open row in an edition without a start", () => {
    const open = { ...parking.editions[0], inForceFrom: "open" };
    expect(codesWith(["editions", 1], open)).toEqual([]);
    expect(codesWith(["editions"], [open])).toEqual([]);
    const later = { ...parking.rates.quiet, rows: [row("2026-01-01", ["bike"])] };
    const policy = [{ ...parking.editions[0], inForceFrom: "open" }];
    expect(codesWith(["rates", "quiet"], later)).toEqual([]);
    expect(messagesOf(later, policy)).toEqual(["rate-undefined"]);
  });

  it("is not asked for where nothing uses it, and for a law in every edition", () => {
    const unused = { kind: "integer", label: "unused", rows: [row("2030-01-01", 1)] };
    expect(codesWith(["rates", "unused"], unused)).toEqual([]);
    const law = { id: "x", label: "x", never: { fact: "rate.unused", operator: "lessThan", value: 0 } };
    const policy = { ...parking, rates: { ...parking.rates, unused }, laws: [law] };
    expect(problemsOf(policy)).toEqual(["rate-undefined"]);
  });
});

function messagesOf(quiet: unknown, editions: unknown): readonly string[] {
  return problemsOf({ ...parking, rates: { ...parking.rates, quiet }, editions });
}

function problemsOf(policy: unknown): readonly string[] {
  return policyProblems(policy).map(({ code }) => code);
}
