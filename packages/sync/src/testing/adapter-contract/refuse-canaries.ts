import { inspect } from "node:util";
import type { Stage } from "./adapter-under-test.js";
import { holds } from "./contract-breach.js";

/** Throws when something that is told holds what stands in a personal field: also in a cause, a stack, a hidden field. */
export function refuseCanaries({ canaries }: Stage, told: unknown): void {
  const text = inspect(told, { depth: 20, showHidden: true, maxStringLength: Infinity });
  const isClean = canaries.every((canary) => canary !== "" && !text.includes(canary));
  holds(
    isClean,
    "a personal value is told",
    "leave what people are called and wrote out of every outcome and error",
  );
}
