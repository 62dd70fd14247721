import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { runCommandLine } from "../packages/cli/src/command-line.js";
import { codeBlocks, root } from "./code-blocks.js";

const page = readFileSync(join(root, "docs/batch.md"), "utf8");
const blocks = codeBlocks("docs/batch.md");
const textsOf = (language: string): readonly string[] =>
  blocks.filter((block) => block.language === language).map(({ text }) => text);

describe("the page about files of cases", () => {
  it("shows the columns of the example, and what the command answers", async () => {
    const folder = join(root, "examples/batch");
    const [, columns = ""] = textsOf("json");
    expect(columns).toBe(readFileSync(join(folder, "columns.json"), "utf8"));
    const command = textsOf("sh").find((text) => text.includes("--columns")) ?? "";
    const words = command.trim().split(" ").slice(1);
    const args = words.map((word) => (/\.(csv|json)$/.test(word) ? join(folder, word) : word));
    const [answers = "", errors = ""] = textsOf("text");
    const ran = await run(args);
    expect(ran.code).toBe(2);
    expect(ran.stdout).toBe(`\uFEFF${answers.replaceAll("\n", "\r\n")}`);
    expect(ran.stderr.split("\n")[0]).toBe(errors.trim());
  });

  it("has every code the batch refuses something with", () => {
    const files = ["batch", "batch/csv"].flatMap((folder) => {
      const path = join(root, "packages/cli/src", folder);
      const sources = readdirSync(path).filter((name) => /^[^.]+\.ts$/.test(name));
      return sources.map((name) => readFileSync(join(path, name), "utf8"));
    });
    const refused = files.flatMap((text) =>
      [...text.matchAll(/(?:Refusal|refuse)\(\s*"([a-z0-9-]+)"/g)].map(([, code = ""]) => code),
    );
    expect(refused.length).toBeGreaterThan(15);
    for (const code of new Set(refused)) expect(page).toMatch(new RegExp(`^\\| \`${code}\` `, "m"));
  });
});

async function run(args: readonly string[]) {
  const printed = { stdout: "", stderr: "" };
  const outlet = (name: keyof typeof printed): Writable =>
    new Writable({
      write(piece: Buffer, _, done) {
        printed[name] += piece.toString("utf8");
        done();
      },
    });
  const code = await runCommandLine(args, {
    stdin: Readable.from([]),
    stdout: outlet("stdout"),
    stderr: outlet("stderr"),
    env: {},
  });
  return { code, ...printed };
}
