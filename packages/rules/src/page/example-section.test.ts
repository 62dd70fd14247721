import { expect, test } from "vitest";
import type { Example } from "../language/example.js";
import { parking } from "../language/parking.fixture.js";
import { plainLocale } from "../language/plain-locale.js";
import { policyFromJson } from "../language/policy.js";
import { teleExpertiseExamples } from "../policies/tele-expertise/examples.js";
import { teleExpertiseEn } from "../policies/tele-expertise/en.js";
import { policyPage } from "./policy-page.js";

const policy = policyFromJson(JSON.stringify(parking));
const ordinary = { minor: false, visit: { on: "2026-03-05", by: "car", asks: ["ramp"] } };

const examples: readonly Example[] = [
  { shows: "A car pays.", facts: ordinary, expect: { feeCents: 200 }, cases: ["P-3"] },
  {
    shows: "A bike does not.",
    facts: { ...ordinary, visit: { ...ordinary.visit, by: "bike" } },
    expect: { feeCents: 0, until: "none" },
    cases: ["P-3", "P-4"],
  },
  { shows: "A car pays again.", facts: ordinary, expect: { feeCents: 200 }, cases: ["P-3"] },
  { shows: "A day tells its weekday.", facts: { visit: { on: "2026-03-05" } }, expect: {}, cases: ["P-9"] },
];

function exampleRows(locale: string, on?: string): readonly string[] {
  const page = policyPage(policy, plainLocale(policy, locale), {
    examples,
    ...(on === undefined ? {} : { on }),
  });
  return (page.match(/^\|.*\| (P-\d(, P-\d)*) \|$/gm) ?? []).filter((row) => !row.startsWith("| P-"));
}

test("an example is told by what is different from the first, by its answers and by the rows it shows", () => {
  expect(exampleRows("en")).toEqual([
    "| A car pays. | nothing | *fee*: €2.00 | P-3 |",
    "| A bike does not. | *what the visitor says*: bike | *fee*: €0.00<br>*until*: none | P-3, P-4 |",
    "| A day tells its weekday. | only this is known so far:<br>*day of the visit*: 5 March 2026 |  | P-9 |",
  ]);
});

test("a page in another language lets facts and answers speak", () => {
  expect(exampleRows("fr")[1]).toMatch(
    /^\| \*[^|]* : bike \| [^|]* : 0,00.€<br>[^|]* : aucun \| P-3, P-4 \|$/,
  );
  expect(policyPage(policy, plainLocale(policy, "fr"), { examples })).not.toContain("A bike does not");
});

test("the facts of the first example stand before all others", () => {
  const page = policyPage(policy, plainLocale(policy), { examples });
  expect(page.split("## Worked examples")[1]).toContain(
    [
      "| *day of the visit* | 5 March 2026 |",
      "| *what the visitor says* | car |",
      "| *what the visitor says* | ramp |",
      "| *minor* | no |",
    ].join("\n"),
  );
});

test("the page of a day shows examples of the edition in force on it", () => {
  const on = (day: string): string =>
    policyPage(teleExpertiseEn.policy, teleExpertiseEn, { on: day, examples: teleExpertiseExamples });
  expect(on("2019-01-01")).toContain("The day before cover starts");
  expect(on("2022-03-31")).not.toContain("The day before cover starts");
  expect(on("2022-03-31")).toContain("is level 2.");
  expect(on("2022-04-01")).not.toContain("is level 2.");
});

test("a page without examples has no section for them", () => {
  expect(policyPage(policy, plainLocale(policy))).not.toContain("Worked examples");
});
