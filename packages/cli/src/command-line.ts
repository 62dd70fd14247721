import { Command, CommanderError, Option } from "commander";
import { batchCommand, batchRequest, type BatchOptions } from "./batch-command.js";
import { askFacts } from "./commands/ask-facts.js";
import { decideFacts } from "./commands/decide-facts.js";
import { listDeskTasks } from "./commands/list-desk-tasks.js";
import { listPolicies } from "./commands/list-policies.js";
import { printPage } from "./commands/print-page.js";
import { exitCode, type ExitCode } from "./exit-code.js";
import { usageRefusal } from "./refusal.js";
import { reportError } from "./report-error.js";
import type { Surroundings } from "./surroundings.js";
import { addSyncCommands } from "./sync-commands.js";
import { uiLanguages } from "./ui-wording-of.js";

interface Options {
  readonly locale?: string;
  readonly json?: true;
  readonly text?: true;
  readonly on?: string;
  readonly facts?: string;
  readonly output?: string;
  readonly with?: string;
  readonly policy?: readonly string[];
  readonly amendment?: readonly string[];
}

const policyHelp = "the id of a policy, or a policy file: JSON, or a JavaScript module that exports one";
const afterwards = `
Exit codes: 0 decided, 3 open, 4 not in force, 2 facts wrong, 1 usage or fault; verify: 1 where something is found.
On a terminal people read; in a pipe machines read: --json is the default there, --text asks for words.
Colours follow NO_COLOR and FORCE_COLOR, the width of what is not a terminal follows COLUMNS.`;
const askHelp = `
On a terminal: arrow keys choose, the rest is typed; Ctrl-C stops, keeps nothing, and exits with 1.
In a pipe: one line of standard input answers one question, in the order asked: a value, its word or its number,
several with commas, 0 for none of them; an empty line for what is not known, ? for why. What is wrong is said
on standard error and asked again; after the last line, the rest is not known.`;
const compileHelp = `
The module exports one function. It answers facts that are right and say enough with the decision guichet would give,
and everything else with undefined. It imports @guichet/rules/compiled, and generates no code where it runs.`;
const replayHelp = `
Exit codes: 0 all come out as recorded, 1 one does not, 2 a line is wrong, 3 something cannot be told.`;
const impactHelp = `
Exit codes: 0 whatever would change, 2 a line is wrong, 1 usage or fault.`;

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
  readableInOurs(program.command("desk"))
    .description("run a desk task on one JSON object; without a task, list the tasks")
    .argument("[task]", "the name of a task")
    .argument("[input]", "a JSON file, or - for standard input (the default in a pipe)")
    .action(async (task: string | undefined, input: string | undefined, options: Options) => {
      const asJson = wantsJson(options);
      const language = options.locale;
      await answering(asJson, async () => {
        if (task === undefined) return listDeskTasks({ language, asJson }, surroundings);
        // What reads zones, money and untrusted input is loaded for those who need it: the other commands start faster.
        const { runDeskTask } = await import("./commands/run-desk-task.js");
        return runDeskTask({ task, input, language, asJson }, surroundings);
      });
    });
  spoken(batchCommand(program))
    .argument("<policy>", policyHelp)
    .argument("[cases]", "a file of cases, or - for standard input (the default in a pipe)")
    .action(async (policy: string, named: string | undefined, options: BatchOptions) => {
      await answering(false, async () => {
        const cases = named ?? pipedInput("cases", "guichet batch", surroundings);
        const { decideBatch } = await import("./commands/decide-batch.js");
        return decideBatch(batchRequest(policy, cases, options), surroundings);
      });
    });
  spoken(program.command("compile"))
    .description("write a policy as a JavaScript module that decides without the policy and the engine")
    .argument("<policy>", policyHelp)
    .option(
      "-o, --output <file>",
      "the module (.js, .mjs or .cjs), its types beside it; standard output without it",
    )
    .option("--amendment <file...>", "a clinic's own changes (JSON), compiled in")
    .addHelpText("after", compileHelp)
    .action(async (policy: string, { output, amendment: amendments = [], locale }: Options) => {
      await answering(false, async () => {
        const { compilePolicy } = await import("./commands/compile-policy.js");
        return compilePolicy({ policy, amendments, output, language: locale }, surroundings);
      });
    });
  readable(program.command("replay"))
    .description("decide the records of past decisions again, and say where they do not come out as recorded")
    .argument("[records]", "an NDJSON file of records, or - for standard input (the default in a pipe)")
    .option("--policy <policy...>", "policies or versions that do not come with guichet")
    .option("--amendment <file...>", "a clinic's own amendments, for records that were made under them")
    .addHelpText("after", replayHelp)
    .action(async (records: string | undefined, options: Options) => {
      const asJson = wantsJson(options);
      await answering(asJson, async () => {
        const { replayRecords } = await import("./commands/replay-records.js");
        const input = records ?? pipedInput("records", "guichet replay", surroundings);
        const { policy: policies = [], amendment: amendments = [], locale: language } = options;
        return replayRecords({ records: input, policies, amendments, language, asJson }, surroundings);
      });
    });
  readable(program.command("impact"))
    .description("say which past decisions would change under a changed policy, or the rules of another day")
    .argument("[records]", "an NDJSON file of records, or - for standard input (the default in a pipe)")
    .option("--amendment <file...>", "the amendments whose effect is asked for")
    .option("--policy <policy...>", "the changed policies")
    .option("--on <day>", "decide all of them by the rules of one day (YYYY-MM-DD)")
    .addHelpText("after", impactHelp)
    .action(async (records: string | undefined, options: Options) => {
      const asJson = wantsJson(options);
      await answering(asJson, async () => {
        const { impactRecords } = await import("./commands/impact-records.js");
        const input = records ?? pipedInput("records", "guichet impact", surroundings);
        const { policy: policies = [], amendment: amendments = [], on, locale: language } = options;
        return impactRecords({ records: input, policies, amendments, on, language, asJson }, surroundings);
      });
    });
  spoken(program.command("page"))
    .description("print a policy as a readable page (Markdown)")
    .argument("<policy>", policyHelp)
    .option("--on <day>", "only the edition and the rates in force on a day (YYYY-MM-DD)")
    .action(async (policy: string, { on, locale }: Options) => {
      await answering(false, () => printPage({ policy, on, language: locale }, surroundings));
    });
  readable(program.command("verify"))
    .description("look for everything in policies that cannot be meant; exit 1 where there is something")
    .argument("[policy]", `${policyHelp}; without it, all that come with guichet`)
    .addOption(
      new Option(
        "--amendment <file...>",
        "a clinic's own changes (JSON): whether they are accepted, and what they change",
      ).conflicts("on"),
    )
    .option("--on <day>", "a day on which the comparison with the sources must be fresh (YYYY-MM-DD)")
    .action(async (policy: string | undefined, { on, amendment, ...options }: Options) => {
      const asJson = wantsJson(options);
      const language = options.locale;
      await answering(asJson, async () => {
        if (amendment !== undefined) {
          const { verifyAmendment } = await import("./commands/verify-amendment.js");
          return verifyAmendment({ policy, amendments: amendment, language, asJson }, surroundings);
        }
        const { verifyPolicies } = await import("./commands/verify-policies.js");
        return verifyPolicies({ policy, on, language, asJson }, surroundings);
      });
    });
  readable(program.command("diff"))
    .description("say exactly what changes between two days, or between two versions of a policy")
    .argument("<policy>", policyHelp)
    .argument("[from]", "a day whose rules are compared (YYYY-MM-DD)")
    .argument("[to]", "the day they are compared with")
    .option("--with <policy>", "instead of days: another version of the policy, compared on all days")
    .action(async (policy: string, from: string | undefined, to: string | undefined, options: Options) => {
      const asJson = wantsJson(options);
      await answering(asJson, async () => {
        const { diffPolicy } = await import("./commands/diff-policy.js");
        const { with: other, locale: language } = options;
        return diffPolicy({ policy, from, to, other, language, asJson }, surroundings);
      });
    });
  addSyncCommands(program, { surroundings, readable: readableInOurs, wantsJson, answering });
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

