// Builds, compares the answers, then times every part, each measurement in a process of its own. Prints the page and
// writes docs/benchmarks.md. BENCH_ROUNDS, BENCH_SECONDS and BENCH_VERIFY make it longer or shorter; BENCH_ONLY, a
// regular expression, takes some rows only, and then writes no page.
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { format, resolveConfig } from "prettier";
import { here, run } from "./run.mjs";
import { machine } from "./machine.mjs";
import { pageOf } from "./page/page.mjs";
import { batch } from "./parts/batch.mjs";
import { decisions } from "./parts/decisions.mjs";
import { matching } from "./parts/matching.mjs";
import { proof } from "./parts/proof.mjs";
import { size } from "./parts/size.mjs";
import { start } from "./parts/start.mjs";
import { unknown } from "./parts/unknown.mjs";

if (!existsSync(here("../../packages/rules/dist/index.js"))) {
  console.error("bench: the packages are not built; run npm run build first");
  process.exit(1);
}
const settings = {
  rounds: Number(process.env.BENCH_ROUNDS ?? 3),
  only: new RegExp(process.env.BENCH_ONLY ?? "."),
};
const started = performance.now();

rmSync(here("../dist"), { recursive: true, force: true });
await build({
  entryPoints: ["verify", "measure", "list", "prove"].map((name) => here(`${name}.ts`)),
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

const listed = run("list");
process.stderr.write("comparing the answers ... ");
const compared = run("verify");
process.stderr.write(`${compared.toLocaleString("en")} are equal\n`);

const parts = [];
for (const part of [decisions, unknown, start, size, matching, batch, proof]) {
  const found = await part({ ...settings, ...listed });
  if (found) parts.push(found);
}
const minutes = (performance.now() - started) / 60_000;
const page = await format(pageOf({ parts, machine: machine(), rounds: settings.rounds, compared, minutes }), {
  ...(await resolveConfig(here("../../docs/benchmarks.md"))),
  parser: "markdown",
});
console.log(page);
if (process.env.BENCH_ONLY === undefined) writeFileSync(here("../../docs/benchmarks.md"), page);
