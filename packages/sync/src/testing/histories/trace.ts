import { createHash } from "node:crypto";
import type { RowChange } from "./history-database.js";
import { rowKey } from "./row-key.js";

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

/** A row that was written: from which state or version to which. */
export function lineOfChange({ table, before, after }: RowChange): string {
  return `  ${table} ${rowKey(table, after ?? before ?? {})} ${standing(before)} → ${standing(after)}`;
}

function standing(row: RowChange["before"]): string {
  const { state, version } = row ?? {};
  if (typeof state === "string") return state;
  return typeof version === "string" || typeof version === "number" ? String(version) : row ? "there" : "-";
}
