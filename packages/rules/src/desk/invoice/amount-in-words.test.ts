import { describe, expect, it } from "vitest";
import { amountInWords } from "./amount-in-words.js";

const plain = (text: string): string => text.replace(/\s/gu, " ");

describe("an amount in words", () => {
  it.each([
    ["en", "between €93.00 and €100.00"],
    ["fr", "entre 93,00 € et 100,00 €"],
    ["ru", "от 93,00 € до 100,00 €"],
  ])("tells in %s between what it lies while it is open", (locale, words) => {
    expect(plain(amountInWords({ from: 9_300, to: 10_000 }, "EUR", locale))).toBe(words);
  });

  it("is one amount once both ends are the same", () => {
    expect(amountInWords({ from: 9_300, to: 9_300 }, "EUR", "en")).toBe("€93.00");
    expect(amountInWords(9_300, "EUR", "en")).toBe("€93.00");
  });

  it("loses no digit of the largest amount, and has the digits of its currency", () => {
    expect(plain(amountInWords(Number.MAX_SAFE_INTEGER, "EUR", "en"))).toBe("€90,071,992,547,409.91");
    expect(plain(amountInWords(9_300, "JPY", "fr"))).toBe("9 300 JPY");
    expect(plain(amountInWords(9_300, "AFN", "en"))).toBe("AFN 93.00");
    expect(plain(amountInWords(1, "MGA", "ru"))).toBe("0,2 MGA");
  });

  it("refuses a currency that does not exist", () => {
    expect(() => amountInWords(1, "eur", "en")).toThrow(
      "amountInWords, currency: no such currency; supply a currency code of ISO 4217, as RUB",
    );
  });
});
