import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { GuichetError, problemAt, type Problem } from "@guichet/rules";
import type * as z from "zod";
import { callJson } from "../load/load-policy-file.js";
import { usageRefusal } from "../refusal.js";
import type { Surroundings } from "../surroundings.js";
import { syncConfig, type SyncConfig } from "./sync-config.js";

export interface LoadedConfig {
  readonly config: SyncConfig;
  /** What its paths start from. */
  readonly folder: string;
}

/**
 * Loads a configuration from JSON, or from a JavaScript or TypeScript module: its default export, or the one called
 * `config`. TypeScript is only stripped of its types: check them with your own compiler.
 *
 * Errors: `usage-refused`, with every problem of its shape at once; what stands in the file is not repeated.
 */
export async function loadConfig(path: string, surroundings: Surroundings): Promise<LoadedConfig> {
  const file = resolve(path);
  if (!existsSync(file)) throw usageRefusal("config-missing", path, "no such file", "name one with --config");
  const isModule = /\.[cm]?[jt]s$/i.test(path);
  const given = isModule ? await exportedFrom(file, path) : await callJson(path, surroundings);
  const read = syncConfig.safeParse(given);
  if (read.success) return { config: read.data, folder: dirname(file) };
  throw new GuichetError(
    "usage-refused",
    read.error.issues.map((issue) => problemOf(issue, path)),
  );
}

async function exportedFrom(file: string, path: string): Promise<unknown> {
  const exported = await moduleAt(file).catch((error: unknown) => {
    if (GuichetError.isInstance(error)) throw error;
    const what = `the module cannot be loaded (${error instanceof Error ? error.name : "unknown"})`;
    throw usageRefusal("config-refused", path, what, "run it with node, or check it with tsc, to see why");
  });
  return exported["default"] ?? exported["config"];
}

async function moduleAt(file: string): Promise<Readonly<Record<string, unknown>>> {
  if (!/ts$/i.test(file))
    return (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>;
  // Node 20 does not read TypeScript.
  const { createJiti } = await import("jiti");
  const jiti = createJiti(import.meta.url, { fsCache: false, moduleCache: false, interopDefault: false });
  return jiti.import(file);
}

/** A message of zod says what was expected and of which kind the value is, never the value. */
function problemOf(issue: z.core.$ZodIssue, path: string): Problem {
  const place = issue.path
    .map((key) => (typeof key === "number" ? `[${String(key)}]` : `.${String(key)}`))
    .join("");
  const where = place === "" ? path : `${path}, ${place.replace(/^\./, "")}`;
  const what = issue.message.replace(/^Invalid input: /, "");
  return problemAt("config-refused", where, what.charAt(0).toLowerCase() + what.slice(1), "correct it");
}
