import type { Policy } from "../../language/policy.js";
import { decideCompiled, type CompiledDecide } from "../compiled/decide-compiled.js";

/** What a module exports, as whoever imports it gets it. */
export function exportOf(text: string): CompiledDecide<Policy> {
  const body = text.replace(/^import .*$/m, "").replace(/^export const \w+ =/m, "return");
  const run = new Function("decideCompiled", body) as (runtime: unknown) => CompiledDecide<Policy>;
  return run(decideCompiled);
}
