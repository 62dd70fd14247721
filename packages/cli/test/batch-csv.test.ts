import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { expect, test, vi } from "vitest";
import { decidedOpinion } from "./front-desk-cases.js";
import { folderWith, guichet } from "./run-guichet.js";

vi.setConfig({ testTimeout: 120_000 });

const discounts = ["batch", "loyalty-discount"];

/** Two visits as rows: one that is decided, one of which nothing but the day is known. */
const rows = [
  ["id", "beneficiary.kind", "entitlement.from", "entitlement.to", "entitlement.openEnded", "service.on"],
  ["а-1", "insured", "2025-03-14", "2027-02-09", "no", "2026-11-21"],
  ["=2", "", "", "", "", "2026-11-21"],
];
const csv = (cells: readonly (readonly string[])[], delimiter = ",", newline = "\n"): string =>
  Papa.unparse(cells as string[][], { delimiter, newline });

function table(text: string, delimiter: string): readonly Readonly<Record<string, string>>[] {
  expect(text.startsWith("\uFEFF")).toBe(true);
  return Papa.parse<Record<string, string>>(text.slice(1), { header: true, delimiter, skipEmptyLines: true })
    .data;
}

test("rows are decided like lines of JSON: an empty cell is not known", async () => {
  const folder = folderWith({
    "cases.csv": csv(rows),
    "cases.ndjson": [
      '{"id":"а-1","facts":{"beneficiary":{"kind":"insured"},"entitlement":{"from":"2025-03-14","to":"2027-02-09","openEnded":false},"service":{"on":"2026-11-21"}}}',
      '{"id":"=2","facts":{"service":{"on":"2026-11-21"}}}',
    ].join("\n"),
  });
  const run = (file: string) => guichet([...discounts, file], { cwd: folder });
  const [fromRows, fromLines] = await Promise.all([run("cases.csv"), run("cases.ndjson")]);
  expect(fromRows.code).toBe(0);
  expect(fromRows.stdout).toBe(fromLines.stdout);
});

test.each([
  [",", "\n", ""],
  [";", "\r\n", "\uFEFF"],
  ["\t", "\r\n", "sep=\t\r\n"],
])(
  "answers are rows too, with the delimiter of the cases (%j), and nothing a spreadsheet would run",
  async (delimiter, newline, start) => {
    const folder = folderWith({ "cases.csv": start + csv(rows, delimiter, newline) });
    const ran = await guichet([...discounts, "cases.csv", "-o", "answers.csv"], { cwd: folder });
    expect(ran).toMatchObject({ code: 0, stdout: "" });
    const answers = table(readFileSync(join(folder, "answers.csv"), "utf8"), delimiter);
    expect(answers.map(({ id, status }) => [id, status])).toEqual([
      ["а-1", "open"],
      ["'=2", "open"],
    ]);
    expect(answers[1]?.["needs"]?.split(";")).toContain("beneficiary.kind");
  },
);

test("a decided case has a value for every decision; what is open says so", async () => {
  const { act } = decidedOpinion as { readonly act: { readonly on: string } };
  const input = [{ facts: decidedOpinion }, { facts: { act } }]
    .map((one, index) => JSON.stringify({ id: index, ...one }))
    .join("\n");
  const ran = await guichet(["batch", "tele-expertise", "--to", "csv"], { input });
  const [decided = {}, open = {}] = table(ran.stdout, ",");
  expect(decided).toMatchObject({ id: "0", status: "decided", eligible: "true", needs: "" });
  expect(decided["responderFeeCents"]).toMatch(/^\d+$/);
  expect(decided["cases"]).toMatch(/^(\w+=[\w-]+;)*\w+=[\w-]+$/);
  expect(open).toMatchObject({ id: "1", status: "open", eligible: "? false | true" });
  expect(open["responderFeeCents"]).toMatch(/^\? 0\.\.\d+$/);
  expect(open["refusals"]).toMatch(/^\? \[\] \+ [\w-]+(;[\w-]+)*$/);
  expect(open["needs"]?.split(";")).toContain("requester.profession");
});

test("wrong rows never stop it: each goes to the errors file with the number of its line", async () => {
  const heading = "id;beneficiary.kind;service.on";
  const folder = folderWith({
    "cases.csv": [
      heading,
      "first;insured;2026-11-21",
      ";insured;2026-11-21",
      "kind;nobody;2026-11-21",
      "day;insured;21/11/2026",
      "short;insured",
      "long;insured;2026-11-21;x",
      ";;",
      "",
      'open;"insured;2026-11-21',
      "last;insured;2026-11-21",
    ].join("\r\n"),
  });
  const files = ["-o", "answers.ndjson", "--errors", "errors.ndjson"];
  const ran = await guichet([...discounts, "cases.csv", ...files], { cwd: folder });
  expect(ran.code).toBe(2);
  expect(ran.stderr).toMatch(/^10 lines: 0 decided, 2 open, 0 not in force, 6 wrong, 2 blank;/);
  const lines = (file: string) =>
    readFileSync(join(folder, file), "utf8")
      .trim()
      .split("\n")
      .map(
        (text) =>
          JSON.parse(text) as { line: number; id: string; code: string; problems: { code: string }[] },
      );
  expect(lines("answers.ndjson").map(({ id }) => id)).toEqual(["first", "last"]);
  expect(lines("errors.ndjson").map(({ line, id, problems }) => [line, id, problems[0]?.code])).toEqual([
    [3, null, "id-missing"],
    [4, "kind", "value-not-listed"],
    [5, "day", "not-a-date"],
    [6, null, "cells-refused"],
    [7, null, "cells-refused"],
    [10, null, "quotes-refused"],
  ]);
});

test("columns are named in a file; a heading nobody knows is refused, and not repeated", async () => {
  const folder = folderWith({
    "visits.csv": "Case;Day;Remarks\n1;2026-11-21;late\n",
    "columns.json": '{ "Case": "id", "Day": "service.on", "Remarks": null }',
    "list.json": "[]",
  });
  const run = (...args: readonly string[]) => guichet([...discounts, "visits.csv", ...args], { cwd: folder });
  const [named, unnamed, list, missing] = await Promise.all([
    run("--columns", "columns.json"),
    run(),
    run("--columns", "list.json"),
    run("--columns", "none.json"),
  ]);
  expect(JSON.parse(named.stdout)).toMatchObject({ id: "1", governingDate: "2026-11-21" });
  expect([unnamed.code, unnamed.stdout]).toEqual([1, ""]);
  expect(unnamed.stderr).toContain("column 3: its heading names no fact");
  expect(unnamed.stderr).not.toContain("Remarks");
  expect(list.stderr).toContain("list.json: no object of headings and what they hold");
  expect(missing.stderr).toContain("none.json: no such file");
  expect([list.code, missing.code]).toEqual([1, 1]);
});

test("from standard input, the format and the delimiter can be said", async () => {
  const args = [...discounts, "--from", "csv", "--delimiter", "|", "--to", "csv"];
  const ran = await guichet(args, { input: "id|service.on\n1|2026-11-21\n" });
  expect(table(ran.stdout, "|")).toMatchObject([{ id: "1", status: "open" }]);
  const wrong = await guichet([...discounts, "--delimiter", "ab"], { input: "" });
  expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining("name one sign, or tab")]);
});
