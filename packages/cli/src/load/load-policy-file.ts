import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import {
  defineLocale,
  GuichetError,
  plainLocale,
  policyFromJson,
  type Locale,
  type Policy,
} from "@guichet/rules";
import { parseJsonText } from "../input/parse-json-text.js";
import { readText } from "../input/read-input.js";
import { usageRefusal } from "../refusal.js";
import type { Surroundings } from "../surroundings.js";

/** A policy of somebody's own, and its words in a language it declares. */
export interface PolicyFile {
  readonly policy: Policy;
  readonly localeIn: (language: string) => Promise<Locale>;
}

/**
 * Loads a policy from a JSON file, or from a JavaScript module: its first export that is a policy. Its words are
 * those of the module, those of the file beside it (`my-policy.fr.json` for `my-policy.json`), or its own labels.
 *
 * Errors: `policy-refused`, `locale-refused`; `usage-refused` where a file cannot be read.
 */
export async function loadPolicyFile(path: string, surroundings: Surroundings): Promise<PolicyFile> {
  const isModule = /\.[cm]?js$/i.test(path);
  const exported = isModule ? await exportsOf(path) : [];
  const policy = isModule ? policyAmong(exported, path) : policyFromJson(await textAt(path, surroundings));
  return {
    policy,
    localeIn: async (language) =>
      localeAmong(exported, policy, language) ??
      (await localeBeside(path, policy, language, surroundings)) ??
      plainLocale(policy, language),
  };
}

async function exportsOf(path: string): Promise<readonly unknown[]> {
  const file = resolve(path);
  if (!existsSync(file)) throw usageRefusal("policy-missing", path, "no such file", "check the path");
  try {
    return Object.values((await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>);
  } catch (error) {
    if (GuichetError.isInstance(error)) throw error;
    const what = `the module cannot be loaded (${error instanceof Error ? error.name : "unknown"})`;
    throw usageRefusal("module-refused", path, what, "run it with node to see why");
  }
}

function policyAmong(exported: readonly unknown[], path: string): Policy {
  const found = exported.find(looksLikePolicy);
  if (found === undefined) {
    throw usageRefusal(
      "module-without-policy",
      path,
      "the module exports no policy",
      "export what definePolicy gives",
    );
  }
  // Through JSON: a policy is plain data, and is checked here whoever made it.
  return policyFromJson(jsonOf(found, path));
}

function looksLikePolicy(value: unknown): boolean {
  return typeof value === "object" && value !== null && "editions" in value && "decisions" in value;
}

function jsonOf(value: unknown, path: string): string {
  try {
    return JSON.stringify(value);
  } catch {
    throw usageRefusal(
      "module-refused",
      path,
      "the policy is not plain data",
      "export what definePolicy gives",
    );
  }
}

function localeAmong(exported: readonly unknown[], policy: Policy, language: string): Locale | undefined {
  const found = exported.find((value): value is Locale => {
    const locale = value as Partial<Locale> | null;
    return typeof locale === "object" && locale?.locale === language && locale.policy?.id === policy.id;
  });
  return found && { ...found, policy };
}

async function localeBeside(
  path: string,
  policy: Policy,
  language: string,
  surroundings: Surroundings,
): Promise<Locale | undefined> {
  const file = `${path.replace(/\.[^./\\]*$/, "")}.${language}.json`;
  if (!existsSync(file)) return undefined;
  return defineLocale(policy, (await callJson(file, surroundings)) as never);
}

/** What a JSON file says that the call names. Errors: `usage-refused`. */
export async function callJson(path: string, surroundings: Surroundings): Promise<unknown> {
  const text = await textAt(path, surroundings);
  return asUsage(() => parseJsonText(text, path));
}

/** The text of a file the call names. Errors: `usage-refused`. */
export async function textAt(path: string, surroundings: Surroundings): Promise<string> {
  try {
    return await readText(path, surroundings);
  } catch (error) {
    throw ofTheCall(error);
  }
}

function asUsage<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw ofTheCall(error);
  }
}

/** A policy file that cannot be read is no fault of the facts. */
function ofTheCall(error: unknown): unknown {
  const isInput = GuichetError.isInstance(error) && error.code === "input-refused";
  return isInput ? new GuichetError("usage-refused", error.problems) : error;
}
