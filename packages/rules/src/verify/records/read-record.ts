import { scanJson } from "../../language/scan-json.js";
import { problemAt, type Problem } from "../../language/problem.js";
import { recordSchema } from "../../schema/record-schema.js";
import type { DecisionRecord } from "./decision-record.js";

/** A record, or what is wrong with what should be one. */
export type RecordReading = { readonly record: DecisionRecord } | { readonly problems: readonly Problem[] };

/** More is no record that was meant. */
const longestLine = 1_000_000;

/**
 * Reads a record from a line of NDJSON or from data. What is wrong is said by its place alone: who knows what stands
 * in a line that is no record.
 *
 * Problems: `record-torn` where the line is not whole JSON, `record-refused` for every field that is not one of a
 * record.
 */
export function readRecord(source: unknown): RecordReading {
  if (typeof source !== "string") return checked(source);
  if (source.length > longestLine) {
    return torn("more than a million characters", "write one record a line");
  }
  const { fault, repeated } = scanJson(source);
  if (fault !== undefined) return torn("the line is not whole JSON", "restore it, or leave it out");
  if (repeated.length > 0) return torn("a name stands twice in one object", "restore it, or leave it out");
  return checked(JSON.parse(source));
}

function checked(data: unknown): RecordReading {
  const read = recordSchema.safeParse(data);
  if (read.success) return { record: read.data };
  const fields = new Set(read.error.issues.map(({ path }) => fieldAt(path[0])));
  return {
    problems: [...fields].map((field) => {
      const where = field === undefined ? "record" : `record, ${field}`;
      const what = `not what a record of the format "guichet-record/1" has here`;
      return problemAt("record-refused", where, what, "restore it, or leave the record out");
    }),
  };
}

// Only names of ours are repeated: a name in data that is no record may be anything.
function fieldAt(key: PropertyKey | undefined): string | undefined {
  return Object.keys(recordSchema.shape).find((field) => field === key);
}

function torn(what: string, todo: string): RecordReading {
  return { problems: [problemAt("record-torn", "record", what, todo)] };
}
