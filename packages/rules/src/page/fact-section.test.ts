import { expect, test } from "vitest";
import { changed, parking } from "../language/parking.fixture.js";
import { plainLocale } from "../language/plain-locale.js";
import { policyFromJson } from "../language/policy.js";
import { factSection } from "./fact-section.js";
import { PageWords } from "./page-words.js";

function rowsOf(policyJson: unknown): readonly string[] {
  const policy = policyFromJson(JSON.stringify(policyJson));
  const section = factSection(new PageWords(policy, plainLocale(policy)));
  return section.split("\n").slice(4);
}

test("every fact is listed in its declared order, with its answers and with who knows it", () => {
  const said = "What the visitor says";
  expect(rowsOf(parking)).toEqual([
    "| Day of the visit | a day | the front desk |",
    "| Day of the booking | a day | the clinic's information system |",
    "| Time of the visit | a time of day | the front desk |",
    `| ${said} | car, bike or van | the front desk |`,
    `| ${said} | car or bike | the front desk |`,
    `| ${said} | north or south | the front desk |`,
    `| ${said} | none, one or several of: ramp, charger | the front desk |`,
    `| ${said} | between 0 and 99 | the front desk |`,
    "| Number plate | a name or a word | the patient |",
    "| Minor | yes or no | the front desk |",
  ]);
});

test.each([
  [{}, "a whole number"],
  [{ min: 0 }, "a whole number"],
  [{ min: 1 }, "1 or more"],
  [{ max: 9 }, "up to 9"],
  [{ min: 1, unit: "visits" }, "1 or more (visits)"],
])("a number with %j is said as %s", (limits, words) => {
  expect(rowsOf(withNumber(limits))[7]).toContain(`| ${words} |`);
});

test("a unit is written in the words of the locale", () => {
  const policy = policyFromJson(JSON.stringify(withNumber({ min: 1, unit: "visits" })));
  const french = plainLocale(policy, "fr");
  const locale = { ...french, labels: { ...french.labels, units: { visits: "visites" } } };
  expect(factSection(new PageWords(policy, locale))).toContain("| au moins 1 (visites) |");
});

function withNumber(limits: object): unknown {
  const about = { label: "earlier visits", holder: "desk", privacy: "internal" };
  return changed(["facts", "visit", "earlierVisits"], { kind: "integer", ...about, ...limits });
}
