import { writeFile } from "node:fs/promises";
import type { Policy } from "@guichet/rules";
import type { BatchRequest } from "../batch/batch-request.js";
import { Checkpoints } from "../batch/checkpoints.js";
import { csvStart, rowText } from "../batch/csv/csv-text.js";
import { decisionHeadings } from "../batch/csv/decision-cells.js";
import { takeInterruption, type Interruption } from "../batch/interruption.js";
import { openCases, type OpenCases } from "../batch/open-cases.js";
import { Outputs, type Place } from "../batch/outputs.js";
import { progressOn, quietProgress, type Progress } from "../batch/progress.js";
import { readCall, type BatchCall } from "../batch/read-call.js";
import { refuseOneFileTwice } from "../input/refuse-one-file-twice.js";
import {
  readCheckpoint,
  resumptionOf,
  type Checkpoint,
  type OutputName,
  type Resumption,
} from "../batch/resumption.js";
import { runBatch, type Ending } from "../batch/run-batch.js";
import { startAnswering } from "../batch/start-answering.js";
import { emptyTally, type Tally } from "../batch/tally.js";
import { exitCode, type ExitCode } from "../exit-code.js";
import { openInput, refusalOf, type OpenInput } from "../input/read-input.js";
import { loadPolicy } from "../load/load-policy.js";
import { casesCountedView } from "../render/cases-counted-view.js";
import { lookOf } from "../render/look.js";
import { unwritable } from "../refusal.js";
import type { Surroundings } from "../surroundings.js";
import { uiWordingOf } from "../ui-wording-of.js";
import type { UiWording } from "../ui-wording.js";

/** Decides every case of a file, in order and in constant memory; a wrong one never stops it. */
export async function decideBatch(request: BatchRequest, surroundings: Surroundings): Promise<ExitCode> {
  const started = performance.now();
  const { cases, output, errors, records, counts } = request;
  refuseOneFileTwice([cases === "-" ? undefined : cases, output, errors, records, counts]);
  const { policy, localeIn } = await loadPolicy(request.policy, surroundings);
  const locale = await localeIn(request.language);
  const say = uiWordingOf(locale.locale);
  const call = await readCall(request, policy, surroundings);
  const resumption = await resumptionOf(request, call.hash);
  const before = request.resume ? await readCheckpoint(output, resumption) : undefined;
  const tally = before?.tally ?? emptyTally();
  const interruption = takeInterruption(surroundings);
  const batch: Batch = { request, policy, say, call, resumption, before, tally, interruption, surroundings };
  const ending = await decideCases(batch).finally(interruption.release);
  // Whoever stopped reading has no use for the counts either.
  if (ending === "failed") return exitCode.decided;
  const { stderr, env } = surroundings;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  stderr.write(`${say.batch.counted(tally, seconds)}\n`);
  if (ending === "interrupted") {
    stderr.write(`${resumption === undefined ? say.batch.stopped : say.batch.stoppedForNow}\n`);
    return interruption.code() ?? exitCode.fault;
  }
  if (stderr.isTTY === true) stderr.write(casesCountedView(tally, locale, lookOf(stderr, env)));
  if (counts !== undefined) await writeCounts(counts, policy, tally);
  return tally.wrong > 0 ? exitCode.factsWrong : exitCode.decided;
}

/** All there is to know before the cases are read. */
interface Batch {
  readonly request: BatchRequest;
  readonly policy: Policy;
  readonly say: UiWording;
  readonly call: BatchCall;
  readonly resumption: Resumption | undefined;
  /** How far the call came that this one goes on with. */
  readonly before: Checkpoint | undefined;
  readonly tally: Tally;
  readonly interruption: Interruption;
  readonly surroundings: Surroundings;
}

async function decideCases(batch: Batch): Promise<Ending> {
  const { request, policy, call, before, interruption, surroundings } = batch;
  const input = await openInput(request.cases, surroundings, interruption.signal);
  const progress = progressFor(batch, input);
  let bytes = 0;
  const pieces = counted(input.chunks, (length) => (bytes += length));
  try {
    const spare: ArrayBuffer[] = [];
    const cases = await openCases(pieces, call.form, policy, before?.line ?? 0, spare);
    return await answerInto(batch, cases, spare, {
      ...progress,
      advance: () => progress.advance(bytes, batch.tally.lines),
    });
  } catch (error) {
    // Nothing was opened yet that would have to be kept.
    if (interruption.hasStopped(error)) return "interrupted";
    throw refusalOf(error, input.name);
  } finally {
    progress.stop();
    await input.close();
  }
}

async function answerInto(
  batch: Batch,
  cases: OpenCases,
  spare: ArrayBuffer[],
  progress: { readonly advance: () => void; readonly clear: () => void },
): Promise<Ending> {
  const { request, policy, call, resumption, before, tally, interruption, surroundings } = batch;
  const { output, errors, outputFormat } = request;
  const delimiter = outputFormat === "csv" ? (request.delimiter ?? cases.delimiter ?? ",") : undefined;
  const outputs = await Outputs.open(placesOf(request, surroundings), before?.written);
  const checkpoints =
    output === undefined || resumption === undefined
      ? undefined
      : new Checkpoints(output, resumption, outputs);
  try {
    if (delimiter !== undefined && before === undefined) {
      const heading = rowText(decisionHeadings(policy), delimiter);
      await outputs.write({ answers: Buffer.from(csvStart + heading) });
    }
    const settings = { policy: call.policy, recorder: call.recorder, columns: cases.columns, delimiter };
    const answerers = await startAnswering(settings, request.jobs, spare);
    const ending = await runBatch({
      chunks: cases.chunks,
      answerers,
      outputs,
      checkpoints,
      interruption,
      tally,
      done: before?.line ?? 0,
      beforeErrors: errors === undefined ? progress.clear : () => undefined,
      advance: progress.advance,
    }).finally(answerers.stop);
    if (ending === "complete") await checkpoints?.remove();
    return ending;
  } finally {
    await checkpoints?.settled();
    await outputs.close();
    outputs.refuseUnwritten();
  }
}

function placesOf(
  { output, errors, records }: BatchRequest,
  { stdout, stderr }: Surroundings,
): ReadonlyMap<OutputName, Place> {
  return new Map<OutputName, Place>([
    ["answers", { path: output, outlet: stdout }],
    ["errors", { path: errors, outlet: stderr }],
    ...(records === undefined ? [] : [["records", { path: records, outlet: stdout }] as const]),
  ]);
}

/** A bar and answers on one terminal would write over each other. */
function progressFor({ request, say, surroundings }: Batch, { size }: OpenInput): Progress {
  const { stdout, stderr } = surroundings;
  if (request.output === undefined && stdout.isTTY === true) return quietProgress;
  return progressOn(stderr, size, say.progress);
}

/** The pieces of an input, and how long they are. */
async function* counted(
  pieces: AsyncIterable<Buffer>,
  count: (length: number) => void,
): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    count(piece.length);
    yield piece;
  }
}

async function writeCounts(path: string, { id }: Policy, tally: Tally): Promise<void> {
  try {
    await writeFile(path, `${JSON.stringify({ policy: id, ...tally }, null, 2)}\n`);
  } catch (error) {
    throw unwritable(path, error as NodeJS.ErrnoException);
  }
}
