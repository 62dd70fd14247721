import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { runInNewContext } from "node:vm";
import { build } from "esbuild";
import { publint } from "publint";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import medots from "../packages/adapters-medots/package.json" with { type: "json" };
import omnidoc from "../packages/adapters-omnidoc/package.json" with { type: "json" };
import manifest from "../packages/rules/package.json" with { type: "json" };
import { Editor } from "../packages/rules/test/editor.js";
import { shipped, type Shipped } from "../packages/rules/test/shipped-policies.js";
import sync from "../packages/sync/package.json" with { type: "json" };

vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000 });

const root = fileURLToPath(new URL("../", import.meta.url));
const run = promisify(execFile);

/** A folder of somebody else, in which the packages are installed as npm packs them. */
let folder = "";
let tarballs: readonly string[] = [];

beforeAll(async () => {
  for (const file of ["packages/rules/dist/index.d.ts", "packages/cli/dist/bin.js"]) {
    if (!existsSync(join(root, file))) throw new Error(`${file}: it is not built; run npm run build first`);
  }
  folder = await mkdtemp(join(tmpdir(), "guichet-packed-"));
  await run("npm", ["pack", "--workspaces", "--pack-destination", folder], { cwd: root });
  tarballs = (await readdir(folder))
    .filter((file) => file.endsWith(".tgz"))
    .map((file) => join(folder, file));
  await writeFile(join(folder, "package.json"), JSON.stringify({ name: "somebody", private: true }));
  const quietly = ["--no-audit", "--no-fund", "--prefer-offline", "--ignore-scripts"];
  const peers = ["json-rules-engine@7.3.1", "fast-check@4.10.2"];
  await run("npm", ["install", ...quietly, ...tarballs, ...peers], { cwd: folder });
});

afterAll(async () => {
  if (folder !== "") await rm(folder, { recursive: true, force: true });
});

/** Every entry point of the rules, as it is imported. */
const entries = Object.keys(manifest.exports)
  .filter((key) => key !== "./package.json")
  .flatMap((key) => {
    if (key === "./policies/*") return shipped.flatMap(pathsOf);
    return key === "./compiled/*" ? shipped.map(({ policy }) => `./compiled/${policy.id}`) : [key];
  })
  .map((key) => key.replace(/^\./, "@guichet/rules"));

/** Every entry point of the packages that work with platforms; they run in Node. */
const platformEntries = [sync, medots, omnidoc].flatMap(({ name, exports }) =>
  Object.keys(exports)
    .filter((key) => !key.endsWith(".json"))
    .map((key) => key.replace(/^\./, name)),
);

function pathsOf({ policy: { id, locales } }: Shipped): readonly string[] {
  const beside = [...locales, "examples"].map((entry) => `./policies/${id}/${entry}`);
  return [`./policies/${id}`, ...beside];
}

const question = `decide(teleExpertise, { act: { on: "2018-05-02" } })`;
const sentence = "health insurance does not cover tele-expertise yet";

