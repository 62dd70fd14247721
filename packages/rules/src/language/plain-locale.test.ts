import { expect, test } from "vitest";
import { decide } from "../engine/decide.js";
import { explain } from "../engine/explain.js";
import { localeProblems } from "./check-locale.js";
import { parking } from "./parking.fixture.js";
import { plainLocale } from "./plain-locale.js";
import { policyFromJson } from "./policy.js";

const policy = policyFromJson(JSON.stringify(parking));

test("a plain locale passes the checks of a written one; only none is left to the language", () => {
  const { locale, cases, remarks, values, valuesOf } = plainLocale(policy);
  const problems = localeProblems(policy, { locale, cases, remarks, values, valuesOf });
  expect(problems.map(({ message }) => message)).toEqual([
    'visitor-parking, locale en, values: no text for "none"; write one',
  ]);
});

test("values read with spaces for dashes, cases by their ids, names by the policy's labels", () => {
  const dashed = policyFromJson(JSON.stringify(parking).replaceAll('"street"', '"side-street"'));
  const locale = plainLocale(dashed);
  expect(locale.values["side-street"]).toBe("side street");
  expect(locale.cases["P-1"]).toBe("P-1");
  expect(locale.labels.decisions["minutes"]).toBe("minutes");
});

test("a decision can be explained without a locale file, in the way of the language asked for", () => {
  const decision = decide(policy, { visit: { on: "2026-03-01" } });
  expect(explain(decision, plainLocale(policy)).answers[0]?.reasons[0]?.sentence).toMatch(/^P-\d$/);
  expect(plainLocale(policy).locale).toBe("en");
  expect(plainLocale(policy, "fr").locale).toBe("fr");
});
