import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const demo = fileURLToPath(new URL("demo.mjs", import.meta.url));
const built = fileURLToPath(new URL("../packages/cli/dist/bin.js", import.meta.url));

test(
  "the demo decides a whole morning, in a pipe too, and the command agrees with the library",
  { timeout: 60_000 },
  async () => {
    if (!existsSync(built))
      throw new Error("packages/cli/dist: the command is not built; run npm run build first");
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [demo]);
    expect(stderr).toBe("");
    const cases = readFileSync(new URL("../examples/morning/cases.ndjson", import.meta.url), "utf8")
      .trim()
      .split("\n");
    for (const line of cases) expect(stdout).toContain((JSON.parse(line) as { id: string }).id);
    expect(stdout).toContain(
      "8 cases: 4 decided, 2 open, 1 before the rules began, 1 with wrong facts;\n1 of them",
    );
    expect(stdout).toContain("! the source is silent here");
    expect(stdout).toContain('did you mean "scanned"');
  },
);
