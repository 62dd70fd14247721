import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { decidedOpinion, openOpinion } from "./front-desk-cases.js";
import { bin, folderWith, guichet } from "./run-guichet.js";

vi.setConfig({ testTimeout: 120_000 });

const line = (id: unknown, facts: unknown): string => JSON.stringify({ id, facts });

function parsed(text: string): readonly Record<string, unknown>[] {
  return text
    .split("\n")
    .filter((one) => one !== "")
    .map((one) => JSON.parse(one) as Record<string, unknown>);
}

test("every line gets the answer decide gives, under its own id, in its own order", async () => {
  const cases = [
    line("b", decidedOpinion),
    line("a", openOpinion),
    line("b", {}),
    line(7, { act: { on: "2018-01-01" } }),
  ];
  const [batch, alone] = await Promise.all([
    guichet(["batch", "tele-expertise"], { input: cases.join("\n") }),
    guichet(["decide", "tele-expertise", "-"], { input: JSON.stringify(decidedOpinion) }),
  ]);
  expect(batch.code).toBe(0);
  const answers = parsed(batch.stdout);
  expect(answers.map(({ id, status }) => [id, status])).toEqual([
    ["b", "decided"],
    ["a", "open"],
    ["b", "open"],
    [7, "decided"],
  ]);
  expect(batch.stdout.split("\n")[0]).toBe(`{"id":"b",${alone.stdout.trim().slice(1)}`);
  expect(batch.stderr).toMatch(/^4 lines: 2 decided, 2 open, 0 not in force, 0 wrong, 0 blank; \d+\.\d s\n$/);
});

test("wrong lines never stop it: each goes to the errors file with its number, id and code, and the counts add up", async () => {
  const folder = folderWith({
    "cases.ndjson": Buffer.concat([
      Buffer.from(`\uFEFF${line("first", {})}\r\n\r\n  \nnot json\n{"id":"no-facts"}\n{"facts":{}}\n[]\n`),
      Buffer.from(`${line("wrong", { act: { on: "2026-02-30" } })}\n{"id":"`),
      Buffer.from([0xff]),
      Buffer.from(`"}\n{"id":"other","policy":"record-handover","facts":{}}\n{"id":"","facts":{}}\n`),
      Buffer.from(`{"id":"twice","id":"two","facts":{}}\n${line("last", {})}`),
    ]),
  });
  const args = [
    "batch",
    "tele-expertise",
    "cases.ndjson",
    "-o",
    "decisions.ndjson",
    "--errors",
    "errors.ndjson",
  ];
  const ran = await guichet(args, { cwd: folder });
  expect(ran).toMatchObject({ code: 2, stdout: "" });
  expect(ran.stderr).toMatch(/^13 lines: 0 decided, 2 open, 0 not in force, 9 wrong, 2 blank;/);
  const decisions = parsed(readFileSync(join(folder, "decisions.ndjson"), "utf8"));
  expect(decisions.map(({ id }) => id)).toEqual(["first", "last"]);
  const errors = readFileSync(join(folder, "errors.ndjson"), "utf8");
  expect(
    parsed(errors).map(({ line: number, id, code, problems }) => [number, id, code, codesOf(problems)]),
  ).toEqual([
    [4, null, "input-refused", "not-json"],
    [5, "no-facts", "input-refused", "facts-missing"],
    [6, null, "input-refused", "id-missing"],
    [7, null, "input-refused", "not-an-object"],
    [8, "wrong", "facts-refused", "not-a-date"],
    [9, null, "input-refused", "not-utf-8"],
    [10, "other", "input-refused", "other-policy"],
    [11, null, "input-refused", "id-refused"],
    [12, null, "input-refused", "key-twice"],
  ]);
  expect(errors).not.toContain("2026-02-30");
});

test("without an errors file the wrong lines go to standard error", async () => {
  const ran = await guichet(["batch", "tele-expertise"], { input: "oops\n" });
  const [error = "", counts = ""] = ran.stderr.split("\n");
  expect(JSON.parse(error)).toMatchObject({ line: 1, id: null, code: "input-refused" });
  expect(counts).toMatch(/^1 lines: .* 1 wrong/);
});

