import { resolve } from "node:path";
import type { Policy } from "@guichet/rules";
import { readRecorder } from "../records/read-recorder.js";
import type { RecorderSettings } from "../records/recorder.js";
import type { Surroundings } from "../surroundings.js";
import type { BatchRequest } from "./batch-request.js";
import { callHash } from "./resumption.js";
import { readColumnNames } from "./csv/read-column-names.js";
import type { CaseForm } from "./open-cases.js";

/** What the files and the environment add to a request. */
export interface BatchCall {
  /** The policy as JSON. */
  readonly policy: string;
  readonly form: CaseForm;
  readonly recorder: RecorderSettings | undefined;
  /** Names everything the answers depend on but the cases. */
  readonly hash: string;
}

/** Errors: `usage-refused`. */
export async function readCall(
  request: BatchRequest,
  policy: Policy,
  surroundings: Surroundings,
): Promise<BatchCall> {
  const { inputFormat, outputFormat, columns, delimiter, records } = request;
  const recorder = records === undefined ? undefined : await readRecorder(request.recorder, surroundings);
  const names = columns === undefined ? {} : await readColumnNames(columns, surroundings);
  const form: CaseForm = inputFormat === "csv" ? { kind: "csv", delimiter, names } : { kind: "ndjson" };
  const text = JSON.stringify(policy);
  const files = [request.cases, request.errors, records].map((path) => path && resolve(path));
  const hash = callHash({ policy: text, form, outputFormat, delimiter, recorder, files });
  return { policy: text, form, recorder, hash };
}
