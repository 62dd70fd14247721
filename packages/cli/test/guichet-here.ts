import { PassThrough } from "node:stream";
import { runCommandLine } from "../src/command-line.js";
import type { Ran, RunOptions } from "./run-guichet.js";

/** Runs the command in this process, with surroundings of its own: where many cases are read, starting costs most. */
export async function guichetHere(
  args: readonly string[],
  { input = "", env = {} }: Pick<RunOptions, "input" | "env">,
): Promise<Ran> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  stdin.end(input);
  const code = await runCommandLine(args, { stdin, stdout, stderr, env });
  stdout.end();
  stderr.end();
  return { code, stdout: await textOf(stdout), stderr: await textOf(stderr) };
}

async function textOf(stream: PassThrough): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString("utf8");
}
