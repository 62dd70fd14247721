import { describe, expect, it } from "vitest";
import { loanEn, loanFr, loanRu } from "./loan-locales.fixture.js";
import { dayInWords, openInWords, valueInWords, wordOf } from "./value-in-words.js";
import { wordingOf } from "./wording.js";

const plain = (text: string | undefined) => text?.replace(/[\u00a0\u202f]/g, " ");
const inAll = (say: (locale: typeof loanEn) => string | undefined) =>
  [loanEn, loanFr, loanRu].map(say).map(plain);

describe("a value in words", () => {
  it("is money in the currency's own minor units", () => {
    const money = (currency: string, value: number) =>
      inAll((locale) => valueInWords(locale, "decision.feeCents", { kind: "amount", currency }, value));
    expect(money("EUR", 2760)).toEqual(["€27.60", "27,60 €", "27,60 €"]);
    expect(money("EUR", 123456789)).toEqual(["€1,234,567.89", "1 234 567,89 €", "1 234 567,89 €"]);
    expect(money("JPY", 500)[0]).toBe("JP¥500");
    expect(money("RUB", 150000)[2]).toBe("1 500,00 ₽");
  });

  it("is a number, a day, a time, a text, yes or no", () => {
    const said = (kind: string, value: string | number | boolean) =>
      inAll((locale) => valueInWords(locale, "loan.x", { kind }, value));
    expect(said("integer", 12345)).toEqual(["12,345", "12 345", "12 345"]);
    expect(said("date", "2024-02-29")).toEqual([
      "29 February 2024",
      "29 février 2024",
      "29 февраля 2024 года",
    ]);
    expect(said("time", "09:05")).toEqual(["09:05", "09:05", "09:05"]);
    expect(said("boolean", false)).toEqual(["no", "non", "нет"]);
    expect(said("text", "none")).toEqual(["none", "none", "none"]);
  });

  it("takes the word of its own name before the word of all names, and none from the wording at last", () => {
    expect(wordOf(loanEn, "decision.reminderOn", "none")).toBe("no reminder");
    expect(wordOf(loanEn, "decision.dueOn", "none")).toBe("none");
    const { none, ...values } = loanRu.values;
    expect([wordOf({ ...loanRu, values }, "rate.limit", "none"), none]).toEqual(["нет", "нет"]);
  });
});

describe("a day in words", () => {
  it("is the same on every machine's clock, in every century", () => {
    expect(dayInWords("en", "0001-01-01")).toBe("1 January 1");
    expect(dayInWords("fr", "1582-10-10")).toBe("10 octobre 1582");
    expect(dayInWords("en", "9999-12-31")).toBe("31 December 9999");
    expect(dayInWords("en", "2023-02-29")).toBeUndefined();
  });

  it("is the first of a month in French, and never the eleventh or the twenty-first", () => {
    expect(["2024-03-01", "2024-03-11", "2024-03-21"].map((day) => dayInWords("fr", day))).toEqual([
      "1er mars 2024",
      "11 mars 2024",
      "21 mars 2024",
    ]);
  });
});

describe("what is possible in words", () => {
  const range = (kind: string, from: number | string | null, to: number | string | null, none?: true) =>
    inAll((locale) => openInWords(locale, "decision.x", { kind }, { from, to, ...(none ? { none } : {}) }));

  it("is a range of days", () => {
    expect(range("date", "2024-03-01", "2024-05-02")).toEqual([
      "between 1 March 2024 and 2 May 2024",
      "entre le 1er mars 2024 et le 2 mai 2024",
      "с 1 марта 2024 года по 2 мая 2024 года",
    ]);
    expect(range("date", null, "2024-05-02")).toEqual([
      "until 2 May 2024",
      "jusqu’au 2 mai 2024",
      "по 2 мая 2024 года",
    ]);
  });

  it("is a range of numbers, open at one end or both", () => {
    expect(range("integer", 1, 4)).toEqual(["between 1 and 4", "entre 1 et 4", "от 1 до 4"]);
    expect(range("integer", 1, null)).toEqual(["1 or more", "au moins 1", "не меньше 1"]);
    expect(range("integer", null, 4)).toEqual(["up to 4", "au plus 4", "не больше 4"]);
    expect(range("integer", null, null)).toEqual(["any", "sans limite", "без ограничения"]);
  });

  it("is one value or none", () => {
    expect(range("integer", 4, 4, true)).toEqual(["4, or none", "4, ou aucun", "4 либо отсутствует"]);
  });

  it("is a choice, with yes before no", () => {
    const choice = (kind: string, oneOf: readonly (string | boolean)[]) =>
      inAll((locale) => openInWords(locale, "decision.shelf", { kind }, { oneOf }));
    expect(choice("boolean", [false, true])).toEqual(["yes or no", "oui ou non", "да или нет"]);
    expect(choice("one-of", ["ward", "store", "none"])).toEqual([
      "the ward, the store or none",
      "le service, la réserve ou aucun",
      "отделение, хранилище или нет",
    ]);
  });

  it("is what a set holds for certain, and what it may hold", () => {
    const set = (certain: readonly string[], possible: readonly string[]) =>
      inAll((locale) => openInWords(locale, "decision.duties", { kind: "set-of" }, { certain, possible }));
    expect(set([], ["dry"])).toEqual(["possibly dry it", "peut-être à sécher", "возможно: высушить"]);
    expect(set(["repair"], ["dry", "disinfect"])[0]).toBe("repair it; possibly also dry it, disinfect it");
  });
});

describe("the wording of a language", () => {
  it("is that of its locales, whatever their region, and English elsewhere", () => {
    expect([wordingOf("fr-CA").yes, wordingOf("RU").yes, wordingOf("de").yes]).toEqual(["oui", "да", "yes"]);
  });
});