describe("somebody who installs the packages", () => {
  it("gets code, types and texts only, and a package.json that says so", async () => {
    const listed = await Promise.all(tarballs.map((tarball) => run("tar", ["-tzf", tarball])));
    const files = listed.flatMap(({ stdout }) => stdout.trim().split("\n"));
    expect(
      files.filter(
        (file) =>
          !/^package\/(bin\/guichet\.js|dist\/.*\.(c?js|d\.c?ts)|package\.json|openapi\.json|README\.md|LICENSE)$/.test(
            file,
          ),
      ),
    ).toEqual([]);
  });

  it("runs every entry point from an ES module", async () => {
    const script = `${entries.map((from, index) => `import * as _${index} from "${from}";`).join("\n")}
import { decide, explain } from "@guichet/rules";
import { teleExpertise } from "@guichet/rules/policies/tele-expertise";
import { teleExpertiseEn } from "@guichet/rules/policies/tele-expertise/en";
for (const one of [${entries.map((_, index) => `_${index}`).join()}]) if (Object.keys(one).length === 0) throw new Error("nothing to import");
console.log(explain(${question}, teleExpertiseEn).sentences.join(" "));`;
    await writeFile(join(folder, "script.mjs"), script);
    expect((await run(process.execPath, ["script.mjs"], { cwd: folder })).stdout).toContain(sentence);
  });

  it("runs every entry point from a CommonJS script, with one error class for all", async () => {
    const script = `for (const from of ${JSON.stringify(entries)}) {
  if (Object.keys(require(from)).length === 0) throw new Error(from + " exports nothing");
}
const { decide, explain, GuichetError } = require("@guichet/rules");
const { teleExpertise } = require("@guichet/rules/policies");
const { teleExpertiseEn } = require("@guichet/rules/policies/tele-expertise/en");
try { decide(teleExpertise, { act: { on: 1 } }); } catch (error) { console.log(error instanceof GuichetError, error.code); }
console.log(explain(${question}, teleExpertiseEn).sentences.join(" "));`;
    await writeFile(join(folder, "script.cjs"), script);
    const { stdout } = await run(process.execPath, ["script.cjs"], { cwd: folder });
    expect(stdout).toContain("true facts-refused");
    expect(stdout).toContain(sentence);
  });

  it("runs every entry point that works with platforms, from an ES module and from a CommonJS script", async () => {
    const names = JSON.stringify(platformEntries);
    const complain = `if (Object.keys(one).length === 0) throw new Error(from + " exports nothing");`;
    await writeFile(
      join(folder, "platforms.mjs"),
      `for (const from of ${names}) { const one = await import(from); ${complain} }`,
    );
    await writeFile(
      join(folder, "platforms.cjs"),
      `for (const from of ${names}) { const one = require(from); ${complain} }`,
    );
    for (const script of ["platforms.mjs", "platforms.cjs"])
      expect(await run(process.execPath, [script], { cwd: folder })).toEqual({ stdout: "", stderr: "" });
  });

  it("runs the command", async () => {
    const command = join(folder, "node_modules/.bin/guichet");
    const { stdout } = await run(command, ["policies"], { cwd: folder });
    for (const { policy } of shipped) expect(stdout).toContain(policy.id);
  });

  it.each(["nodenext", "bundler"])(
    "compiles against the types with %s resolution",
    async (moduleResolution) => {
      const code = `${entries.map((from, index) => `export * as _${index} from "${from}";`).join("\n")}
import { decide, type Decision } from "@guichet/rules";
import { teleExpertise } from "@guichet/rules/policies/tele-expertise";
const decision: Decision<typeof teleExpertise> = ${question};
export const level: "1" | "2" | "single" | "none" | undefined = decision.status === "decided" ? decision.outcome.level : undefined;
// @ts-expect-error there is no fact "act.onn"
decide(teleExpertise, { act: { onn: "2018-05-02" } });
`;
      const files = ["consumer.mts", ...(moduleResolution === "nodenext" ? ["consumer.cts"] : [])];
      for (const file of files) await writeFile(join(folder, file), code);
      // The command is no library: what it exports is the type of its configuration.
      const config = `import type { GuichetConfig } from "@guichet/cli";
export default { jurisdiction: "FR", clinics: [{ id: "lyon" }] } satisfies GuichetConfig;
// @ts-expect-error there is no option "clinic"
export const wrong: GuichetConfig = { jurisdiction: "FR", clinics: [], clinic: 1 };
`;
      await writeFile(join(folder, "guichet.config.mts"), config);
      const compilerOptions = {
        ...{
          strict: true,
          exactOptionalPropertyTypes: true,
          noEmit: true,
          types: [],
          target: "es2023",
          moduleResolution,
        },
        module: moduleResolution === "bundler" ? "esnext" : "nodenext",
        // The rules' own types must stand without it; those of json-rules-engine do not.
        skipLibCheck: true,
      };
      await writeFile(
        join(folder, "tsconfig.json"),
        JSON.stringify({ compilerOptions, files: [...files, "guichet.config.mts"] }),
      );
      const tsc = join(root, "node_modules/typescript/bin/tsc");
      const complaints = await run(process.execPath, [tsc, "-p", folder]).then(() => "", outputOf);
      expect(complaints).toBe("");
    },
  );
});

describe("an editor of somebody who installed the packages", () => {
  it("shows what a fact and a decision mean, and calls a decision by the name of its policy", () => {
    const editor = new Editor(join(folder, "consumer.mts"), {
      strict: true,
      types: [],
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
    });
    const fact = editor.hover(`decide(teleExpertise, { patient: { kno@@wnToResponder: true } });`);
    expect(fact).toContain("The responder has cared for the patient before.");
    const decided = `const decision = decide(teleExpertise, {}); if (decision.status === "decided") `;
    expect(editor.hover(`${decided} decision.outcome.lev@@el;`)).toContain("there is a single one");
    expect(editor.hover(`const decis@@ion = decide(teleExpertise, {});`)).toContain(
      "Decision<TeleExpertise>",
    );
  });
});

