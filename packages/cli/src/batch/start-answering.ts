import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { usageRefusal } from "../refusal.js";
import { chunkAnswerer, type AnswerSettings, type Chunk, type ChunkAnswer } from "./answer-chunk.js";

/** Answers chunks, up to `jobs` of them at a time. */
export interface Answerers {
  readonly jobs: number;
  readonly answer: (chunk: Chunk) => Promise<ChunkAnswer>;
  readonly stop: () => Promise<void>;
}

/**
 * Starts what answers chunks: one job is done in this thread, more in threads of their own.
 *
 * Errors: `answer` rejects with `usage-refused` (`worker-ended`) where a thread ends before its answer.
 */
export async function startAnswering(settings: AnswerSettings, jobs: number): Promise<Answerers> {
  if (jobs > 1) return inThreads(settings, jobs);
  const answer = await chunkAnswerer(settings);
  return {
    jobs: 1,
    answer: (chunk) => Promise.resolve().then(() => answer(chunk)),
    stop: () => Promise.resolve(),
  };
}

/** The manifest names the file, so that it is found from the source and from what is built. */
const workerFile = (): URL => new URL(import.meta.resolve("#batch/answer-worker"));

function inThreads(settings: AnswerSettings, jobs: number): Answerers {
  const threads = Array.from({ length: jobs }, () => new Thread(settings));
  const idle = [...threads];
  return {
    jobs,
    answer: async (chunk) => {
      const thread = idle.pop();
      if (thread === undefined) throw new RangeError(`more than ${jobs} chunks at a time`);
      const answered = await thread.answer(chunk);
      idle.push(thread);
      return answered;
    },
    stop: async () => {
      await Promise.all(threads.map((thread) => thread.stop()));
    },
  };
}

class Thread {
  readonly #worker: Worker;
  readonly #ended = new AbortController();

  constructor(workerData: AnswerSettings) {
    this.#worker = new Worker(workerFile(), { workerData });
    // What ends a thread is told to whoever waits for its answer.
    this.#worker.on("error", (error: unknown) => this.#ended.abort(error));
    this.#worker.on("exit", (code) => this.#ended.abort(new Error(`exit code ${code}`)));
  }

  async answer(chunk: Chunk): Promise<ChunkAnswer> {
    try {
      const { signal } = this.#ended;
      signal.throwIfAborted();
      this.#worker.postMessage(chunk);
      const [answered] = (await once(this.#worker, "message", { signal })) as [ChunkAnswer];
      return answered;
    } catch {
      throw ended(this.#ended.signal.reason);
    }
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }
}

/** The reason by its code alone: a message could show a patient's data. */
function ended(reason: unknown): Error {
  const { code, name } = (reason ?? {}) as { readonly code?: unknown; readonly name?: unknown };
  const what = `a worker thread ended before its time (${String(code ?? name)})`;
  return usageRefusal("worker-ended", "guichet batch", what, "go on with --resume, with fewer --jobs");
}
