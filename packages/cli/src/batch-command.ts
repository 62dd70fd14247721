import { InvalidArgumentError, Option, type Command } from "commander";
import type { BatchFormat, BatchRequest } from "./batch/batch-request.js";

/** The options of `guichet batch`, as they are typed. */
export interface BatchOptions {
  readonly from?: BatchFormat;
  readonly to?: BatchFormat;
  readonly columns?: string;
  readonly delimiter?: string;
  readonly output?: string;
  readonly errors?: string;
  readonly counts?: string;
  readonly jobs: number;
  readonly resume?: true;
  readonly records?: string;
  readonly tenant?: string;
  readonly purpose?: string;
  readonly keyFile?: string;
  readonly locale?: string;
}

const formats: readonly BatchFormat[] = ["ndjson", "csv"];
const mostJobs = 64;

const help = `
Cases are NDJSON, one { "id": "…", "facts": { … } } a line, or CSV: a heading of fact names, one case a row; an empty
cell is not known. Files that end in .csv are CSV. Answers come in the order of the cases; a wrong one never stops it.
Ctrl-C ends on a whole line; from a file to a file, the same call with --resume goes on exactly there.
Exit codes: 0 answered, 2 some lines are wrong, 1 usage or fault, 130 Ctrl-C, 143 SIGTERM.`;

/** The command, without its arguments. */
export function batchCommand(program: Command): Command {
  return program
    .command("batch")
    .description("decide a file of cases, one a line")
    .option("-o, --output <file>", "where the decisions go; standard output without it")
    .option("--errors <file>", "where the lines that are wrong go (NDJSON); standard error without it")
    .option("--counts <file>", "where the counts by status and by case go (JSON)")
    .addOption(new Option("--from <format>", "how the cases are written, whatever the name").choices(formats))
    .addOption(new Option("--to <format>", "how the answers are written, whatever the name").choices(formats))
    .option("--columns <file>", 'what columns of CSV hold (JSON): { "Case no": "id", "Remarks": null }')
    .option(
      "--delimiter <sign>",
      "what stands between two cells; found in the heading without it",
      readDelimiter,
    )
    .option("--jobs <number>", "how many threads decide", readJobs, 1)
    .option("--resume", "go on where an interrupted batch ended")
    .option(
      "--records <file>",
      "where the records of the decisions go; each case then has a subject and an at",
    )
    .option("--tenant <name>", "whose records they are")
    .option("--purpose <name>", "what they are kept for")
    .option("--key-file <file>", "the key of the pseudonyms, in hexadecimal; without it, GUICHET_RECORD_KEY")
    .addHelpText("after", help);
}

/** What somebody asks who typed these options. */
export function batchRequest(policy: string, cases: string, options: BatchOptions): BatchRequest {
  const { from, to, columns, delimiter, output, errors, counts, jobs, resume = false, records } = options;
  const { tenant, purpose, keyFile, locale } = options;
  return {
    policy,
    cases,
    inputFormat: from ?? formatOf(cases),
    outputFormat: to ?? formatOf(output),
    columns,
    delimiter,
    output,
    errors,
    records,
    recorder: { tenant, purpose, keyFile },
    counts,
    jobs,
    resume,
    language: locale,
  };
}

function formatOf(path = ""): BatchFormat {
  return /\.csv$/i.test(path) ? "csv" : "ndjson";
}

function readJobs(text: string): number {
  const jobs = Number(text);
  if (Number.isInteger(jobs) && jobs >= 1 && jobs <= mostJobs) return jobs;
  throw new InvalidArgumentError(`Name a whole number from 1 to ${mostJobs}.`);
}

function readDelimiter(text: string): string {
  const sign = text === "\\t" || text === "tab" ? "\t" : text;
  if (sign.length === 1 && !/["\r\n\w]/.test(sign)) return sign;
  throw new InvalidArgumentError("Name one sign, or tab.");
}
