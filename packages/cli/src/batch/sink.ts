import { open, type FileHandle } from "node:fs/promises";
import type { Writable } from "node:stream";
import { unwritable, usageRefusal } from "../refusal.js";

/** Where lines go. What goes wrong with it is told by `failure`, and nothing is written from then on. */
export interface Sink {
  /** Resolves when the bytes are written, and their memory is free again. */
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** What went wrong; `EPIPE` where the reader has had enough. */
  readonly failure: NodeJS.ErrnoException | undefined;
  readonly close: () => Promise<void>;
}

/** A stream that others write to as well: it stays open. */
export class StreamSink implements Sink {
  readonly #stream: Writable;
  failure: NodeJS.ErrnoException | undefined;

  constructor(stream: Writable) {
    this.#stream = stream;
    stream.on("error", (error: NodeJS.ErrnoException) => (this.failure ??= error));
  }

  async write(bytes: Uint8Array): Promise<void> {
    if (bytes.length === 0 || this.failure !== undefined) return;
    await new Promise<void>((resolve) => {
      this.#stream.write(bytes, (error) => {
        if (error) this.failure ??= error;
        resolve();
      });
    });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** Bytes that are written at a time: of more, the system makes large pages, which takes several times as long. */
const mostAtOnce = 512 * 1024;

/** A file of our own: how much of it is written is known, and it can be made sure that it stays. */
export class FileSink implements Sink {
  readonly #file: FileHandle;
  failure: NodeJS.ErrnoException | undefined;
  /** The bytes of whole lines in it. */
  length: number;
  /** Not so for a device or a pipe. */
  readonly isFile: boolean;

  private constructor(file: FileHandle, length: number, isFile: boolean) {
    this.#file = file;
    this.length = length;
    this.isFile = isFile;
  }

  /**
   * Opens a file anew, or goes on after the first `kept` bytes of it.
   *
   * Errors: `usage-refused` with `output-unwritable`, or with `output-changed` where it does not hold that much.
   */
  static async open(path: string, kept?: number): Promise<FileSink> {
    try {
      const file = await open(path, kept === undefined ? "w" : "a");
      const stats = await file.stat();
      if (kept !== undefined) {
        if (stats.size < kept) {
          await file.close();
          const todo = "start anew, without --resume";
          throw usageRefusal("output-changed", path, "it is shorter than the batch left it", todo);
        }
        await file.truncate(kept);
      }
      return new FileSink(file, kept ?? 0, stats.isFile());
    } catch (error) {
      throw unwritable(path, error as NodeJS.ErrnoException);
    }
  }

  async write(bytes: Uint8Array): Promise<void> {
    if (bytes.length === 0 || this.failure !== undefined) return;
    try {
      for (let at = 0; at < bytes.length;) {
        const length = Math.min(bytes.length - at, mostAtOnce);
        at += (await this.#file.write(bytes, at, length)).bytesWritten;
      }
      this.length += bytes.length;
    } catch (error) {
      this.failure = error as NodeJS.ErrnoException;
    }
  }

  /** Resolves when what was written before stays, even if the power fails. */
  async sync(): Promise<void> {
    if (this.isFile) await this.#file.datasync();
  }

  async close(): Promise<void> {
    try {
      await this.#file.close();
    } catch (error) {
      this.failure ??= error as NodeJS.ErrnoException;
    }
  }
}
