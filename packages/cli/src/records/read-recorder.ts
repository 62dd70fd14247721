import { readText } from "../input/read-input.js";
import { usageRefusal } from "../refusal.js";
import type { Surroundings } from "../surroundings.js";
import type { RecorderSettings } from "./recorder.js";

export interface RecorderRequest {
  readonly tenant: string | undefined;
  readonly purpose: string | undefined;
  /** A file that holds the key; without it, the environment does. */
  readonly keyFile: string | undefined;
}

/** The variable of the environment that holds the key: an argument would stand in lists of processes. */
export const keyVariable = "GUICHET_RECORD_KEY";

/** Errors: `usage-refused` with `tenant-missing`, `purpose-missing`, `key-missing` or `key-refused`. */
export async function readRecorder(
  request: RecorderRequest,
  surroundings: Surroundings,
): Promise<RecorderSettings> {
  const tenant = named(request.tenant, "tenant", "say whose records these are: --tenant <name>");
  const purpose = named(request.purpose, "purpose", "say what they are kept for: --purpose <name>");
  const text =
    request.keyFile === undefined
      ? surroundings.env[keyVariable]
      : await readText(request.keyFile, surroundings);
  const key = keyFrom(named(text, "key", `set ${keyVariable}, or name a file with --key-file`));
  return { tenant, purpose, key };
}

function named(value: string | undefined, what: string, todo: string): string {
  if (value !== undefined && value !== "") return value;
  throw usageRefusal(`${what}-missing`, "guichet batch --records", `no ${what}`, todo);
}

function keyFrom(text: string): string {
  const digits = text.trim();
  if (!/^(?:[0-9a-f]{2}){32,}$/i.test(digits)) {
    const todo = "make one with: openssl rand -hex 32";
    throw usageRefusal(
      "key-refused",
      "guichet batch --records",
      "the key is not 64 hexadecimal digits or more",
      todo,
    );
  }
  return digits.toLowerCase();
}
