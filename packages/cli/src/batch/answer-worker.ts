import { parentPort, workerData } from "node:worker_threads";
import { chunkAnswerer, type AnswerSettings } from "./answer-chunk.js";
import type { ThreadAnswer, ThreadQuestion } from "./answering-thread.js";

// A thread of its own that answers one chunk after the other. Memory is handed over, and back: nothing is copied.
const port = parentPort;
if (port === null) throw new TypeError("answer-worker: it runs in a thread of its own only");
const answerChunk = await chunkAnswerer(workerData as AnswerSettings);
port.on("message", ({ chunk, memory }: ThreadQuestion) => {
  const answer = answerChunk(chunk, memory);
  const read = chunk.kind === "lines" ? chunk.bytes?.buffer : undefined;
  const made: ThreadAnswer = { answer, read };
  const { answers, errors, records } = answer;
  port.postMessage(made, [answers.buffer, errors.buffer, records.buffer, ...(read ? [read] : [])]);
});
