// Builds, compares the answers, then measures parts, each measurement in a process of its own. `npm run bench` measures
// all parts, `npm run bench -- queue inbox` those alone. What a part found is kept in bench/results, and docs/benchmarks.md
// is written from all that is kept. BENCH_ROUNDS, BENCH_SECONDS and BENCH_VERIFY make it longer or shorter; BENCH_ONLY,
// a regular expression, takes some rows only, prints them, and keeps nothing.
import { existsSync, rmSync } from "node:fs";
import { build } from "esbuild";
import { keepResult, keptResults, writeFormatted } from "./results.mjs";
import { here, run } from "./run.mjs";
import { machine } from "./machine.mjs";
import { pageOf } from "./page/page.mjs";
import { batch } from "./parts/batch.mjs";
import { bookings } from "./parts/bookings.mjs";
import { decisions } from "./parts/decisions.mjs";
import { inbox } from "./parts/inbox.mjs";
import { matching } from "./parts/matching.mjs";
import { proof } from "./parts/proof.mjs";
import { queue } from "./parts/queue.mjs";
import { reconciliation } from "./parts/reconciliation.mjs";
import { size } from "./parts/size.mjs";
import { start } from "./parts/start.mjs";
import { unknown } from "./parts/unknown.mjs";

const parts = {
  ...{ decisions, unknown, start, size, matching, batch, proof },
  ...{ bookings, queue, reconciliation, inbox },
};
/** Those that ask for decisions: before they are measured, all answers are compared. */
const deciding = ["decisions", "unknown", "start"];

const named = process.argv.slice(2);
const stranger = named.find((name) => !(name in parts));
if (stranger !== undefined) {
  console.error(`bench: there is no part "${stranger}"; name some of ${Object.keys(parts).join(", ")}`);
  process.exit(1);
}
if (!existsSync(here("../../packages/rules/dist/index.js"))) {
  console.error("bench: the packages are not built; run npm run build first");
  process.exit(1);
}
const chosen = named.length === 0 ? Object.keys(parts) : named;
const settings = {
  rounds: Number(process.env.BENCH_ROUNDS ?? 3),
  only: new RegExp(process.env.BENCH_ONLY ?? "."),
};

rmSync(here("../dist"), { recursive: true, force: true });
const sync = ["bookings", "queue", "reconciliation", "inbox"].map((name) => `sync/measure-${name}`);
await build({
  entryPoints: ["verify", "measure", "list", "prove", ...sync, "sync/simulated-platform"].map((name) =>
    here(`${name}.ts`),
  ),
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

let compared;
if (chosen.some((name) => deciding.includes(name))) {
  Object.assign(settings, run("list"));
  process.stderr.write("comparing the answers ... ");
  compared = run("verify");
  process.stderr.write(`${compared.toLocaleString("en")} are equal\n`);
}

const found = [];
for (const name of Object.keys(parts).filter((part) => chosen.includes(part))) {
  const started = performance.now();
  const result = await parts[name](settings);
  if (!result) continue;
  const minutes = Math.ceil((performance.now() - started) / 60_000);
  const measured = { machine: machine(), rounds: settings.rounds, compared, minutes };
  found.push({ name, ...result, measured });
  // At once: what takes long is not lost when a later part fails.
  if (process.env.BENCH_ONLY === undefined) await keepResult(name, { ...result, measured });
}
if (process.env.BENCH_ONLY === undefined) {
  const page = pageOf(keptResults(Object.keys(parts)));
  console.log(await writeFormatted(here("../../docs/benchmarks.md"), page, "markdown"));
} else {
  console.log(pageOf(found));
}
