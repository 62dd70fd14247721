import pc from "picocolors";
import type { Outlet, Surroundings } from "../surroundings.js";

/** How text may look: how wide, and with which colours, if any. */
export interface Look {
  readonly width: number;
  readonly paint: Pick<typeof pc, "bold" | "cyan" | "dim" | "green" | "yellow">;
}

/** Wider lines are hard to read, narrower ones cannot hold two columns. */
const widest = 100;
const narrowest = 32;

/**
 * The look of an outlet: its own width, or `COLUMNS`, or 80; colours on a terminal, unless `NO_COLOR` is set, and
 * anywhere when `FORCE_COLOR` is.
 */
export function lookOf(outlet: Outlet, env: Surroundings["env"]): Look {
  const columns = outlet.isTTY === true && outlet.columns ? outlet.columns : Number(env["COLUMNS"]);
  const width = Number.isInteger(columns) && columns > 0 ? columns : 80;
  const isTerminal = outlet.isTTY === true && env["TERM"] !== "dumb";
  const coloured = !env["NO_COLOR"] && (isTerminal || isForced(env["FORCE_COLOR"]));
  return { width: Math.min(Math.max(width, narrowest), widest), paint: pc.createColors(coloured) };
}

function isForced(value: string | undefined): boolean {
  return value !== undefined && value !== "" && value !== "0";
}
