import { fstatSync } from "node:fs";
import type { Surroundings } from "../surroundings.js";

/** Whether somebody sends input: a terminal or a null device sends none. */
export function isPiped({ stdin }: Surroundings): boolean {
  if (stdin.isTTY === true) return false;
  if (stdin !== process.stdin) return true;
  try {
    const stats = fstatSync(0);
    return stats.isFIFO() || stats.isFile() || stats.isSocket();
  } catch {
    return false;
  }
}
