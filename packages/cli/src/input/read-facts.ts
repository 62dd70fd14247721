import type { Surroundings } from "../surroundings.js";
import { parseJsonText } from "./parse-json-text.js";
import { readText } from "./read-input.js";

/** The facts in a JSON file, or on standard input for `-`, not checked yet. Errors: `input-refused`. */
export async function readFacts(source: string, surroundings: Surroundings): Promise<object> {
  const where = source === "-" ? "standard input" : source;
  // `decide` checks what it is given, whatever it is.
  return parseJsonText(await readText(source, surroundings), where) as object;
}