describe("the packages", () => {
  it.each(["rules", "sync", "adapters-medots", "adapters-omnidoc", "cli"])(
    "@guichet/%s is what publint expects of a package",
    async (name) => {
      const { messages } = await publint({
        pkgDir: join(folder, "node_modules/@guichet", name),
        strict: true,
        pack: false,
      });
      expect(messages).toEqual([]);
    },
  );

  it.each<readonly [name: string, froms: readonly string[]]>([
    ["@guichet/rules", entries],
    ...[sync, medots, omnidoc].map(({ name }) => [name, platformEntries] as const),
  ])("%s has types that are right for every way of importing it", async (name, froms) => {
    const [packed = ""] = tarballs.filter((tarball) =>
      tarball.includes(`guichet-${name.slice("@guichet/".length)}-`),
    );
    const attw = join(root, "node_modules/@arethetypeswrong/cli/dist/index.js");
    const paths = froms
      .filter((from) => `${from}/`.startsWith(`${name}/`))
      .map((from) => from.replace(name, "."));
    const options = [
      "--profile",
      "node16",
      "--format",
      "table-flipped",
      "--no-emoji",
      "--entrypoints",
      ...paths,
    ];
    const complaints = await run(process.execPath, [attw, packed, ...options]).then(() => "", outputOf);
    expect(complaints).toBe("");
  });
});

describe("a browser", () => {
  const bundle = async (code: string, format: "esm" | "iife" = "esm") => {
    const stdin = { contents: code, resolveDir: folder, loader: "js" } as const;
    const built = await build({
      stdin,
      bundle: true,
      write: false,
      minify: true,
      metafile: true,
      platform: "browser",
      format,
      logLevel: "silent",
    });
    return { inputs: Object.keys(built.metafile.inputs), text: built.outputFiles[0]?.text ?? "" };
  };
  const all = (froms: readonly string[]) =>
    froms.map((from, index) => `export * as _${index} from "${from}";`).join("\n");

  it("can load every entry point: none needs a module of Node", async () => {
    const { inputs } = await bundle(all(entries));
    expect(inputs.some((input) => input.includes("node_modules/zod/"))).toBe(true);
    const dist = join(folder, "node_modules/@guichet/rules/dist");
    const scripts = (await readdir(dist, { recursive: true })).filter((file) => /\.c?js$/.test(file));
    for (const file of scripts)
      expect(await readFile(join(dist, file), "utf8")).not.toMatch(/["']node:|\bprocess\.|\bBuffer\b/);
  });

  it("loads neither zod nor luxon nor json-rules-engine with the engine and a policy", async () => {
    const own = entries.filter((from) => from === "@guichet/rules" || from.includes("/policies"));
    const packages = (await bundle(all(own))).inputs.flatMap(
      (input) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? [],
    );
    expect([...new Set(packages)].sort()).toEqual(["@guichet/rules"]);
  });

  it("loads nothing but the package with a policy compiled ahead of time, and of that no check and no engine", async () => {
    const ahead = entries.filter((from) => from.includes("/compiled"));
    expect(ahead).toHaveLength(shipped.length + 1);
    const { inputs, text } = await bundle(all(ahead));
    expect(inputs.filter((input) => !/@guichet\/rules\/dist\/|<stdin>/.test(input))).toEqual([]);
    for (const code of ["facts-refused", "name-malformed", "new Function"]) expect(text).not.toContain(code);
  });

  it("decides and explains without anything of Node", async () => {
    const code = `import { decide, explain } from "@guichet/rules";
import { teleExpertise } from "@guichet/rules/policies/tele-expertise";
import { teleExpertiseEn } from "@guichet/rules/policies/tele-expertise/en";
const decision = ${question};
globalThis.answer = JSON.stringify(decision) + explain(decision, teleExpertiseEn).sentences.join(" ");`;
    const { text } = await bundle(code, "iife");
    const page: { answer?: string; TextEncoder: typeof TextEncoder } = { TextEncoder };
    runInNewContext(text, page);
    expect(page.answer).toContain('"fingerprint":"sha256:');
    expect(page.answer).toContain(sentence);
  });
});

/** What a command said before it failed. */
function outputOf(error: unknown): string {
  return (error as { readonly stdout: string }).stdout;
}
