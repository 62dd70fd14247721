import { Command, CommanderError, Option } from "commander";
import { askFacts } from "./commands/ask-facts.js";
import { decideBatch } from "./commands/decide-batch.js";
import { decideFacts } from "./commands/decide-facts.js";
import { listPolicies } from "./commands/list-policies.js";
import { printPage } from "./commands/print-page.js";
import { exitCode, type ExitCode } from "./exit-code.js";
import { usageRefusal } from "./refusal.js";
import { reportError } from "./report-error.js";
import type { Surroundings } from "./surroundings.js";

interface Options {
  readonly locale?: string;
  readonly json?: true;
  readonly text?: true;
  readonly on?: string;
  readonly facts?: string;
  readonly output?: string;
  readonly errors?: string;
}

const policyHelp = "the id of a policy, or a policy file: JSON, or a JavaScript module that exports one";
const afterwards = `
Exit codes: 0 decided, 3 open, 4 not in force, 2 facts wrong, 1 usage or fault.
On a terminal people read; in a pipe machines read: --json is the default there, --text asks for words.
Colours follow NO_COLOR and FORCE_COLOR, the width of what is not a terminal follows COLUMNS.`;
const askHelp = `
On a terminal: arrow keys choose, the rest is typed; Ctrl-C stops, keeps nothing, and exits with 1.
In a pipe: one line of standard input answers one question, in the order asked: a value, its word or its number,
several with commas, 0 for none of them; an empty line for what is not known, ? for why. What is wrong is said
on standard error and asked again; after the last line, the rest is not known.`;

/** Runs the command on its arguments; the answer is the exit code. */
export async function runCommandLine(args: readonly string[], surroundings: Surroundings): Promise<number> {
  let code: ExitCode = exitCode.decided;
  const program = commandLine(surroundings, (made) => (code = made));
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.decided : exitCode.fault;
    return reportError(error, surroundings, false);
  }
}

function commandLine(surroundings: Surroundings, finish: (code: ExitCode) => void): Command {
  const { stdout } = surroundings;
  const wantsJson = ({ json, text }: Options): boolean =>
    json ?? (text === undefined && stdout.isTTY !== true);
  const answering = async (asJson: boolean, command: () => Promise<ExitCode>): Promise<void> =>
    finish(await command().catch((error: unknown) => reportError(error, surroundings, asJson)));

  const program = rootCommand(surroundings);
  readable(program.command("policies"))
    .description("list the policies that come with guichet")
    .action(async (options: Options) => {
      const asJson = wantsJson(options);
      await answering(asJson, () => listPolicies({ language: options.locale, asJson }, surroundings));
    });
  readable(program.command("decide"))
    .description("decide one set of facts; without any, say what to ask")
    .argument("<policy>", policyHelp)
    .argument("[facts]", "a JSON file with what is known, or - for standard input (the default in a pipe)")
    .action(async (policy: string, facts: string | undefined, options: Options) => {
      const asJson = wantsJson(options);
      await answering(asJson, () =>
        decideFacts({ policy, facts, language: options.locale, asJson }, surroundings),
      );
    });
  readable(program.command("ask"))
    .description("ask for the facts that are missing, one by one, best question first")
    .argument("<policy>", policyHelp)
    .option("--facts <file>", "a JSON file with what is known already")
    .addHelpText("after", askHelp)
    .action(async (policy: string, { facts, ...options }: Options) => {
      const asJson = wantsJson(options);
      await answering(asJson, () =>
        askFacts({ policy, facts, language: options.locale, asJson }, surroundings),
      );
    });
  spoken(program.command("batch"))
    .description('decide a file of cases, one { "id": "…", "facts": { … } } a line')
    .argument("<policy>", policyHelp)
    .argument("[cases]", "an NDJSON file, or - for standard input (the default in a pipe)")
    .option("-o, --output <file>", "where the decisions go; standard output without it")
    .option("--errors <file>", "where the lines that are wrong go; standard error without it")
    .action(async (policy: string, cases: string | undefined, { output, errors, locale }: Options) => {
      await answering(false, () =>
        decideBatch(
          { policy, cases: cases ?? pipedCases(surroundings), output, errors, language: locale },
          surroundings,
        ),
      );
    });
  spoken(program.command("page"))
    .description("print a policy as a readable page (Markdown)")
    .argument("<policy>", policyHelp)
    .option("--on <day>", "only the edition and the rates in force on a day (YYYY-MM-DD)")
    .action(async (policy: string, { on, locale }: Options) => {
      await answering(false, () => printPage({ policy, on, language: locale }, surroundings));
    });
  return program;
}

function rootCommand({ stdout, stderr }: Surroundings): Command {
  return new Command("guichet")
    .description("The rules at a clinic's front desk: decide, explain, print.")
    .addHelpText("after", afterwards)
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void stdout.write(text),
      writeErr: (text) => void stderr.write(text),
      getOutHelpWidth: () => stdout.columns ?? 80,
      getErrHelpWidth: () => stderr.columns ?? 80,
      outputError: (text, write) => write(usageLine(text)),
    });
}

function spoken(command: Command): Command {
  return command.addOption(
    new Option("--locale <language>", "the language of the words: en, fr, ru").env("GUICHET_LOCALE"),
  );
}

function readable(command: Command): Command {
  return spoken(command)
    .addOption(new Option("--json", "for machines (the default in a pipe)").conflicts("text"))
    .addOption(new Option("--text", "for people (the default on a terminal)"));
}

/** Commander's message in the form all ours have: one line, what is wrong, what to do. */
function usageLine(text: string): string {
  const [what = "", ...rest] = text.trim().split("\n");
  const meant = /\(Did you mean (?:one of )?(.*)\?\)/.exec(rest.join(" "))?.[1];
  const todo = meant === undefined ? 'see "guichet --help"' : `did you mean ${meant}`;
  return `guichet: ${what.replace(/^error: /, "").replaceAll("'", '"')}; ${todo}\n`;
}

function pipedCases({ stdin }: Surroundings): string {
  if (stdin.isTTY !== true) return "-";
  throw usageRefusal("cases-missing", "guichet batch", "no cases", "name a file, or pipe them in");
}
