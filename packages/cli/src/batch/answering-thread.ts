import { Worker } from "node:worker_threads";
import { usageRefusal } from "../refusal.js";
import type { AnswerMemory, AnswerSettings, Chunk, ChunkAnswer } from "./answer-chunk.js";

/** What a thread is asked. */
export interface ThreadQuestion {
  readonly chunk: Chunk;
  readonly memory: AnswerMemory;
}

/** What it answers. */
export interface ThreadAnswer {
  readonly answer: ChunkAnswer;
  /** The memory of the chunk, where it has some. */
  readonly read: ArrayBuffer | undefined;
}

/** The manifest names the file, so that it is found from the source and from what is built. */
const workerFile = (): URL => new URL(import.meta.resolve("#batch/answer-worker"));

/** Megabytes. What a chunk leaves behind is gone after the next one: more room for it is filled, and wins nothing. */
const resourceLimits = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 1024 };

/** A thread that answers chunks, one after the other. */
export class AnsweringThread {
  readonly #worker: Worker;
  /** Who waits for an answer, in the order in which they asked. */
  readonly #waiting: Waiting[] = [];
  #ended: Error | undefined;

  constructor(workerData: AnswerSettings) {
    this.#worker = new Worker(workerFile(), { workerData, resourceLimits });
    this.#worker.on("message", (answer: ThreadAnswer) => this.#waiting.shift()?.resolve(answer));
    this.#worker.on("error", (error: unknown) => this.#end(error));
    this.#worker.on("exit", (code) => this.#end({ code: `exit code ${code}` }));
  }

  /** How many chunks it has still to answer. */
  get behind(): number {
    return this.#waiting.length;
  }

  /** Errors: rejects with `usage-refused` (`worker-ended`) where the thread ends before its answer. */
  answer({ chunk, memory }: ThreadQuestion): Promise<ThreadAnswer> {
    return new Promise((resolve, reject) => {
      if (this.#ended !== undefined) {
        reject(this.#ended);
        return;
      }
      const read = chunk.kind === "lines" && chunk.bytes ? [chunk.bytes.buffer] : [];
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage({ chunk, memory }, [...Object.values(memory), ...read]);
    });
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  /** The reason by its code alone: a message could show a patient's data. */
  #end(reason: unknown): void {
    const { code, name } = (reason ?? {}) as { readonly code?: unknown; readonly name?: unknown };
    const what = `a worker thread ended before its time (${String(code ?? name)})`;
    const todo = "go on with --resume, with fewer --jobs";
    this.#ended ??= usageRefusal("worker-ended", "guichet batch", what, todo);
    for (const { reject } of this.#waiting.splice(0)) reject(this.#ended);
  }
}

interface Waiting {
  readonly resolve: (answer: ThreadAnswer) => void;
  readonly reject: (error: Error) => void;
}
