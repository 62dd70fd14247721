import { runCommandLine } from "./command-line.js";
import { exitCode } from "./exit-code.js";

process.stdout.on("error", ({ code = "unknown" }: NodeJS.ErrnoException) => {
  // A reader that has had enough (`| head`) is no error.
  if (code === "EPIPE" || process.exitCode === exitCode.fault) return;
  process.exitCode = exitCode.fault;
  process.stderr.write(`standard output: it cannot be written (${code}); free some space\n`);
});
process.stderr.on("error", () => undefined);

const surroundings = {
  // Opened only where it is read: an open terminal would keep the command waiting.
  get stdin() {
    return process.stdin;
  },
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  signals: process,
};
const code = await runCommandLine(process.argv.slice(2), surroundings);
process.exitCode ??= code;
