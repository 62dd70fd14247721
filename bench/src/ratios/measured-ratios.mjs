// Measures the ratios in processes of their own. By itself it prints them, to be kept in ratios.json.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

export async function measuredRatios() {
  const names = existsSync(here("../hand-written/matching.ts")) ? ["decisions", "matching"] : ["decisions"];
  await build({
    entryPoints: names.map((name) => here(`print-${name}.ts`)),
    outdir: here("../../dist/ratios"),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    logLevel: "error",
  });
  const printed = names.map((name) =>
    execFileSync(process.execPath, [here(`../../dist/ratios/print-${name}.mjs`)], { encoding: "utf8" }),
  );
  return Object.assign({}, ...printed.map((text) => JSON.parse(text)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const rounded = Object.entries(await measuredRatios()).map(([name, ratio]) => [
    name,
    Number(ratio.toPrecision(2)),
  ]);
  console.log(JSON.stringify(Object.fromEntries(rounded), null, 2));
}
