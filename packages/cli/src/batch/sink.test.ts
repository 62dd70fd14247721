import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { FileSink, StreamSink } from "./sink.js";

const bytes = (text: string): Uint8Array => Buffer.from(text);

/** A reader that takes a piece only when it is told to. */
function slowReader(highWaterMark = 1): {
  readonly stream: Writable;
  readonly taken: string[];
  take: (error?: Error) => void;
} {
  const taken: string[] = [];
  let take: (error?: Error) => void = () => undefined;
  const stream = new Writable({
    highWaterMark,
    write(piece: Buffer, _, done) {
      taken.push(piece.toString("utf8"));
      take = done;
    },
  });
  return { stream, taken, take: (error) => take(error) };
}

describe("a stream", () => {
  test.each([
    ["little", 1],
    ["much", 1_000_000],
  ])("that holds %s is done with bytes when its reader took them", async (_, held) => {
    const reader = slowReader(held);
    const sink = new StreamSink(reader.stream);
    let done = false;
    const written = sink.write(bytes("a\n")).then(() => (done = true));
    await setImmediate();
    expect([reader.taken, done]).toEqual([["a\n"], false]);
    reader.take();
    await written;
    expect(done).toBe(true);
  });

  test("stays open for others", async () => {
    const reader = slowReader();
    await new StreamSink(reader.stream).close();
    expect(reader.stream.writableEnded).toBe(false);
  });

  test("that fails is told, and never waited for", async () => {
    const reader = slowReader();
    const sink = new StreamSink(reader.stream);
    const written = sink.write(bytes("a\n"));
    reader.take(Object.assign(new Error("no reader"), { code: "EPIPE" }));
    await written;
    expect(sink.failure?.code).toBe("EPIPE");
    await sink.write(bytes("b\n"));
    expect(reader.taken).toEqual(["a\n"]);
  });
});

describe("a file", () => {
  const place = (): string => {
    const folder = mkdtempSync(join(tmpdir(), "guichet-sink-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    return join(folder, "out");
  };
  const filled = async (path: string, text: string, kept?: number): Promise<number> => {
    const sink = await FileSink.open(path, kept);
    await sink.write(bytes(text));
    await sink.sync();
    await sink.close();
    return sink.length;
  };

  test("goes on after what is kept of it", async () => {
    const path = place();
    expect(await filled(path, "one\ntwo\nthr")).toBe(11);
    expect(await filled(path, "three\n", 8)).toBe(14);
    expect(readFileSync(path, "utf8")).toBe("one\ntwo\nthree\n");
    expect(await filled(path, "new\n")).toBe(4);
    expect(readFileSync(path, "utf8")).toBe("new\n");
  });

  test("that holds less than was kept is refused", async () => {
    const path = place();
    await filled(path, "one\n");
    await expect(FileSink.open(path, 5)).rejects.toMatchObject({
      code: "usage-refused",
      problems: [{ code: "output-changed" }],
    });
    expect(readFileSync(path, "utf8")).toBe("one\n");
  });
});
