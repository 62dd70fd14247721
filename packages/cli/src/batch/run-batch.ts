import { pMapIterable } from "p-map";
import type { Chunk } from "./answer-chunk.js";
import type { Checkpoints } from "./checkpoints.js";
import type { Interruption } from "./interruption.js";
import type { Outputs } from "./outputs.js";
import type { Answerers } from "./start-answering.js";
import { addTally, type Tally } from "./tally.js";

/** A batch that is ready to run. */
export interface BatchRun {
  readonly chunks: AsyncIterable<Chunk>;
  readonly answerers: Answerers;
  readonly outputs: Outputs;
  /** None where the batch cannot go on later. */
  readonly checkpoints: Checkpoints | undefined;
  readonly interruption: Interruption;
  /** What came of the lines so far, and the last of them. */
  readonly tally: Tally;
  readonly done: number;
  /** Called before errors are written, and after every chunk. */
  readonly beforeErrors: () => void;
  readonly advance: () => void;
}

/** How a batch ended. */
export type Ending = "complete" | "failed" | "interrupted";

/**
 * Answers chunk after chunk, and writes the answers in the order of the cases. What is read ahead is bounded: while a
 * reader of the answers is behind, nothing more is read.
 */
export async function runBatch(batch: BatchRun): Promise<Ending> {
  const { answerers, outputs, checkpoints, interruption, tally } = batch;
  let line = batch.done;
  await checkpoints?.save(line, tally);
  const answered = pMapIterable(untilStopped(batch.chunks, interruption), answerers.answer, {
    concurrency: answerers.atOnce,
    backpressure: answerers.atOnce + 1,
  });
  for await (const answer of answered) {
    if (answer.errors.length > 0) batch.beforeErrors();
    await outputs.write(answer);
    if (outputs.failed) {
      interruption.stopReading();
      return "failed";
    }
    answerers.release(answer);
    addTally(tally, answer.tally);
    line = answer.last;
    checkpoints?.saveSometimes(line, tally);
    batch.advance();
  }
  if (interruption.code() === undefined) return "complete";
  await checkpoints?.save(line, tally);
  return "interrupted";
}

/** Chunks of whole lines: the line that is being read when somebody asks for an end is not one. */
async function* untilStopped(
  chunks: AsyncIterable<Chunk>,
  { hasStopped }: Interruption,
): AsyncGenerator<Chunk> {
  try {
    yield* chunks;
  } catch (error) {
    if (!hasStopped(error)) throw error;
  }
}
