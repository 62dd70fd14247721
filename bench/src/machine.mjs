import { readFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { here } from "./run.mjs";

/** What it was measured on, and with which versions. */
export function machine() {
  const { dependencies } = JSON.parse(readFileSync(here("../package.json"), "utf8"));
  return {
    cpu: `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    node: process.version,
    load: loadavg()
      .map((one) => one.toFixed(1))
      .join(", "),
    versions: Object.entries(dependencies).map(([name, version]) => `${name} ${version}`),
  };
}
