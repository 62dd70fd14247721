import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

/** The built command: these tests run what is shipped. */
export const bin = fileURLToPath(new URL("../dist/bin.js", import.meta.url));
if (!existsSync(bin)) throw new Error("packages/cli/dist: the command is not built; run npm run build first");

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** What is piped in; without it, nothing is. */
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** Runs the command in a process of its own. */
export async function guichet(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  return run(process.execPath, [bin, ...args], options);
}

const decisive = new Set(["NO_COLOR", "FORCE_COLOR", "COLUMNS", "GUICHET_LOCALE"]);

/** The tester's own environment must not decide what is printed. */
export const plainEnvironment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !decisive.has(name))),
  TERM: "xterm",
};

async function run(command: string, args: readonly string[], { input, env, cwd }: RunOptions): Promise<Ran> {
  const child = spawn(command, args, {
    cwd,
    env: { ...plainEnvironment, ...env },
    stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
  });
  const read = (stream: NodeJS.ReadableStream | null): Promise<string> => textOf(stream);
  const texts = Promise.all([read(child.stdout), read(child.stderr)]);
  child.stdin?.on("error", () => undefined);
  child.stdin?.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  const [stdout, stderr] = await texts;
  return { code, stdout, stderr };
}

async function textOf(stream: NodeJS.ReadableStream | null): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of stream ?? []) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString("utf8");
}

/** A folder that is gone after the test, with files in it. */
export function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), "guichet-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}
