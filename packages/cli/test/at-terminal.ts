import { stripVTControlCharacters } from "node:util";
import { spawn } from "@lydell/node-pty";
import { onTestFinished } from "vitest";
import { bin, plainEnvironment, type Ran, type RunOptions } from "./run-guichet.js";

/** Keys as a terminal sends them. */
export const keys = {
  up: "\u001b[A",
  down: "\u001b[B",
  enter: "\r",
  space: " ",
  backspace: "\u007f",
  ctrlC: "\u0003",
  ctrlD: "\u0004",
};

/** The command on a pseudo-terminal, and somebody who reads the screen and presses keys. */
export interface Terminal {
  /** Waits until a text appears after the last keys and what was seen since. Fails when the command ends without it. */
  sees(text: string): Promise<void>;
  press(...pressed: readonly string[]): void;
  /** All that was printed, and the exit code. */
  readonly ended: Promise<Ran>;
}

/** Milliseconds; shorter than a test may take, so that a failure shows the screen. */
const patience = 30_000;

/** Starts the command on a pseudo-terminal of a given width. */
export function atTerminal(
  columns: number,
  args: readonly string[],
  { env, cwd }: Omit<RunOptions, "input"> = {},
): Terminal {
  const child = spawn(process.execPath, [bin, ...args], {
    name: "xterm",
    cols: columns,
    rows: 40,
    env: { ...plainEnvironment, ...env },
    ...(cwd === undefined ? {} : { cwd }),
  });
  let printed = "";
  let seenTo = 0;
  let hasEnded = false;
  const watchers = new Set<() => void>();
  const tellWatchers = (): void => {
    for (const look of watchers) look();
  };
  child.onData((data) => {
    printed += data;
    tellWatchers();
  });
  const ended = new Promise<Ran>((resolve) => {
    child.onExit(({ exitCode }) => {
      hasEnded = true;
      resolve({ code: exitCode, stdout: printed, stderr: "" });
      tellWatchers();
    });
  });
  onTestFinished(() => {
    if (!hasEnded) child.kill("SIGKILL");
  });
  return {
    ended,
    press(...pressed) {
      seenTo = stripVTControlCharacters(printed).length;
      child.write(pressed.join(""));
    },
    sees: (text) =>
      new Promise((resolve, reject) => {
        const shown = (): string => stripVTControlCharacters(printed).slice(seenTo);
        const fail = (what: string): void => reject(new Error(`${what} "${text}":\n${shown()}`));
        const late = setTimeout(() => fail("nobody saw"), patience);
        const look = (): void => {
          const at = shown().indexOf(text);
          if (at < 0 && !hasEnded) return;
          watchers.delete(look);
          clearTimeout(late);
          if (at < 0) fail("the command ended without");
          else {
            seenTo += at + text.length;
            resolve();
          }
        };
        watchers.add(look);
        look();
      }),
  };
}

/** Runs the command on a pseudo-terminal to its end; what it prints comes back as one text. */
export async function onTerminal(
  columns: number,
  args: readonly string[],
  options: Omit<RunOptions, "input"> = {},
): Promise<Ran> {
  return atTerminal(columns, args, options).ended;
}
