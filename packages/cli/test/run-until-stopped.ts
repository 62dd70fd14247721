import { spawn } from "node:child_process";
import { onTestFinished } from "vitest";
import { bin, plainEnvironment } from "./run-guichet.js";

/** The command while it runs. */
export interface Running {
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Resolves with the first line of standard output that passes; rejects when the command ends before. */
  readonly line: (passes: (line: string) => boolean) => Promise<string>;
  /** Asks for an end, SIGINT as a terminal does: all it started, too. The exit code, and how long it took. */
  readonly stop: (
    signal: "SIGTERM" | "SIGINT",
  ) => Promise<{ readonly code: number | null; readonly millis: number }>;
}

/** Whether a line of the log tells of an event, with these fields among others. */
export const eventIs =
  (event: string, more: Readonly<Record<string, unknown>> = {}) =>
  (line: string): boolean => {
    const told = JSON.parse(line) as Record<string, unknown>;
    return told["event"] === event && Object.entries(more).every(([name, value]) => told[name] === value);
  };

/** Starts the command in a process of its own, and ends it with the test at the latest. */
export function startGuichet(
  args: readonly string[],
  { env = {}, cwd }: { readonly env?: Readonly<Record<string, string>>; readonly cwd?: string } = {},
): Running {
  const child = spawn(process.execPath, [bin, ...args], {
    cwd,
    env: { ...plainEnvironment, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let stdout = "";
  let stderr = "";
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  child.stdout.on("data", (chunk) => {
    stdout += String(chunk);
    changed();
  });
  child.stderr.on("data", (chunk) => (stderr += String(chunk)));
  const ended = new Promise<number | null>((resolve) => {
    child.once("close", (code) => {
      resolve(code);
      changed();
    });
  });
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  return {
    stdout: () => stdout,
    stderr: () => stderr,
    line: (passes) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = stdout.split("\n").slice(0, -1).find(passes);
          const isOver = child.exitCode !== null || child.signalCode !== null;
          if (found === undefined && !isOver) return;
          listeners.delete(look);
          if (found === undefined) reject(new Error(`it ended: ${stdout}${stderr}`));
          else resolve(found);
        };
        listeners.add(look);
        look();
      }),
    stop: async (signal) => {
      const askedAt = performance.now();
      if (signal === "SIGINT" && child.pid !== undefined) process.kill(-child.pid, signal);
      else child.kill(signal);
      const code = await ended;
      return { code, millis: performance.now() - askedAt };
    },
  };
}
