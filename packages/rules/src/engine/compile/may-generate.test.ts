import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mayGenerate } from "./may-generate.js";

// Runs in a process of its own: every policy answers its random facts, and says how.
const program = `
  import * as policies from "./policies/index.js";
  import { Compilation } from "./engine/compile/compilation.js";
  import { randomFacts } from "./testing/random-facts.js";
  const answers = Object.values(policies).map((policy) => {
    const compiled = new Compilation(policy);
    const outcomes = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => compiled.decide(randomFacts(policy, seed))?.outcome);
    return { backend: compiled.backend, outcomes };
  });
  console.log(JSON.stringify(answers));
`;

interface Answer {
  readonly backend: string;
  readonly outcomes: readonly unknown[];
}

describe("where code may not be generated", () => {
  let folder = "";
  let file = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "guichet-compile-"));
    file = join(folder, "program.mjs");
    buildSync({
      stdin: { contents: program, resolveDir: join(import.meta.dirname, "../.."), loader: "ts" },
      bundle: true,
      format: "esm",
      platform: "node",
      outfile: file,
      logLevel: "error",
    });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (...options: readonly string[]) => {
    const printed = execFileSync(process.execPath, [...options, file], { encoding: "utf8", stdio: "pipe" });
    return JSON.parse(printed) as readonly Answer[];
  };

  it("closures answer the same, and nothing is thrown or printed", () => {
    const [free, strict] = [run(), run("--disallow-code-generation-from-strings")];
    expect(new Set(free.map(({ backend }) => backend))).toEqual(new Set(["generated"]));
    expect(new Set(strict.map(({ backend }) => backend))).toEqual(new Set(["closures"]));
    expect(strict.map(({ outcomes }) => outcomes)).toEqual(free.map(({ outcomes }) => outcomes));
    expect(
      strict.flatMap(({ outcomes }) => outcomes).filter((outcome) => outcome !== null).length,
    ).toBeGreaterThan(30);
  });

  it("is not so here", () => {
    expect(mayGenerate()).toBe(true);
  });
});
