import { parentPort, workerData } from "node:worker_threads";
import { chunkAnswerer, type AnswerSettings, type Chunk } from "./answer-chunk.js";

// A thread of its own that answers one chunk after the other: the bytes of the answers are handed over, not copied.
const port = parentPort;
if (port === null) throw new TypeError("answer-worker: it runs in a thread of its own only");
const answer = await chunkAnswerer(workerData as AnswerSettings);
port.on("message", (chunk: Chunk) => {
  const made = answer(chunk);
  port.postMessage(made, [made.answers.buffer, made.errors.buffer, made.records.buffer]);
});
