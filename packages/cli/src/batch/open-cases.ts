import type { Policy } from "@guichet/rules";
import { largestText } from "../input/read-input.js";
import type { Chunk } from "./answer-chunk.js";
import { planColumns, type ColumnNames, type ColumnPlan } from "./csv/plan-columns.js";
import { readRows } from "./csv/read-rows.js";
import { readChunks } from "./read-chunks.js";

/** How cases are written: a JSON object a line, or rows under a heading. */
export type CaseForm =
  | { readonly kind: "ndjson" }
  | { readonly kind: "csv"; readonly delimiter: string | undefined; readonly names: ColumnNames };

/** Cases that are being read, and how their rows are laid out where they are rows. */
export interface OpenCases {
  readonly chunks: AsyncIterable<Chunk>;
  readonly columns: ColumnPlan | undefined;
  readonly delimiter: string | undefined;
}

/** Starts reading cases, into `spare` memory; those up to line `done` are left out. Errors: `usage-refused` where a heading does not fit. */
export async function openCases(
  pieces: AsyncIterable<Buffer>,
  form: CaseForm,
  policy: Policy,
  done: number,
  spare: ArrayBuffer[],
): Promise<OpenCases> {
  if (form.kind === "ndjson") {
    return { chunks: readChunks(pieces, largestText, done, spare), columns: undefined, delimiter: undefined };
  }
  const { heading, delimiter, chunks } = await readRows(
    readChunks(pieces, largestText),
    form.delimiter,
    done,
  );
  return { chunks, columns: planColumns(heading, form.names, policy), delimiter };
}
