import type { Readable, Writable } from "node:stream";

/** An end of the command that text is written to. */
export type Outlet = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** Tells of SIGINT and SIGTERM. */
export interface Signals {
  on(signal: "SIGINT" | "SIGTERM", listener: () => void): Signals;
  off(signal: "SIGINT" | "SIGTERM", listener: () => void): Signals;
}

/** All the command touches of the world: tests and other programs pass their own. */
export interface Surroundings {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Outlet;
  readonly stderr: Outlet;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Who asks for an end, `process` for a command; without it, nobody does. */
  readonly signals?: Signals | undefined;
}