/** In the words of policies, which may be in languages of their own. */
function spoken(command: Command): Command {
  return command.addOption(localeOption("the language of the words: en, fr, ru"));
}

function readable(command: Command): Command {
  return printable(spoken(command));
}

/** In our own words, and those of the policies that come with guichet. */
function readableInOurs(command: Command): Command {
  return printable(command.addOption(localeOption("the language of the words").choices(uiLanguages)));
}

function localeOption(description: string): Option {
  return new Option("--locale <language>", description).env("GUICHET_LOCALE");
}

function printable(command: Command): Command {
  return command
    .addOption(new Option("--json", "for machines (the default in a pipe)").conflicts("text"))
    .addOption(new Option("--text", "for people (the default on a terminal)"));
}

/** Commander's message in the form all ours have: one line, what is wrong, what to do. */
function usageLine(text: string): string {
  const [what = "", ...rest] = text.trim().split("\n");
  const meant = /\(Did you mean (?:one of )?(.*)\?\)/.exec(rest.join(" "))?.[1];
  const todo = meant === undefined ? 'see "guichet --help"' : `did you mean ${meant}`;
  const clause = what
    .replace(/^error: /, "")
    .replace(/\.$/, "")
    .replace(/\. ([A-Z])/g, (_, letter: string) => `: ${letter.toLowerCase()}`)
    .replaceAll("'", '"');
  return `guichet: ${clause}; ${todo}\n`;
}

function pipedInput(what: "cases" | "records", command: string, { stdin }: Surroundings): string {
  if (stdin.isTTY !== true) return "-";
  throw usageRefusal(`${what}-missing`, command, `no ${what}`, "name a file, or pipe them in");
}
