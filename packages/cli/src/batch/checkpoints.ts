import { open, rename, rm } from "node:fs/promises";
import type { Outputs } from "./outputs.js";
import { checkpointPath, type Resumption } from "./resumption.js";
import { unwritable } from "../refusal.js";
import type { Tally } from "./tally.js";

/** Milliseconds between two checkpoints: what is redone after a crash, and how often files are synced. */
const interval = 1000;

/** Keeps the checkpoint of a batch beside its answers, until the batch is complete. */
export class Checkpoints {
  readonly #path: string;
  readonly #resumption: Resumption;
  readonly #outputs: Outputs;
  #saving: Promise<void> = Promise.resolve();
  #nextAt = 0;

  constructor(output: string, resumption: Resumption, outputs: Outputs) {
    this.#path = checkpointPath(output);
    this.#resumption = resumption;
    this.#outputs = outputs;
  }

  /** Saves how far the batch is, unless that was done a moment ago. It goes on meanwhile. */
  saveSometimes(line: number, tally: Tally): void {
    if (performance.now() < this.#nextAt) return;
    this.#nextAt = Infinity;
    this.#saving = this.#save(line, tally).finally(() => (this.#nextAt = performance.now() + interval));
    // Told at the end, if the end is not told something worse.
    this.#saving.catch(() => undefined);
  }

  /** Errors: `usage-refused` with `output-unwritable`, of this checkpoint or of one before. */
  async save(line: number, tally: Tally): Promise<void> {
    await this.#saving;
    await this.#save(line, tally);
  }

  /** Takes the checkpoint away: the batch is complete. */
  async remove(): Promise<void> {
    await this.#saving;
    await rm(this.#path, { force: true });
  }

  /** Resolves when no checkpoint is being saved. */
  async settled(): Promise<void> {
    await this.#saving.catch(() => undefined);
  }

  /** What it counts is on the disk first, and it takes the place of the one before in one step. */
  async #save(line: number, tally: Tally): Promise<void> {
    const { written } = this.#outputs;
    const text = JSON.stringify({ ...this.#resumption, line, written, tally });
    try {
      await this.#outputs.sync();
      const file = await open(`${this.#path}.new`, "w");
      try {
        await file.writeFile(text);
        await file.datasync();
      } finally {
        await file.close();
      }
      await rename(`${this.#path}.new`, this.#path);
    } catch (error) {
      throw unwritable(this.#path, error as NodeJS.ErrnoException);
    }
  }
}
