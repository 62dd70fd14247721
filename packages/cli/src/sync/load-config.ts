import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { GuichetError } from "@guichet/rules";
import { callJson } from "../load/load-policy-file.js";
import { usageRefusal } from "../refusal.js";
import type { Surroundings } from "../surroundings.js";
import { checkConfig, type ConfigPurpose } from "./check-config.js";
import { shapeProblem } from "./shape-problem.js";
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
 * Errors: `usage-refused`, with all that is wrong with it at once, what it names in the environment too; no value that
 * stands in either is repeated.
 */
export async function loadConfig(
  path: string,
  surroundings: Surroundings,
  purpose: ConfigPurpose,
): Promise<LoadedConfig> {
  const file = resolve(path);
  if (!existsSync(file)) throw usageRefusal("config-missing", path, "no such file", "name one with --config");
  const isModule = /\.[cm]?[jt]s$/i.test(path);
  const given = isModule ? await exportedFrom(file, path) : await callJson(path, surroundings);
  const read = syncConfig.safeParse(given);
  const problems = [
    ...(read.error?.issues ?? []).map((issue) => shapeProblem(issue, path)),
    ...checkConfig(given, { file: path, purpose, env: surroundings.env }),
  ];
  if (read.success && problems.length === 0) return { config: read.data, folder: dirname(file) };
  throw new GuichetError("usage-refused", problems);
}

async function exportedFrom(file: string, path: string): Promise<unknown> {
  const exported = await moduleAt(file).catch((error: unknown) => {
    if (GuichetError.isInstance(error)) throw error;
    throw usageRefusal(
      "config-refused",
      path,
      `the module cannot be loaded (${reasonOf(error)})`,
      "check it with tsc, or run it with node, to see why",
    );
  });
  const given = exported["default"] ?? exported["config"];
  if (given !== undefined) return given;
  const what = "it exports no configuration";
  throw usageRefusal("config-refused", path, what, "export it as default, or by the name config");
}

async function moduleAt(file: string): Promise<Readonly<Record<string, unknown>>> {
  if (!/ts$/i.test(file))
    return (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>;
  // Node 20 does not read TypeScript.
  const { createJiti } = await import("jiti");
  const jiti = createJiti(import.meta.url, { fsCache: false, moduleCache: false, interopDefault: false });
  return jiti.import(file);
}

/** Why, in a word of Node or the language: a message may quote what stands in the file. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return "code" in error && typeof error.code === "string" && /^[A-Z_]+$/.test(error.code)
    ? error.code
    : error.name;
}
