import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const demo = fileURLToPath(new URL("demo.mjs", import.meta.url));
const built = fileURLToPath(new URL("../packages/cli/dist/bin.js", import.meta.url));
const folder = fileURLToPath(new URL("../examples/morning/", import.meta.url));
const steps = JSON.parse(readFileSync(`${folder}morning.json`, "utf8")) as {
  readonly at: string;
  readonly command: string;
}[];

test(
  "the demo runs a whole morning in a pipe of 80 columns, and every command ends as its step says",
  { timeout: 120_000 },
  async () => {
    if (!existsSync(built))
      throw new Error("packages/cli/dist: the command is not built; run npm run build first");
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [demo]);
    expect(stderr).toBe("");
    // A problem is one line, however long: machines read it as well.
    const lines = stdout.split("\n").filter((line) => !line.startsWith("assembleRecord, "));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(stdout.match(/^\$ npx guichet .*$/gm)).toHaveLength(steps.length);
    expect(stdout).toMatch(/\n12 commands in [\d.]+ s: 9 done, 2 with something still to ask,\s1 refused/);
    expect(stdout).toContain("! the source is silent here");
    expect(stdout).toContain('did you mean "scanned"');
    expect(stdout).toContain("RUB\u00a029,760.00");
    expect(stdout).toContain("RQD");
  },
);

test("the morning goes by the clock, and every file of it is used", () => {
  const times = steps.map(({ at }) => at);
  expect(times).toEqual(times.toSorted());
  const used = new Set(steps.map(({ command }) => command.split(" ").at(-1)));
  expect([...used, "morning.json"].toSorted()).toEqual(readdirSync(folder).toSorted());
});
