import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { usageRefusal } from "../refusal.js";
import type { BatchRequest } from "./batch-request.js";
import { addTally, emptyTally, type Tally } from "./tally.js";

/** What tells whether a later call goes on with the same batch. */
export interface Resumption {
  readonly format: "guichet-batch/1";
  /** What the batch was called with, as a hash. */
  readonly call: string;
  /** The file of cases, as it was. */
  readonly input: { readonly size: number; readonly modified: number };
}

/** How far a batch is: from here it can go on exactly, whatever ended it. */
export interface Checkpoint {
  /** The last line that was answered. */
  readonly line: number;
  /** How many bytes of each file hold whole lines. */
  readonly written: Written;
  readonly tally: Tally;
}

export type OutputName = "answers" | "errors" | "records";
export type Written = Readonly<Partial<Record<OutputName, number>>>;

/** Where the checkpoint of an output stands. */
export function checkpointPath(output: string): string {
  return `${output}.resume`;
}

/** Names what a batch is called with. Of secrets it holds a key of 256 bits or more, which a hash does not show. */
export function callHash(call: object): string {
  return createHash("sha256").update(JSON.stringify(call)).digest("hex");
}

/** What a later call compares; nothing where the cases or the answers are no files, and no call can go on. */
export async function resumptionOf(
  { cases, output }: BatchRequest,
  call: string,
): Promise<Resumption | undefined> {
  if (cases === "-" || output === undefined) return undefined;
  const [from, to] = await Promise.all([cases, output].map((path) => stat(path).catch(() => undefined)));
  if (from?.isFile() !== true || to?.isFile() === false) return undefined;
  return { format: "guichet-batch/1", call, input: { size: from.size, modified: from.mtimeMs } };
}

/**
 * How far an earlier call came.
 *
 * Errors: `usage-refused` with `resume-impossible`, `nothing-to-resume`, `resume-refused`, `call-changed` or
 * `input-changed`.
 */
export async function readCheckpoint(
  output: string | undefined,
  is: Resumption | undefined,
): Promise<Checkpoint> {
  const anew = "start it without --resume";
  if (output === undefined || is === undefined) {
    const what = "only a batch from a file to a file goes on";
    throw usageRefusal(
      "resume-impossible",
      "guichet batch --resume",
      what,
      "name both, or leave --resume out",
    );
  }
  const path = checkpointPath(output);
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) {
    throw usageRefusal("nothing-to-resume", path, "the batch came to its end, or never began", anew);
  }
  const found = parsed(text);
  if (found?.format !== is.format)
    throw usageRefusal("resume-refused", path, "no checkpoint of a batch", anew);
  if (found.call !== is.call) {
    const what = "the batch began with another policy or other options";
    throw usageRefusal("call-changed", path, what, `call it as before, or ${anew}`);
  }
  if (found.input.size !== is.input.size || found.input.modified !== is.input.modified) {
    throw usageRefusal("input-changed", path, "the file of cases was changed since", anew);
  }
  const tally = emptyTally();
  addTally(tally, found.tally);
  return { line: found.line, written: found.written, tally };
}

function parsed(text: string): (Resumption & Checkpoint) | undefined {
  try {
    return (JSON.parse(text) as (Resumption & Checkpoint) | null) ?? undefined;
  } catch {
    return undefined;
  }
}
