import { expect, test } from "vitest";
import type { Condition } from "../language/condition.js";
import { parking } from "../language/parking.fixture.js";
import { plainLocale } from "../language/plain-locale.js";
import { policyFromJson } from "../language/policy.js";
import { conditionInWords } from "./condition-in-words.js";
import { PageWords } from "./page-words.js";

const policy = policyFromJson(JSON.stringify(parking));

function inWords(condition: unknown, locale = "en"): string {
  return conditionInWords(new PageWords(policy, plainLocale(policy, locale)), condition as Condition);
}

const minor = { fact: "minor", operator: "equal", value: true };
const onFoot = { fact: "visit.asks", operator: "isEmpty", value: true };
const late = { fact: "visit.on", operator: "greaterThan", value: { fact: "visit.bookedOn" } };

test.each([
  [{ fact: "decision.zone", operator: "equal", value: "north" }, "*zone* is north"],
  [{ fact: "decision.zone", operator: "notEqual", value: "north" }, "*zone* is not north"],
  [{ fact: "decision.zone", operator: "in", value: ["north", "south"] }, "*zone* is one of: north or south"],
  [
    { fact: "decision.zone", operator: "notIn", value: ["north", "south"] },
    "*zone* is none of: north, south",
  ],
  [{ fact: "decision.extras", operator: "contains", value: "permit" }, "*extras*: including permit"],
  [{ fact: "decision.extras", operator: "isEmpty", value: false }, "*extras*: at least one"],
  [{ fact: "decision.minutes", operator: "lessThan", value: 3 }, "*minutes*: less than 3"],
  [{ fact: "decision.minutes", operator: "greaterThanInclusive", value: 3 }, "*minutes*: at least 3"],
  [minor, "*minor*: yes"],
  [late, "*day of the visit* is after *day of the booking*"],
  [{ fact: "rate.limit", operator: "notEqual", value: "none" }, "*limit*: there is one"],
  [{ fact: "rate.limit", operator: "equal", value: "none" }, "*limit*: none"],
] as const)("a comparison reads as words: %j", (condition, words) => {
  expect(inWords(condition)).toBe(words);
});

test("a comparison with false reads like its statement with no", () => {
  const no = "*minor*: no";
  expect(inWords({ ...minor, value: false })).toBe(no);
  expect(inWords({ ...minor, operator: "notEqual" })).toBe(no);
  expect(inWords({ not: minor })).toBe(no);
  expect(inWords({ not: { not: minor } })).toBe("*minor*: yes");
});

test("the opposite of an ordered comparison is said as a whole, because with none neither it nor its reverse holds", () => {
  expect(inWords({ not: late })).toBe("not so: *day of the visit* is after *day of the booking*");
});

test("two comparisons stand on one line, more of them as points, and groups inside groups are set in", () => {
  expect(inWords({ all: [minor, late] })).toBe(
    "*minor*: yes and *day of the visit* is after *day of the booking*",
  );
  expect(inWords({ any: [minor, late, { all: [minor, late, minor] }] }).split("<br>")).toEqual([
    "any of:",
    "• *minor*: yes",
    "• *day of the visit* is after *day of the booking*",
    "• all of:",
    "&emsp;• *minor*: yes",
    "&emsp;• *day of the visit* is after *day of the booking*",
    "&emsp;• *minor*: yes",
  ]);
});

test("a negated group says none of, or not all of, and a group of one is its only part", () => {
  expect(inWords({ not: { any: [minor, late] } })).toMatch(/^none of:<br>• /);
  expect(inWords({ not: { all: [minor, late] } })).toMatch(/^not all of:<br>• /);
  expect(inWords({ any: [{ all: [minor] }] })).toBe("*minor*: yes");
  expect(inWords({ not: { any: [minor] } })).toBe("*minor*: no");
});

test("French and Russian pages have words of their own", () => {
  expect(inWords({ any: [minor, onFoot] }, "fr")).toMatch(/ : oui ou .* : rien$/);
  expect(inWords({ any: [minor, onFoot] }, "ru")).toMatch(/: да или .*: ничего$/);
});
