import { describe, expect, it } from "vitest";
import { isNational, nationalFrom, type NationalIdentifier } from "./national-identifiers.js";

const table: readonly (readonly [NationalIdentifier, string, boolean])[] = [
  ["rpps", "10000000001", true],
  ["rpps", "1000000000", false],
  ["rpps", "100000000012", false],
  ["rpps", "1000000000A", false],
  ["adeli", "991234567", true],
  ["adeli", "2A1234567", true],
  ["adeli", "2C1234567", false],
  ["adeli", "99123456", false],
  ["finess", "990000011", true],
  ["finess", "2B0000011", true],
  ["finess", "9900000110", false],
  ["ins", "258019999900129", true],
  ["ins", "258019999900128", false],
  ["ins", "25801999990012", false],
  ["ins", "558019999900129", false],
  ["ins", "271072A99900394", true],
  ["ins", "171072B99900473", true],
  ["ins", "171072B99900394", false],
];

describe("a national identifier", () => {
  it.each(table)("as %s, %s is one: %s", (kind, value, is) => {
    expect(isNational(kind, value)).toBe(is);
  });

  it("is read with the sign that says what it is in front of it, and with spaces", () => {
    expect(nationalFrom("rpps", "810000000001")).toBe("10000000001");
    expect(nationalFrom("adeli", "0991234567")).toBe("991234567");
    expect(nationalFrom("ins", "2 58 01 99 999 001 29")).toBe("258019999900129");
    expect(nationalFrom("finess", "8990000011")).toBeUndefined();
    expect(nationalFrom("rpps", undefined)).toBeUndefined();
  });
});
