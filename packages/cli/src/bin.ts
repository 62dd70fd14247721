import { runCommandLine } from "./command-line.js";
import { exitCode } from "./exit-code.js";

process.stdout.on("error", ({ code = "unknown" }: NodeJS.ErrnoException) => {
  // A reader that has had enough (`| head`) is no error.
  if (code === "EPIPE" || process.exitCode === exitCode.fault) return;
  process.exitCode = exitCode.fault;
  process.stderr.write(`standard output: it cannot be written (${code}); free some space\n`);
});
process.stderr.on("error", () => undefined);

const code = await runCommandLine(process.argv.slice(2), process);
process.exitCode ??= code;
