import { expect, test } from "vitest";
import { parking } from "../language/parking.fixture.js";
import { plainLocale } from "../language/plain-locale.js";
import { policyFromJson } from "../language/policy.js";
import { expressionInWords } from "./expression-in-words.js";
import { PageWords } from "./page-words.js";

const policy = policyFromJson(JSON.stringify(parking));
const visit = { fact: "visit.on" };

function inWords(name: string, expression: unknown, locale = "en"): string {
  return expressionInWords(new PageWords(policy, plainLocale(policy, locale)), name, expression as never);
}

test.each([
  ["decision.feeCents", 250, "€2.50"],
  ["decision.extras", [], "nothing"],
  ["decision.extras", ["ramp", "permit"], "ramp, permit"],
  ["decision.until", "none", "none"],
  ["decision.weekday", { weekdayOf: visit }, "weekday of *day of the visit*"],
  ["decision.extras", { minus: [["ramp"], { fact: "visit.asks" }] }, "ramp, without *what the visitor says*"],
  [
    "decision.feeCents",
    { fact: "rate.hour", params: { by: ["visit.backBy", "visit.area"] } },
    "see the rates: *price of an hour* (by *what the visitor says*, *what the visitor says*)",
  ],
] as const)("%s: %j reads as words", (name, expression, words) => {
  expect(inWords(name, expression)).toBe(words);
});

test.each([
  ["P2D", "2 days"],
  ["P1D", "1 day"],
  ["P2W", "14 days"],
  ["P12M", "1 year"],
  ["P1Y6M", "1 year, 6 months"],
  ["P0D", "0 days"],
])("a term of %s is said as %s", (duration, words) => {
  expect(inWords("decision.until", { plus: [visit, duration] })).toBe(`*day of the visit* + ${words}`);
});

test("terms follow the grammar of the language", () => {
  expect(inWords("decision.until", { plus: [visit, "P2D"] }, "ru")).toMatch(/\+ 2 дня$/);
  expect(inWords("decision.until", { plus: [visit, "P5D"] }, "ru")).toMatch(/\+ 5 дней$/);
});

test("a condition that stands for a yes or no says where it is yes", () => {
  const condition = { fact: "minor", operator: "equal", value: true };
  expect(inWords("decision.welcome", condition)).toBe("yes where<br>*minor*: yes");
});
