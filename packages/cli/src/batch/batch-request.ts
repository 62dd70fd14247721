import type { RecorderRequest } from "../records/read-recorder.js";

/** How cases or answers are written: a JSON object a line, or rows under a heading. */
export type BatchFormat = "ndjson" | "csv";

/** What somebody asks of a batch. */
export interface BatchRequest {
  readonly policy: string;
  /** A file, or `-`. */
  readonly cases: string;
  readonly inputFormat: BatchFormat;
  readonly outputFormat: BatchFormat;
  /** A JSON file that says what columns hold. */
  readonly columns: string | undefined;
  /** What stands between two cells; without it, what the heading shows, and in answers to JSON a comma. */
  readonly delimiter: string | undefined;
  /** Files to write to; without them, standard output and standard error. */
  readonly output: string | undefined;
  readonly errors: string | undefined;
  /** Where the records of the decisions go; without it, none are made. */
  readonly records: string | undefined;
  readonly recorder: RecorderRequest;
  /** A file for the counts. */
  readonly counts: string | undefined;
  readonly jobs: number;
  /** Whether to go on where an earlier call with the same output ended. */
  readonly resume: boolean;
  readonly language: string | undefined;
}
