import { existsSync, readdirSync, readFileSync } from "node:fs";
import { defineConfig } from "tsup";

// Every package builds with this file from its own folder: `tsup --config ../../tsup.config.ts`.
// Its package.json names the entries: `./schema` is src/schema/index.ts or src/schema.ts, and becomes dist/schema.js.
// `./policies/*` is every folder of src/policies and, in each, every locale file (`en.ts`) and the worked examples.

interface Manifest {
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly imports?: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;

const folderEntries = (folder: string): string[] =>
  existsSync(`src/${folder}`)
    ? readdirSync(`src/${folder}`, { withFileTypes: true })
        .filter((child) => child.isDirectory())
        .flatMap(({ name }) => [
          `${folder}/${name}`,
          ...readdirSync(`src/${folder}/${name}`)
            .filter((file) => /^([a-z]{2}|examples)\.ts$/.test(file))
            .map((file) => `${folder}/${name}/${file.slice(0, -".ts".length)}`),
        ])
    : [];

const exported = Object.keys(manifest.exports ?? {})
  .filter((key) => key !== "./package.json")
  .map((key) => (key === "." ? "index" : key.slice("./".length)))
  .flatMap((key) => (key.endsWith("/*") ? folderEntries(key.slice(0, -"/*".length)) : [key]));

// bin/ holds a launcher per command; all of them start dist/bin.js.
const commands = manifest.bin === undefined ? [] : ["bin"];

// `#batch/answer-worker` is a file that our own code starts by its name, in a thread of its own.
const started = Object.keys(manifest.imports ?? {}).map((key) => key.slice("#".length));

// A name without a source is left out here; the packaging test refuses a package that exports it.
const entry = Object.fromEntries(
  [...exported, ...commands, ...started].flatMap((name) => {
    const source = [`src/${name}/index.ts`, `src/${name}.ts`].find((file) => existsSync(file));
    return source === undefined ? [] : [[name, source]];
  }),
);

// A command is a program; what its package exports are types.
const isLibrary = manifest.bin === undefined;

export default defineConfig({
  entry,
  format: isLibrary ? ["esm", "cjs"] : ["esm"],
  dts: isLibrary || (manifest.exports !== undefined && { entry: { index: "src/index.ts" } }),
  target: ["node20", "es2022"],
  platform: isLibrary ? "neutral" : "node",
  // Invariant: a module is in dist once, so that entry points share one error class and one cache.
  splitting: true,
  // Loading a file does nothing, so a chunk that nothing is used of is not imported.
  treeshake: { moduleSideEffects: "no-external" },
  minify: false,
  sourcemap: false,
  clean: true,
  // Two hundred names of files bury what matters; errors are printed all the same.
  silent: true,
  // In Node it would load node:crypto, for random numbers that nobody asks for, and take longer than all of the engine.
  noExternal: ["@noble/hashes"],
});
