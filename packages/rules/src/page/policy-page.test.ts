import { describe, expect, test } from "vitest";
import { shipped } from "../../test/shipped-policies.js";
import { GuichetError, type Locale, type Policy } from "../index.js";
import { declaredFacts } from "../language/declared-facts.js";
import { changed, cite, parking } from "../language/parking.fixture.js";
import { plainLocale } from "../language/plain-locale.js";
import { policyFromJson } from "../language/policy.js";
import { recordHandoverEn } from "../policies/record-handover/en.js";
import { teleExpertiseEn } from "../policies/tele-expertise/en.js";
import { policyPage } from "./policy-page.js";

const parkingPolicy = policyFromJson(JSON.stringify(parking));

const locales: readonly Locale[] = [plainLocale(parkingPolicy), ...shipped.flatMap(({ locales }) => locales)];

const named = locales.map((locale) => [`${locale.policy.id}, ${locale.locale}`, locale] as const);

describe.each(named)("the page of %s", (_, locale) => {
  const { policy } = locale;
  const examples = shipped.find((one) => one.policy === policy)?.examples ?? [];
  const page = policyPage(policy, locale, { examples });

  test("shows every case, every decision and every place it cites", () => {
    for (const id of idsIn(policy)) expect(page).toContain(id);
    for (const label of Object.values(locale.labels.decisions))
      expect(page.toLowerCase()).toContain(label.toLowerCase());
    for (const { source } of policy.editions) expect(page).toContain(locale.labels.sections[source.section]);
  });

  test("does not read as code: no path, no operator, no braces", () => {
    for (const path of declaredFacts(policy.facts).keys()) {
      if (path.includes(".")) expect(page).not.toContain(path);
    }
    expect(page).not.toMatch(
      /decision\.|rate\.|lessThan|greaterThan|notIn\b|isEmpty|[{}]|undefined|\[object/,
    );
  });

  test("has tables whose rows all have as many cells as their head", () => {
    const widths = page
      .split("\n\n")
      .filter((block) => block.startsWith("|"))
      .map((block) => new Set(block.split("\n").map((row) => row.split(/(?<!\\)\|/).length)));
    expect(widths.length).toBeGreaterThan(5);
    for (const width of widths) expect(width.size).toBe(1);
  });
});

test("the page begins with the title, the question and the day the policy starts", () => {
  expect(policyPage(parkingPolicy, plainLocale(parkingPolicy)).split("\n").slice(0, 9)).toEqual([
    "# Visitor parking",
    "",
    "How long may this visitor park, and what does it cost?",
    "",
    "- In force from: 1 January 2026",
    "- The rules are those in force on: *day of the visit*",
    "- Jurisdiction: France",
    "",
    "## What must be known, and who knows it",
  ]);
});

test("rows stand in the order they are tried, the one for everything else last, with its gap", () => {
  const page = policyPage(recordHandoverEn.policy, recordHandoverEn);
  const section = page.split("\n### ")[1] ?? "";
  expect(section.match(/RH-[\w-]+/g)).toEqual([
    "RH-3",
    "RH-10",
    "RH-3-assigned",
    "RH-10-assigned",
    "RH-3-absent",
  ]);
  expect(section).toContain("| RH-3-absent | otherwise | not laid down<br>**the source is silent here** |");
  expect(section).toContain("each specialty, 4 (*an interpretation*)");
});

test("what the sources leave open has a list of its own: first rows, then remarks", () => {
  const gaps = sectionOf(
    policyPage(recordHandoverEn.policy, recordHandoverEn),
    "What the sources leave open",
  );
  expect(gaps.match(/^- RH-[^,]*/gm)).toEqual(["- RH-3-absent", "- RH-9-not-foreseen"]);
  expect(gaps).toContain(`\n- ${recordHandoverEn.remarks["RH-10-same-list"]} [1] each specialty, 2 and 4`);
});

test("a remark stands in one place: among gaps, among conflicts, or with what the sources also say", () => {
  const remarks = ["gap", "conflict", undefined].map((about, index) => ({
    ...{ id: `R-${index + 1}`, cites: [cite("9")] },
    ...(about === undefined ? {} : { about }),
  }));
  const policy = policyFromJson(JSON.stringify(changed(["editions", 0, "remarks"], remarks)));
  const page = policyPage(policy, plainLocale(policy));
  expect(sectionOf(page, "What the sources leave open")).toContain("- R-1 [1] 9");
  expect(sectionOf(page, "Where the sources disagree")).toBe("\n\n- R-2 [1] 9\n");
  expect(page.split("### Also said by the sources")[1]).toMatch(/^\n\n- R-3 \[1\] 9\n/);
  expect(page.match(/R-[123] \[1\] 9/g)).toHaveLength(3);
});

test("what two editions say in the same words is listed once", () => {
  const both = policyPage(teleExpertiseEn.policy, teleExpertiseEn);
  expect(both.split(teleExpertiseEn.remarks["TE-11-code"] ?? "")).toHaveLength(2);
});

test("a day shows the edition in force on it and no other", () => {
  const on = (day: string): string => policyPage(teleExpertiseEn.policy, teleExpertiseEn, { on: day });
  expect(on("2022-03-31").match(/^## In force .*/gm)).toEqual([
    "## In force from 10 February 2019 to 31 March 2022",
  ]);
  expect(on("2022-04-01").match(/^## In force .*/gm)).toEqual(["## In force from 1 April 2022"]);
  expect(on("2019-02-09").match(/^## In force .*/gm)).toEqual(["## In force until 9 February 2019"]);
});

test("a day shows the rates of that day, and only those its edition reads", () => {
  const on = (day: string): string => policyPage(teleExpertiseEn.policy, teleExpertiseEn, { on: day });
  const fee = (page: string): string =>
    page.split("### Fee of the responder\n").at(-1)?.split("\n### ")[0] ?? "";
  expect(fee(on("2025-12-31"))).toContain("€20.00");
  expect(fee(on("2025-12-31"))).not.toContain("€23.00");
  expect(fee(on("2026-01-01"))).toContain("€23.00");
  expect(fee(on("2026-01-01"))).not.toContain("€20.00");
  expect(on("2026-01-01")).not.toContain("level 1");
  expect(on("2022-03-31")).toContain("### Fee of the responder, level 1");
});

test("a day before the first edition says from when the policy holds", () => {
  const page = policyPage(parkingPolicy, plainLocale(parkingPolicy), { on: "2025-12-31" });
  expect(page).toContain("the first edition starts on 1 January 2026");
  expect(page).not.toContain("###");
});

test.each(["2026-02-30", "tomorrow", ""])("%j is refused as a day", (on) => {
  expect(() => policyPage(parkingPolicy, plainLocale(parkingPolicy), { on })).toThrow(
    expect.toSatisfy((error) => GuichetError.isInstance(error) && error.code === "not-a-day"),
  );
});

test("a label never becomes mark-up", () => {
  const spiked = policyFromJson(JSON.stringify({ ...parking, title: "A | <b>*bold*</b> # [x](y)" }));
  const [title] = policyPage(spiked, plainLocale(spiked)).split("\n");
  expect(title).toBe("# A \\| &lt;b&gt;\\*bold\\*&lt;/b&gt; \\# \\[x\\](y)");
});

function sectionOf(page: string, title: string): string {
  return page.split(`## ${title}`)[1]?.split("\n## ")[0] ?? "";
}

function idsIn(policy: Policy): readonly string[] {
  return policy.editions.flatMap((edition) =>
    edition.tables.flatMap((table) => {
      if ("is" in table) return table.id === undefined ? [] : [table.id];
      return [...table.cases.map(({ id }) => id), ...("otherwise" in table ? [table.otherwise.id] : [])];
    }),
  );
}
