import { expect, it } from "vitest";
import { termFromDuration, type Term } from "../calendar/term.js";
import { termInWords } from "./term-in-words.js";

const said = (duration: string): readonly string[] => {
  const term = termFromDuration(duration) as Term;
  return ["en", "fr", "ru"].map((locale) => termInWords(locale, term).replaceAll(/\s/g, " "));
};

it("a term reads in years, months and days, each only where there are any", () => {
  expect(said("P1Y6M")).toEqual(["1 year, 6 months", "1 an, 6 mois", "1 год, 6 месяцев"]);
  expect(said("P2W")).toEqual(["14 days", "14 jours", "14 дней"]);
  expect(said("P12M")).toEqual(["1 year", "1 an", "1 год"]);
  expect(said("P0D")).toEqual(["0 days", "0 jour", "0 дней"]);
});
