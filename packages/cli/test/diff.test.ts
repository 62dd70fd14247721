import { join } from "node:path";
import { loyaltyDiscount } from "@guichet/rules/policies";
import { describe, expect, test, vi } from "vitest";
import { guichetHere } from "./guichet-here.js";
import { folderWith } from "./run-guichet.js";

vi.setConfig({ testTimeout: 60_000 });

const languages = ["en", "fr", "ru"] as const;
const run = (args: readonly string[], columns = 80) =>
  guichetHere(["diff", ...args], { env: { COLUMNS: String(columns) } });
const tariff = ["tele-expertise", "2025-12-31", "2026-01-01"];

/** Another version of the loyalty discount in a file of its own. */
function tenPercent(): string {
  const copy = JSON.stringify(loyaltyDiscount).replaceAll('"value":7', '"value":10');
  return join(folderWith({ "ours.json": copy }), "ours.json");
}

describe("guichet diff between two days", () => {
  test.each(languages)("is read by people, %s", async (locale) => {
    const ran = await run([...tariff, "--text", "--locale", locale]);
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    for (const line of ran.stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    await expect(ran.stdout).toMatchFileSnapshot(`printed/diff.${locale}.txt`);
  });

  test("lists the kinds of cases of each change where there are several", async () => {
    const ran = await run(["tele-expertise", "2018-12-31", "2020-01-01", "--text"]);
    await expect(ran.stdout).toMatchFileSnapshot("printed/diff-edition.en.txt");
  });

  test("is JSON in a pipe, with the classes and facts to try them on", async () => {
    const ran = await run(tariff);
    const diff = JSON.parse(ran.stdout) as {
      periods: { changes: { decision: string; classes: { witness: object }[] }[] }[];
    };
    expect(diff).toMatchObject({ policy: "tele-expertise", from: "2025-12-31", to: "2026-01-01" });
    expect(diff.periods[0]?.changes.map(({ decision, classes }) => [decision, classes.length])).toEqual([
      ["responderFeeCents", 4],
      ["responderFeeCents", 4],
    ]);
    const facts = JSON.stringify(diff.periods[0]?.changes[0]?.classes[0]?.witness);
    const decided = await guichetHere(["decide", "tele-expertise", "-"], { input: facts });
    expect(decided.code).toBe(0);
    expect(decided.stdout).toContain('"responderFeeCents":2300');
  });

  test("ends with 0 as well where nothing changes, and says so", async () => {
    const ran = await run(["tele-expertise", "2026-01-01", "2026-06-30", "--text"]);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain("Nothing changes.");
  });

  test.each([
    ["no day of the calendar", ["tele-expertise", "2025-02-29", "2026-01-01"], "write the day as YYYY-MM-DD"],
    [
      "a day before the first edition",
      ["record-handover", "2002-03-04", "2026-01-01"],
      "before the first edition",
    ],
    ["one day alone", ["tele-expertise", "2026-01-01"], "two days are needed"],
    ["days and another version", [...tariff, "--with", "x.json"], "cannot both be compared"],
    ["a policy nobody has", ["tele", "2025-12-31", "2026-01-01"], 'no policy "tele"'],
  ])("refuses %s", async (_, args, words) => {
    const ran = await run([...args, "--text"]);
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    expect(ran.stderr).toContain(words);
    expect(ran.stderr.trim().split("\n")).toHaveLength(1);
  });
});

describe("guichet diff between two versions", () => {
  test("covers all days, in the words of the version that is named first", async () => {
    const ran = await run(["loyalty-discount", "--with", tenPercent(), "--text", "--locale", "fr"]);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain(
      "Tous les jours : remise, en pour cent : hausse de 7 à 10 ; rien d’autre ne",
    );
  });

  test("is nothing between a policy and itself", async () => {
    const ran = await run(["loyalty-discount", "--with", "loyalty-discount"]);
    expect(JSON.parse(ran.stdout)).toEqual({
      policy: "loyalty-discount",
      other: "loyalty-discount",
      equivalent: true,
      periods: [],
    });
  });

  test("refuses what answers other questions, with everything that differs", async () => {
    const ran = await run(["loyalty-discount", "--with", "waitlist-offer"]);
    const { error } = JSON.parse(ran.stdout) as { error: { code: string; problems: unknown[] } };
    expect([ran.code, error.code]).toEqual([1, "policies-not-comparable"]);
    expect(error.problems.length).toBeGreaterThan(2);
  });
});
