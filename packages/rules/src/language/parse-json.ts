import { quoted } from "./place.js";
import type { PolicyProblemCode } from "./policy-problem-code.js";
import { GuichetError, problemAt, type Problem } from "./problem.js";
import { scanJson } from "./scan-json.js";

/** What a text is to be: the code it is refused with, and its name in messages. */
export interface Wanted {
  readonly refused: string;
  readonly file: string;
  readonly of: string;
}

const policyFile: Wanted = { refused: "policy-refused", file: "policy file", of: "a policy" };

/**
 * Parses the text of a policy file, or of another one; a byte order mark is ignored.
 *
 * Errors: `policy-refused` (or what else is wanted) with `empty-file`, `not-json` or `key-twice`.
 */
export function parseJson(text: string, wanted = policyFile): unknown {
  const supply = `supply what JSON.stringify wrote of ${wanted.of}`;
  // Callers without types pass what they read.
  if (typeof (text as unknown) !== "string")
    throw refusal(wanted, "not-json", wanted.file, "it is not text", supply);
  const body = text.startsWith("\uFEFF") ? text.slice(1) : text;
  if (body.trim() === "") throw refusal(wanted, "empty-file", wanted.file, "the text is empty", supply);
  const { fault, repeated } = scanJson(body);
  if (fault !== undefined)
    throw refusal(wanted, "not-json", whereIn(wanted, body, fault), "the text is not JSON here", supply);
  if (repeated.length > 0)
    throw new GuichetError(wanted.refused, repeatedKeys(wanted, body, repeated.slice(0, 100)));
  return JSON.parse(body) as unknown;
}

function repeatedKeys(
  wanted: Wanted,
  text: string,
  repeated: readonly { readonly key: string; readonly position: number }[],
): readonly Problem[] {
  return repeated.map(({ key, position }) => {
    const what = `${quoted(key)} stands twice in one object`;
    return problem("key-twice", whereIn(wanted, text, position), what, "keep one of them");
  });
}

function refusal(wanted: Wanted, code: PolicyProblemCode, where: string, what: string, todo: string) {
  return new GuichetError(wanted.refused, [problem(code, where, what, todo)]);
}

function problem(code: PolicyProblemCode, where: string, what: string, todo: string): Problem {
  return problemAt(code, where, what, todo);
}

function whereIn({ file }: Wanted, text: string, position: number): string {
  const lineStart = text.lastIndexOf("\n", position - 1) + 1;
  const line = text.slice(0, lineStart).split("\n").length;
  return `${file}, line ${line}, column ${position - lineStart + 1}`;
}
