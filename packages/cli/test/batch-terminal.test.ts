import { existsSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { expect, test, vi } from "vitest";
import { atTerminal, keys, onTerminal } from "./at-terminal.js";
import { completeOpinion } from "./front-desk-cases.js";
import { folderWith } from "./run-guichet.js";

vi.setConfig({ testTimeout: 120_000 });

const lines = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, id) => JSON.stringify({ id, facts: completeOpinion }));

test.each([
  ["en", /█+░* \d+% {2}[\d,]+ lines {2}[\d,]+\/s {2}\d+:\d\d left/, "Decision", /3000 lines: 3000 decided/],
  [
    "fr",
    /█+░* \d+% {2}[\d\s]+ lignes {2}[\d\s]+\/s {2}reste \d+:\d\d/,
    "Décision",
    /Lignes : 3000 ; décidées 3000/,
  ],
  [
    "ru",
    /█+░* \d+% {2}строк: [\d\s]+ {2}[\d\s]+\/с {2}осталось \d+:\d\d/,
    "Решение",
    /Строк: 3000; решено 3000/,
  ],
])(
  "at a terminal (%s), a bar shows pace and time left, and the cases are counted at the end",
  async (locale, bar, head, counts) => {
    const folder = folderWith({ "cases.ndjson": lines(3000).join("\n") });
    const args = ["batch", "tele-expertise", "cases.ndjson", "-o", "answers.ndjson", "--locale", locale];
    const { code, stdout } = await onTerminal(100, args, { cwd: folder });
    const shown = stripVTControlCharacters(stdout).replaceAll("\r", "\n");
    expect(code).toBe(0);
    expect(shown).toMatch(bar);
    expect(shown).toMatch(counts);
    expect(shown).toContain(head);
    expect(shown).toMatch(/TE-11\S* +3[\s,]?000/);
  },
);

test("wrong lines are said above the bar, each on a line of its own", async () => {
  const text = lines(2000).flatMap((line, at) => (at % 500 === 250 ? ["oops", line] : [line]));
  const folder = folderWith({ "cases.ndjson": text.join("\n") });
  const args = ["batch", "tele-expertise", "cases.ndjson", "-o", "answers.ndjson"];
  const { code, stdout } = await onTerminal(200, args, { cwd: folder });
  expect(code).toBe(2);
  const errors = stripVTControlCharacters(stdout).match(/(?<=^|[\r\n])\{"line":\d+,.*\}(?=\r\n)/g);
  expect(errors?.map((error) => (JSON.parse(error) as { line: number }).line)).toEqual([
    251, 752, 1253, 1754,
  ]);
});

test("Ctrl-C stops it, and says how to go on", async () => {
  const folder = folderWith({ "cases.ndjson": lines(30_000).join("\n") });
  const args = ["batch", "tele-expertise", "cases.ndjson", "-o", "answers.ndjson"];
  const terminal = atTerminal(100, args, { cwd: folder });
  await terminal.sees("% ");
  terminal.press(keys.ctrlC);
  const { code, stdout } = await terminal.ended;
  expect(code).toBe(130);
  expect(stdout).toContain("Stopped before the end; the same call with --resume goes on.");
  expect(existsSync(join(folder, "answers.ndjson.resume"))).toBe(true);
});
