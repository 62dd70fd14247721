import type { Because, Decided, Decision } from "@guichet/rules";
import type { CaseId } from "./answer-case.js";
import { SharedLine } from "./shared-line.js";
import type { TextBytes } from "./text-bytes.js";

/** Bytes of lines that are kept: more than the cases of a clinic take. */
const mostKept = 8_000_000;

/**
 * Writes the line of an answer: the decision as `decide` prints it, the case's id first. Most of a line are its reasons,
 * which a compiled policy shares among decisions: their bytes are kept.
 */
export class AnswerLines {
  #kept = new WeakMap<readonly Because[], SharedLine>();
  #size = 0;

  add(lines: TextBytes, id: CaseId, decision: Decision): void {
    lines.add(`{"id":${JSON.stringify(id)},`);
    const shared = decision.status === "decided" ? this.#sharedLine(decision) : undefined;
    if (shared === undefined) lines.add(`${JSON.stringify(decision).slice(1)}\n`);
    else lines.addBytes(shared);
  }

  /** What the line of a decision shares with others, as it is for this one; none where its reasons are its own. */
  #sharedLine(decision: Decided): Uint8Array | undefined {
    const { because } = decision;
    const kept = this.#kept.get(because);
    if (kept !== undefined) return kept.of(decision);
    if (!Object.isFrozen(because)) return undefined;
    const made = new SharedLine(decision);
    const bytes = made.of(decision);
    this.#size += bytes.length;
    if (this.#size > mostKept) {
      this.#kept = new WeakMap();
      this.#size = bytes.length;
    }
    this.#kept.set(because, made);
    return bytes;
  }
}
