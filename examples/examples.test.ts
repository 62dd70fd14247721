import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const folder = fileURLToPath(new URL(".", import.meta.url));
const programs = readdirSync(folder).filter((file) => /^\d\d-.*\.ts$/.test(file));

/** Runs an example as the README says, in a process of its own. */
async function run(file: string): Promise<{ readonly code: number | null; readonly printed: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", file], {
    cwd: folder,
    env: { ...process.env, FORCE_COLOR: "0" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const pieces: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece: Buffer) => pieces.push(piece));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  return { code, printed: Buffer.concat(pieces).toString("utf8") };
}

describe("the examples", () => {
  it.each(programs)("%s prints what stands beside it", async (file) => {
    const expected = readFileSync(`${folder}/${file.replace(/\.ts$/, ".txt")}`, "utf8");
    expect(await run(file)).toEqual({ code: 0, printed: expected });
  });

  it("are numbered without a gap, each with one idea said in its first line", () => {
    const numbered = readdirSync(folder).filter((name) => /^\d\d-/.test(name) && !name.endsWith(".txt"));
    expect(numbered.map((name) => Number(name.slice(0, 2)))).toEqual(numbered.map((_, index) => index + 1));
    for (const file of programs) {
      expect(readFileSync(`${folder}/${file}`, "utf8").split("\n")[0]).toMatch(/^\/\/ \p{Lu}.*[.:]/u);
    }
  });
});
