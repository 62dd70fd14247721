import { writeFile } from "node:fs/promises";
import type { Policy } from "@guichet/rules";
import { moduleOf, moduleTypesOf } from "@guichet/rules/compile";
import { exitCode, type ExitCode } from "../exit-code.js";
import { refuseOneFileTwice } from "../input/refuse-one-file-twice.js";
import { loadPolicy } from "../load/load-policy.js";
import { unwritable, usageRefusal } from "../refusal.js";
import type { Surroundings } from "../surroundings.js";
import { uiWordingOf } from "../ui-wording-of.js";

export interface CompileRequest {
  readonly policy: string;
  /** A clinic's own changes, compiled in. */
  readonly amendments: readonly string[];
  /** Where the module goes, with its types beside it; without it, it is printed. */
  readonly output: string | undefined;
  readonly language: string | undefined;
}

/**
 * Writes a policy as a module of JavaScript.
 *
 * Errors: those of loading it; `usage-refused` with `module-name-refused`, `one-file-twice` or `output-unwritable`.
 */
export async function compilePolicy(request: CompileRequest, surroundings: Surroundings): Promise<ExitCode> {
  const { output, amendments } = request;
  refuseOneFileTwice([request.policy, ...amendments, output]);
  const ending = output === undefined ? undefined : endingOf(output);
  const loaded = await loadPolicy(request.policy, surroundings);
  const say = uiWordingOf((await loaded.localeIn(request.language)).locale);
  const policy = await amended(loaded.policy, amendments, surroundings);
  if (output === undefined || ending === undefined) {
    surroundings.stdout.write(moduleOf(policy));
    return exitCode.decided;
  }
  const types = `${output.slice(0, -ending.length)}.d${ending.replace("js", "ts")}`;
  await write(output, moduleOf(policy, { format: ending === ".cjs" ? "cjs" : "esm" }));
  await write(types, moduleTypesOf(policy));
  surroundings.stderr.write(`${say.written([output, types])}\n`);
  return exitCode.decided;
}

async function amended(
  policy: Policy,
  files: readonly string[],
  surroundings: Surroundings,
): Promise<Policy> {
  if (files.length === 0) return policy;
  const { loadAmended } = await import("../load/load-amended.js");
  const [only] = await loadAmended(files, [policy], surroundings);
  return only ?? policy;
}

function endingOf(output: string): string {
  const [ending] = /\.[cm]?js$/.exec(output) ?? [];
  if (ending !== undefined) return ending;
  throw usageRefusal(
    "module-name-refused",
    output,
    "no name of a module",
    "let it end in .js or .mjs, or in .cjs for require",
  );
}

async function write(path: string, text: string): Promise<void> {
  await writeFile(path, text).catch((error: unknown) => {
    throw unwritable(path, error as NodeJS.ErrnoException);
  });
}
