import { decide, GuichetError, problemAt, type Policy, type Problem } from "@guichet/rules";
import { parseJsonText } from "../input/parse-json-text.js";
import { textOf } from "../input/read-input.js";
import type { Recorder } from "../records/read-recorder.js";
import type { Line } from "./read-lines.js";

/** What came of one line. */
export type LineAnswer =
  | { readonly kind: "blank" }
  | { readonly kind: "decided" | "open" | "not-in-force"; readonly text: string; readonly record?: string }
  | { readonly kind: "wrong"; readonly error: LineError };

/** A line that could not be decided, as it stands in the errors file. */
export interface LineError {
  readonly line: number;
  readonly id: string | number | null;
  readonly code: string;
  readonly problems: readonly Problem[];
}

const longestId = 200;

/** Answers one line of a batch: the decision with the line's id first, or what is wrong with the line. */
export function answerLine(policy: Policy, line: Line, recorder?: Recorder): LineAnswer {
  const where = `line ${line.number}`;
  let id: string | number | null = null;
  try {
    if (line.bytes === undefined) {
      throw refusal("line-too-long", where, "more than 10 MB of text", "write one case a line");
    }
    const text = textOf(line.bytes, where);
    if (text.trim() === "") return { kind: "blank" };
    const fields = parseJsonText(text, where);
    id = idIn(fields, where);
    const decision = decide(policy, factsIn(fields, policy, where));
    const record = recorder?.(policy, decision, fields as object);
    const answer = JSON.stringify({ id, ...decision });
    return { kind: decision.status, text: answer, ...(record === undefined ? {} : { record }) };
  } catch (error) {
    if (!GuichetError.isInstance(error)) throw error;
    return { kind: "wrong", error: { line: line.number, id, code: error.code, problems: error.problems } };
  }
}

function idIn(fields: unknown, where: string): string | number {
  if (typeof fields !== "object" || fields === null || Array.isArray(fields)) {
    throw refusal("not-an-object", where, "not an object", 'write { "id": "…", "facts": { … } }');
  }
  const id = "id" in fields ? fields.id : undefined;
  if (typeof id === "string" && id !== "" && id.length <= longestId) return id;
  if (typeof id === "number") return id;
  if (id === undefined) throw refusal("id-missing", where, 'no "id"', "give every case one");
  throw refusal(
    "id-refused",
    where,
    `"id" is no text of 1 to ${longestId} characters`,
    "give every case one",
  );
}

function factsIn(fields: unknown, policy: Policy, where: string): object {
  const { facts, policy: named } = fields as { readonly facts?: unknown; readonly policy?: unknown };
  if (named !== undefined && named !== policy.id) {
    throw refusal(
      "other-policy",
      where,
      "the case is for another policy",
      `keep the cases for ${policy.id} alone`,
    );
  }
  if (facts === undefined)
    throw refusal("facts-missing", where, 'no "facts"', "write {} where none are known");
  return facts as object;
}

function refusal(code: string, where: string, what: string, todo: string): GuichetError {
  return new GuichetError("input-refused", [problemAt(code, where, what, todo)]);
}
