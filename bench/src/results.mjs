import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { format, resolveConfig } from "prettier";
import { here } from "./run.mjs";

const folder = here("../results");

/** Keeps what a part found, and how it was measured: the page is made of what is kept, whenever it was measured. */
export async function keepResult(name, result) {
  mkdirSync(folder, { recursive: true });
  await writeFormatted(`${folder}/${name}.json`, JSON.stringify(result), "json");
}

/** What is kept of these parts, in their order; a part that was never measured is left out. */
export function keptResults(names) {
  const kept = new Set(readdirSync(folder));
  return names
    .filter((name) => kept.has(`${name}.json`))
    .map((name) => ({ name, ...JSON.parse(readFileSync(`${folder}/${name}.json`, "utf8")) }));
}

/** Writes a file as the formatter would have it, and gives back its text. */
export async function writeFormatted(path, text, parser) {
  const formatted = await format(text, { ...(await resolveConfig(path)), parser });
  writeFileSync(path, formatted);
  return formatted;
}
