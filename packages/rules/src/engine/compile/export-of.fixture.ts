import * as runtime from "../../compiled/index.js";
import type { Policy } from "../../language/policy.js";
import type { CompiledDecide } from "../compiled/decide-compiled.js";

/** What a module exports, as whoever imports it gets it. */
export function exportOf(text: string): CompiledDecide<Policy> {
  const body = text
    .replace(/^import (\{[^}]*\}) from .*$/m, "const $1 = runtime;")
    .replace(/^export const \w+ =/m, "return");
  const run = new Function("runtime", body) as (given: typeof runtime) => CompiledDecide<Policy>;
  return run(runtime);
}
