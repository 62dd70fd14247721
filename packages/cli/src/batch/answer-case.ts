import { GuichetError, type Decision, type Policy, type Problem } from "@guichet/rules";
import type { Decide } from "@guichet/rules/compile";
import type { Recorder } from "../records/recorder.js";
import { inputRefusal } from "../refusal.js";

/** A case as it stands in a file. */
export interface FoundCase {
  /** The number of its line. */
  readonly number: number;
  readonly isBlank: boolean;
  /** `{ id, facts }` if somebody wrote it well. Errors: `input-refused`. */
  read(): unknown;
}

export type CaseId = string | number;

/** What came of one case. */
export type CaseAnswer =
  | { readonly kind: "blank" }
  | {
      readonly kind: "answered";
      readonly id: CaseId;
      readonly decision: Decision;
      readonly record: string | undefined;
    }
  | { readonly kind: "wrong"; readonly error: CaseError };

/** A case that could not be decided, as it stands in the errors file. */
export interface CaseError {
  readonly line: number;
  readonly id: CaseId | null;
  readonly code: string;
  readonly problems: readonly Problem[];
}

/** What answers the cases of one policy. */
export interface Answering {
  readonly policy: Policy;
  readonly decide: Decide<Policy>;
  readonly record: Recorder | undefined;
}

const longestId = 200;

/** Answers one case of a batch: the decision and the id it belongs to, or what is wrong with the case. */
export function answerCase({ policy, decide, record }: Answering, found: FoundCase): CaseAnswer {
  if (found.isBlank) return { kind: "blank" };
  let id: CaseId | null = null;
  try {
    const fields = found.read();
    id = idIn(fields, found);
    const decision = decide(factsIn(fields, policy, found), {});
    return { kind: "answered", id, decision, record: record?.(policy, decision, fields as object) };
  } catch (error) {
    if (!GuichetError.isInstance(error)) throw error;
    return { kind: "wrong", error: { line: found.number, id, code: error.code, problems: error.problems } };
  }
}

function idIn(fields: unknown, found: FoundCase): CaseId {
  if (typeof fields !== "object" || fields === null || Array.isArray(fields)) {
    const todo = 'write { "id": "…", "facts": { … } }';
    throw inputRefusal("not-an-object", placeOf(found), "not an object", todo);
  }
  const id = "id" in fields ? fields.id : undefined;
  if (typeof id === "string" && id !== "" && id.length <= longestId) return id;
  if (typeof id === "number") return id;
  if (id === undefined) throw inputRefusal("id-missing", placeOf(found), 'no "id"', "give every case one");
  const what = `"id" is no text of 1 to ${longestId} characters`;
  throw inputRefusal("id-refused", placeOf(found), what, "give every case one");
}

function factsIn(fields: unknown, policy: Policy, found: FoundCase): object {
  const { facts, policy: named } = fields as { readonly facts?: unknown; readonly policy?: unknown };
  if (named !== undefined && named !== policy.id) {
    const todo = `keep the cases for ${policy.id} alone`;
    throw inputRefusal("other-policy", placeOf(found), "the case is for another policy", todo);
  }
  if (facts === undefined) {
    throw inputRefusal("facts-missing", placeOf(found), 'no "facts"', "write {} where none are known");
  }
  return facts as object;
}

/** Where a case stands, for messages: to put it in words for every line would take longer than to decide. */
export function placeOf({ number }: Pick<FoundCase, "number">): string {
  return `line ${number}`;
}
