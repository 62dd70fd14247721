import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** A script of this folder that runs in processes of its own. */
export interface Script {
  readonly start: (...args: readonly string[]) => StartedProcess;
  /** Kills what still runs, and removes the script. */
  readonly remove: () => Promise<void>;
}

/** A process, and the lines it wrote. */
export interface StartedProcess {
  readonly lines: readonly string[];
  readonly errors: () => string;
  readonly exitCode: () => number | null;
  /** Ends it as a power cut would, and waits until it is gone. */
  readonly kill: () => Promise<void>;
  /** Asks it to end, and waits until it has. */
  readonly terminate: () => Promise<void>;
}

/** Puts a TypeScript file and ours that it imports into one script, so that a process starts in no time. */
export async function scriptOf(file: string): Promise<Script> {
  const here = fileURLToPath(new URL(".", import.meta.url));
  // Inside the repository, so that packages are found.
  const folder = await mkdtemp(join(here, "../../../node_modules/.script-"));
  const outfile = join(folder, "script.mjs");
  await build({
    entryPoints: [join(here, file)],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    tsconfig: join(here, "../../../tsconfig.json"),
    logLevel: "error",
  });
  const running = new Set<ChildProcess>();
  return {
    start: (...args) => {
      const child = spawn(process.execPath, [outfile, ...args], { stdio: ["ignore", "pipe", "pipe"] });
      running.add(child);
      const ended = new Promise<void>((resolve) => {
        child.once("close", () => {
          running.delete(child);
          resolve();
        });
      });
      const lines: string[] = [];
      let rest = "";
      let errors = "";
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        const parts = (rest + text).split("\n");
        rest = parts.pop() ?? "";
        lines.push(...parts);
      });
      child.stderr.setEncoding("utf8").on("data", (text: string) => {
        errors += text;
      });
      const end = (signal: NodeJS.Signals) => async (): Promise<void> => {
        child.kill(signal);
        await ended;
      };
      return {
        lines,
        errors: () => errors,
        exitCode: () => child.exitCode,
        kill: end("SIGKILL"),
        terminate: end("SIGTERM"),
      };
    },
    remove: async () => {
      for (const child of running) child.kill("SIGKILL");
      await rm(folder, { recursive: true, force: true });
    },
  };
}
