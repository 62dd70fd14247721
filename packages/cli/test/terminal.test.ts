import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { onTerminal } from "./at-terminal.js";
import { decidedOpinion } from "./front-desk-cases.js";
import { folderWith, guichet } from "./run-guichet.js";

vi.setConfig({ testTimeout: 60_000 });

const escape = String.fromCharCode(27);
const unpainted = (text: string): string =>
  text.replaceAll(new RegExp(`${escape}\\[\\d+m`, "g"), "").replaceAll("\r", "");

test.each([40, 72, 140])(
  "on a terminal of %i columns a person reads, and no line is too long",
  async (columns) => {
    const folder = folderWith({ "facts.json": JSON.stringify(decidedOpinion) });
    const ran = await onTerminal(columns, ["decide", "tele-expertise", join(folder, "facts.json")]);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain(`${escape}[32m`);
    const lines = unpainted(ran.stdout).split("\n");
    expect(lines[0]).toBe("Tele-expertise");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(Math.min(columns, 100));
  },
);

test("NO_COLOR takes the colours and leaves the words", async () => {
  const folder = folderWith({ "facts.json": JSON.stringify(decidedOpinion) });
  const args = ["decide", "tele-expertise", join(folder, "facts.json")];
  const [plain, painted] = await Promise.all([
    onTerminal(80, args, { env: { NO_COLOR: "1" } }),
    onTerminal(80, args),
  ]);
  expect(plain.stdout).not.toContain(escape);
  expect(unpainted(plain.stdout)).toBe(unpainted(painted.stdout));
});

test("--json on a terminal is JSON over several lines", async () => {
  const ran = await onTerminal(80, ["policies", "--json"]);
  expect(ran.stdout.split("\n").length).toBeGreaterThan(5);
  expect(JSON.parse(ran.stdout)).toBeInstanceOf(Array);
});

test("a batch shows how far it is on a terminal, and cleans up before it counts", async () => {
  const cases = Array.from({ length: 500 }, (_, id) => JSON.stringify({ id, facts: decidedOpinion })).join(
    "\n",
  );
  const folder = folderWith({ "cases.ndjson": cases });
  const files = ["cases.ndjson", "-o", "decisions.ndjson", "--errors", "errors.ndjson"];
  const ran = await onTerminal(80, ["batch", "tele-expertise", ...files], { cwd: folder });
  expect(ran.stdout).toContain("░");
  expect(ran.stdout).toMatch(/\[2K500 lines: 500 decided, [^\n]*\n/);
  expect(readFileSync(join(folder, "decisions.ndjson"), "utf8").trim().split("\n")).toHaveLength(500);
});

test("verify shows how many policies are proved on a terminal, and cleans up before it tells what it found", async () => {
  const args = ["verify", "loyalty-discount"];
  const [shown, read] = await Promise.all([onTerminal(80, args), guichet([...args, "--text"])]);
  const [bar = "", found = ""] = shown.stdout.split(`${escape}[2K`);
  expect(bar).toContain(`${"░".repeat(24)} 0%  0 policies`);
  expect(bar).toContain(`${"█".repeat(24)} 100%  1 policies`);
  expect(unpainted(found)).toBe(read.stdout);
  expect(read.stderr).toBe("");
});

test("a batch without cases does not wait for somebody to type them", async () => {
  const ran = await onTerminal(80, ["batch", "tele-expertise"]);
  expect(ran.code).toBe(1);
  expect(ran.stdout).toContain("no cases; name a file, or pipe them in");
});

test("FORCE_COLOR paints what is not a terminal, and NO_COLOR has the last word", async () => {
  const say = (env: Record<string, string>) => guichet(["policies", "--text"], { env });
  const [forced, both, none] = await Promise.all([
    say({ FORCE_COLOR: "1" }),
    say({ FORCE_COLOR: "1", NO_COLOR: "1" }),
    say({}),
  ]);
  expect(forced.stdout).toContain(escape);
  expect(both.stdout).toBe(none.stdout);
  expect(none.stdout).not.toContain(escape);
});
