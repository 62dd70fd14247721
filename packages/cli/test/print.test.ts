import { expect, test, vi } from "vitest";
import { guichet } from "./run-guichet.js";

vi.setConfig({ testTimeout: 60_000 });

test("the list of policies is JSON in a pipe and a table in words", async () => {
  const [json, text] = await Promise.all([
    guichet(["policies"]),
    guichet(["policies", "--text", "--locale", "fr"], { env: { COLUMNS: "100" } }),
  ]);
  const ids = (JSON.parse(json.stdout) as { id: string }[]).map(({ id }) => id);
  expect(ids).toContain("tele-expertise");
  for (const id of ids) expect(text.stdout).toContain(id);
  expect(text.stdout).toMatch(/^Règle +Question +En vigueur depuis +Langues\n/);
  for (const row of text.stdout.split("\n")) expect(row.length).toBeLessThanOrEqual(100);
});

test("a page is Markdown, of every edition or of one day, in the language asked for", async () => {
  const [all, day, french] = await Promise.all([
    guichet(["page", "tele-expertise"]),
    guichet(["page", "tele-expertise", "--on", "2022-03-31"]),
    guichet(["page", "tele-expertise"], { env: { GUICHET_LOCALE: "fr" } }),
  ]);
  expect(all.stdout.match(/^## In force/gm)?.length).toBeGreaterThan(2);
  expect(day.stdout.match(/^## In force/gm)).toHaveLength(1);
  expect(french.stdout).toMatch(/^# Téléexpertise\n/);
  expect([all.code, day.code, french.code]).toEqual([0, 0, 0]);
});

test("a page of what is no day is refused", async () => {
  const ran = await guichet(["page", "tele-expertise", "--on", "2022-02-29"]);
  expect(ran).toMatchObject({ code: 1, stdout: "" });
  expect(ran.stderr).toContain("not a day of the calendar");
});
