import { setFlagsFromString } from "node:v8";
import {
  chunkAnswerer,
  type AnswerMemory,
  type AnswerSettings,
  type Chunk,
  type ChunkAnswer,
} from "./answer-chunk.js";
import { AnsweringThread } from "./answering-thread.js";

/** Answers chunks, some of them at a time. */
export interface Answerers {
  /** How many chunks are taken before the first is answered. */
  readonly atOnce: number;
  readonly answer: (chunk: Chunk) => Promise<ChunkAnswer>;
  /** Takes back an answer that was written: its memory is used for others. */
  readonly release: (answer: ChunkAnswer) => void;
  readonly stop: () => Promise<void>;
}

/**
 * Starts what answers chunks: one job is done in this thread, more in threads of their own. The memory of chunks that
 * were answered goes to the `spare`.
 *
 * Errors: `answer` rejects with `usage-refused` (`worker-ended`) where a thread ends before its answer.
 */
export async function startAnswering(
  settings: AnswerSettings,
  jobs: number,
  spare: ArrayBuffer[],
): Promise<Answerers> {
  const memories: AnswerMemory[] = [];
  const memory = (): AnswerMemory => memories.pop() ?? noMemory();
  const release = ({ answers, errors, records }: ChunkAnswer): void => {
    memories.push({ answers: answers.buffer, errors: errors.buffer, records: records.buffer });
  };
  if (jobs > 1) {
    // V8 takes the decisions of the first moments for lasting ones, and would have all later ones live as long.
    setFlagsFromString("--no-allocation-site-pretenuring");
    const threads = Array.from({ length: jobs }, () => new AnsweringThread(settings));
    return {
      // Each has the next one before it is done.
      atOnce: 2 * jobs,
      answer: async (chunk) => {
        const thread = threads.reduce((best, one) => (one.behind < best.behind ? one : best));
        const { answer, read } = await thread.answer({ chunk, memory: memory() });
        if (read !== undefined) spare.push(read);
        return answer;
      },
      release,
      stop: async () => {
        await Promise.all(threads.map((thread) => thread.stop()));
      },
    };
  }
  const answerChunk = await chunkAnswerer(settings);
  return {
    atOnce: 1,
    answer: async (chunk) => {
      await Promise.resolve();
      const answer = answerChunk(chunk, memory());
      if (chunk.kind === "lines" && chunk.bytes !== undefined) spare.push(chunk.bytes.buffer);
      return answer;
    },
    release,
    stop: () => Promise.resolve(),
  };
}

function noMemory(): AnswerMemory {
  return { answers: new ArrayBuffer(0), errors: new ArrayBuffer(0), records: new ArrayBuffer(0) };
}
