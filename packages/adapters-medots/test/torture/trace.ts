import { createHash } from "node:crypto";

/** What happened in a history, line after line, and a hash of all of it: two runs of one seed have the same. */
export class Trace {
  readonly #hash = createHash("sha256");
  readonly #write: ((line: string) => void) | undefined;

  constructor(write?: (line: string) => void) {
    this.#write = write;
  }

  line(atMillis: number, text: string): void {
    const line = `${new Date(atMillis).toISOString()} ${text}`;
    this.#hash.update(line).update("\n");
    this.#write?.(line);
  }

  /** Once, at the end. */
  digest(): string {
    return this.#hash.digest("hex");
  }
}
