import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** A path beside this file. */
export const here = (path) => fileURLToPath(new URL(path, import.meta.url));

// Most young objects die before the first collection, in every variant alike; the heap can be measured.
const usual = ["--expose-gc", "--max-semi-space-size=128"];

/** What a script prints as JSON, run in a process of its own. */
export function runFile(file, args = [], flags = []) {
  const printed = execFileSync(process.execPath, [...flags, file, ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    maxBuffer: 1e8,
  });
  return JSON.parse(printed);
}

/** The same of one of the scripts that are built into dist. */
export function run(name, args = [], flags = []) {
  return runFile(here(`../dist/${name}.mjs`), args, [...usual, ...flags]);
}

/** The same with Node as everybody has it, but for a collector that can be asked to run: where a whole program is measured. */
export function runAsShipped(name, args = []) {
  return runFile(here(`../dist/${name}.mjs`), args, ["--expose-gc"]);
}

export function note(text) {
  process.stderr.write(`${text}\n`);
}
