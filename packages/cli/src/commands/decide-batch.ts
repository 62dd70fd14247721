import { createWriteStream, statSync } from "node:fs";
import { resolve } from "node:path";
import { answerLine, type LineAnswer } from "../batch/answer-line.js";
import { LineSink } from "../batch/line-sink.js";
import { progressOn, quietProgress } from "../batch/progress.js";
import { readLines } from "../batch/read-lines.js";
import { exitCode, type ExitCode } from "../exit-code.js";
import { largestText, openInput, refusalOf, type OpenInput } from "../input/read-input.js";
import { loadPolicy, type LoadedPolicy } from "../load/load-policy.js";
import { readRecorder, type Recorder, type RecorderRequest } from "../records/read-recorder.js";
import { usageRefusal } from "../refusal.js";
import type { Surroundings } from "../surroundings.js";
import { uiWordingOf } from "../ui-wording-of.js";
import type { BatchCounts } from "../ui-wording.js";

export interface BatchRequest {
  readonly policy: string;
  /** A file, or `-`. */
  readonly cases: string;
  /** Files to write to; without them, standard output and standard error. */
  readonly output: string | undefined;
  readonly errors: string | undefined;
  /** Where the records of the decisions go; without it, none are made. */
  readonly records: string | undefined;
  readonly recorder: RecorderRequest;
  readonly language: string | undefined;
}

type Counts = { -readonly [Name in keyof BatchCounts]: BatchCounts[Name] };

/** Decides every line of a file, in order and in constant memory; a wrong line never stops it. */
export async function decideBatch(request: BatchRequest, surroundings: Surroundings): Promise<ExitCode> {
  const started = performance.now();
  refuseOverwriting(request);
  const loaded = await loadPolicy(request.policy, surroundings);
  const say = uiWordingOf((await loaded.localeIn(request.language)).locale);
  const recorder =
    request.records === undefined ? undefined : await readRecorder(request.recorder, surroundings);
  const input = await openInput(request.cases, surroundings);
  const answers = sinkTo(request.output, surroundings.stdout);
  const errors = sinkTo(request.errors, surroundings.stderr);
  const records = request.records === undefined ? undefined : sinkTo(request.records, surroundings.stdout);
  // A bar and lines on one terminal would write over each other.
  const onOneTerminal =
    request.errors === undefined || (request.output === undefined && surroundings.stdout.isTTY === true);
  const progress = onOneTerminal ? quietProgress : progressOn(surroundings.stderr, input.size, say.progress);
  const counts: Counts = { lines: 0, decided: 0, open: 0, notInForce: 0, wrong: 0, blank: 0 };
  try {
    await decideLines(loaded, input, {
      recorder,
      answers,
      errors,
      records,
      counts,
      advance: progress.advance,
    });
  } catch (error) {
    throw refusalOf(error, input.name);
  } finally {
    progress.stop();
    await Promise.all([answers.end(), errors.end(), records?.end(), input.close()]);
  }
  refuseUnwritten(answers, request.output);
  refuseUnwritten(errors, request.errors);
  if (records !== undefined) refuseUnwritten(records, request.records);
  // Whoever stopped reading has no use for the counts either.
  if (answers.failure !== undefined) return exitCode.decided;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  surroundings.stderr.write(`${say.counted(counts, seconds)}\n`);
  return counts.wrong > 0 ? exitCode.factsWrong : exitCode.decided;
}

interface Run {
  readonly recorder: Recorder | undefined;
  readonly records: LineSink | undefined;
  readonly answers: LineSink;
  readonly errors: LineSink;
  readonly counts: Counts;
  readonly advance: (bytes: number, lines: number) => void;
}

async function decideLines({ policy }: LoadedPolicy, input: OpenInput, run: Run): Promise<void> {
  const { answers, errors, records, counts } = run;
  let bytes = 0;
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const chunk of input.chunks) {
      bytes += chunk.length;
      yield chunk;
    }
  }
  for await (const lines of readLines(counted(), largestText)) {
    for (const line of lines) {
      const answer = answerLine(policy, line, run.recorder);
      count(counts, answer);
      if (answer.kind === "wrong") errors.add(JSON.stringify(answer.error));
      else if (answer.kind !== "blank") {
        answers.add(answer.text);
        if (answer.record !== undefined) records?.add(answer.record);
      }
      await answers.drain();
      if ([answers, errors, records].some((sink) => sink?.failure !== undefined)) return;
    }
    await Promise.all([answers.flush(), errors.flush(), records?.flush()]);
    run.advance(bytes, counts.lines);
  }
}

function count(counts: Counts, { kind }: LineAnswer): void {
  counts.lines += 1;
  counts[kind === "not-in-force" ? "notInForce" : kind] += 1;
}

function sinkTo(path: string | undefined, outlet: Surroundings["stdout"]): LineSink {
  return path === undefined ? new LineSink(outlet, "shared") : new LineSink(createWriteStream(path), "own");
}

/** Writing to what is read, or twice to one file, would lose cases. */
function refuseOverwriting({ cases, output, errors, records }: BatchRequest): void {
  const named: readonly (string | undefined)[] = [cases === "-" ? undefined : cases, output, errors, records];
  const files = named.filter((path) => path !== undefined);
  const places = files.map(placeOf);
  const twice = files.find(
    (_, index) => places[index] !== undefined && places.indexOf(places[index]) !== index,
  );
  if (twice !== undefined) {
    throw usageRefusal("one-file-twice", twice, "it is named twice", "name a file of its own for each");
  }
}

/** What tells one file from another, whatever it is called; devices may be named as often as one likes. */
function placeOf(path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return resolve(path);
  return stats.isFile() ? `${stats.dev}:${stats.ino}` : undefined;
}

function refuseUnwritten({ failure }: LineSink, path: string | undefined): void {
  if (failure === undefined || path === undefined) return;
  const what = `it cannot be written (${failure.code ?? failure.name})`;
  throw usageRefusal("output-unwritable", path, what, "check the path, its rights and the free space");
}