test("the counts are said in the language asked for", async () => {
  const ran = await guichet(["batch", "tele-expertise", "--locale", "fr"], {
    input: line("a", decidedOpinion),
  });
  expect(ran.stderr).toMatch(/^Lignes : 1 ; décidées 1, /);
});

test("an endless line is reported in little memory, and the lines after it are answered", async () => {
  const child = spawn(process.execPath, ["--max-old-space-size=128", bin, "batch", "tele-expertise"]);
  const texts = [child.stdout, child.stderr].map(async (stream) =>
    (await stream.setEncoding("utf8").toArray()).join(""),
  );
  const write = async (text: string): Promise<void> => {
    if (!child.stdin.write(text)) await once(child.stdin, "drain");
  };
  await write(`${line("before", {})}\n`);
  for (let megabytes = 0; megabytes < 300; megabytes += 1) await write("x".repeat(1_000_000));
  await write(`\n${line("after", {})}\n`);
  child.stdin.end();
  const [[code], stdout = "", stderr = ""] = await Promise.all([once(child, "close"), ...texts]);
  expect(code).toBe(2);
  expect(parsed(stdout).map(({ id }) => id)).toEqual(["before", "after"]);
  expect(stderr).toContain('"code":"line-too-long"');
});

test("a reader that has had enough ends it quietly", async () => {
  const child = spawn(process.execPath, [bin, "batch", "tele-expertise"]);
  child.stdin.on("error", () => undefined);
  const stderr = child.stderr.setEncoding("utf8").toArray();
  child.stdout.once("data", () => child.stdout.destroy());
  child.stdin.end(`${line("a", decidedOpinion)}\n`.repeat(2000));
  const [code] = (await once(child, "close")) as [number];
  expect([code, await stderr]).toEqual([0, []]);
});

test("a slow reader gets every answer: nothing is lost while it is waited for", async () => {
  const child = spawn(process.execPath, [bin, "batch", "tele-expertise"]);
  child.stdin.end(Array.from({ length: 1500 }, (_, index) => line(index, decidedOpinion)).join("\n"));
  let text = "";
  for await (const piece of child.stdout.setEncoding("utf8")) {
    text += piece as string;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  expect(parsed(text).map(({ id }) => id)).toEqual(Array.from({ length: 1500 }, (_, index) => index));
});

test.each([
  ["the cases and the decisions", ["cases.ndjson", "-o", "cases.ndjson"]],
  ["the cases and the errors", ["cases.ndjson", "--errors", "./cases.ndjson"]],
  ["the decisions and the errors", ["cases.ndjson", "-o", "new.ndjson", "--errors", "./new.ndjson"]],
])("one file for %s is refused, and nothing is written", async (_, files) => {
  const content = line("a", {});
  const folder = folderWith({ "cases.ndjson": content });
  const ran = await guichet(["batch", "tele-expertise", ...files], { cwd: folder });
  expect(ran.code).toBe(1);
  expect(ran.stderr).toContain("it is named twice");
  expect(readFileSync(join(folder, "cases.ndjson"), "utf8")).toBe(content);
  expect(existsSync(join(folder, "new.ndjson"))).toBe(false);
});

test("a file that cannot be read or written is said in one line", async () => {
  const folder = folderWith({ "cases.ndjson": line("a", {}) });
  const batch = (...args: readonly string[]) =>
    guichet(["batch", "tele-expertise", ...args], { cwd: folder });
  const [missing, directory, unwritable] = await Promise.all([
    batch("none.ndjson"),
    batch("."),
    batch("cases.ndjson", "-o", "no/such/folder"),
  ]);
  expect(missing).toMatchObject({ code: 2, stdout: "" });
  expect(missing.stderr).toContain("none.ndjson: no such file");
  expect(directory).toMatchObject({ code: 2, stderr: ".: a directory; name a file\n" });
  expect(unwritable.code).toBe(1);
  expect(unwritable.stderr).toContain("no/such/folder: it cannot be written (ENOENT)");
});

function codesOf(problems: unknown): string {
  return (problems as readonly { readonly code: string }[]).map(({ code }) => code).join();
}
