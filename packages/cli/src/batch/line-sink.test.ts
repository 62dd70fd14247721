import { Writable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { LineSink } from "./line-sink.js";

/** A reader that takes a piece only when it is told to. */
function slowReader(): {
  readonly stream: Writable;
  readonly taken: string[];
  take: (error?: Error) => void;
} {
  const taken: string[] = [];
  let take: (error?: Error) => void = () => undefined;
  const stream = new Writable({
    highWaterMark: 1,
    write(piece: Buffer, _, done) {
      taken.push(piece.toString("utf8"));
      take = done;
    },
  });
  return { stream, taken, take: (error) => take(error) };
}

test("nothing more is added while the reader is behind", async () => {
  const reader = slowReader();
  const sink = new LineSink(reader.stream, "own");
  let done = false;
  sink.add("a");
  sink.add("b");
  const flushed = sink.flush().then(() => (done = true));
  await setImmediate();
  expect([reader.taken, done]).toEqual([["a\nb\n"], false]);
  reader.take();
  await flushed;
  expect(done).toBe(true);
});

test("lines are gathered until they are worth a write", async () => {
  const reader = slowReader();
  const sink = new LineSink(reader.stream, "own");
  sink.add("a".repeat(60_000));
  await sink.drain();
  expect(reader.taken).toEqual([]);
  sink.add("b".repeat(60_000));
  const drained = sink.drain();
  expect(reader.taken[0]).toHaveLength(120_002);
  reader.take();
  await drained;
});

test("a stream of our own ends with the lines, a shared one stays open", async () => {
  const [own, shared] = [slowReader(), slowReader()];
  await Promise.all([new LineSink(own.stream, "own").end(), new LineSink(shared.stream, "shared").end()]);
  expect([own.stream.writableEnded, shared.stream.writableEnded]).toEqual([true, false]);
});

test("a stream that fails is told apart and never waited for", async () => {
  const reader = slowReader();
  const sink = new LineSink(reader.stream, "own");
  sink.add("a");
  const flushed = sink.flush();
  reader.take(Object.assign(new Error("no reader"), { code: "EPIPE" }));
  await flushed;
  expect(sink.failure?.code).toBe("EPIPE");
  sink.add("b");
  await sink.end();
  expect(reader.taken).toEqual(["a\n"]);
});
