// Builds, verifies, then times every variant on every task, each in a process of its own, round by round. Prints the
// tables and writes docs/benchmarks.md. BENCH_ROUNDS, BENCH_SECONDS and BENCH_VERIFY make it longer or shorter.
import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { report } from "./report.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);

rmSync(here("../dist"), { recursive: true, force: true });
await build({
  entryPoints: ["verify", "measure", "list"].map((name) => here(`${name}.ts`)),
  outdir: here("../dist"),
  outExtension: { ".js": ".mjs" },
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  packages: "external",
  alias: { "@noble/hashes": here("../../node_modules/@noble/hashes") },
  logLevel: "error",
});
const run = (file, ...args) =>
  execFileSync(
    process.execPath,
    ["--expose-gc", "--max-semi-space-size=128", here(`../dist/${file}.mjs`), ...args],
    {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
      maxBuffer: 1e8,
    },
  ).trim();

const listed = JSON.parse(run("list"));
const only = process.env.BENCH_ONLY ? new RegExp(process.env.BENCH_ONLY) : /./;
const tasks = listed.tasks;
const variants = listed.variants;
process.stderr.write("comparing the answers ... ");
const compared = Number(run("verify"));
process.stderr.write(`${compared} answers are equal\n`);

const measured = new Map();
for (let round = 1; round <= rounds; round += 1) {
  for (const task of tasks) {
    for (const variant of variants) {
      const key = `${task.id} ${variant.id}`;
      if (!only.test(key)) continue;
      const found = JSON.parse(run("measure", variant.id, task.id));
      measured.set(key, [...(measured.get(key) ?? []), found]);
      process.stderr.write(`round ${round} of ${rounds}: ${key}: ${found.p50.toFixed(0)} ns\n`);
    }
  }
}
const machine = {
  cpu: `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}`,
  memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
  node: process.version,
  load: loadavg()
    .map((one) => one.toFixed(1))
    .join(", "),
};
const page = report({ tasks, variants, measured, machine, rounds, compared });
writeFileSync(here("../../docs/benchmarks.md"), page);
console.log(page);
