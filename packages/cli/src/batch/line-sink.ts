import { once } from "node:events";
import type { Writable } from "node:stream";

const enough = 65_536;

/** Writes lines in larger pieces, and waits while the reader is behind. */
export class LineSink {
  readonly #stream: Writable;
  readonly #isOwn: boolean;
  #pending = "";
  #failure: NodeJS.ErrnoException | undefined;

  /** `own`: a stream that nobody else writes to, and that ends with the lines. */
  constructor(stream: Writable, use: "own" | "shared") {
    this.#stream = stream;
    this.#isOwn = use === "own";
    stream.on("error", (error: NodeJS.ErrnoException) => (this.#failure ??= error));
  }

  /** What went wrong with the stream; `EPIPE` where its reader has had enough. */
  get failure(): NodeJS.ErrnoException | undefined {
    return this.#failure;
  }

  add(line: string): void {
    this.#pending += `${line}\n`;
  }

  /** Writes what was added once it is worth a write; resolves when more may be added. */
  async drain(): Promise<void> {
    if (this.#pending.length >= enough) await this.flush();
  }

  async flush(): Promise<void> {
    const text = this.#pending;
    this.#pending = "";
    if (text === "" || this.#failure !== undefined || this.#stream.write(text)) return;
    // A stream that fails meanwhile says so to its listener.
    await once(this.#stream, "drain").catch(() => undefined);
  }

  async end(): Promise<void> {
    await this.flush();
    if (!this.#isOwn || this.#failure !== undefined) return;
    this.#stream.end();
    if (!this.#stream.closed) await once(this.#stream, "close").catch(() => undefined);
  }
}
