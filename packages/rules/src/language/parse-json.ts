import { quoted } from "./place.js";
import type { PolicyProblemCode } from "./policy-problem-code.js";
import { GuichetError, problemAt, type Problem } from "./problem.js";
import { scanJson } from "./scan-json.js";

/**
 * Parses a policy file's text; a byte order mark is ignored.
 *
 * Errors: `policy-refused` with `empty-file`, `not-json` or `key-twice`.
 */
export function parseJson(text: string): unknown {
  // Callers without types pass what they read.
  if (typeof (text as unknown) !== "string")
    throw refusal("not-json", "policy file", "it is not text", supply);
  const body = text.startsWith("\uFEFF") ? text.slice(1) : text;
  if (body.trim() === "") throw refusal("empty-file", "policy file", "the text is empty", supply);
  const { fault, repeated } = scanJson(body);
  if (fault !== undefined)
    throw refusal("not-json", whereIn(body, fault), "the text is not JSON here", supply);
  if (repeated.length > 0)
    throw new GuichetError("policy-refused", repeatedKeys(body, repeated.slice(0, 100)));
  return JSON.parse(body) as unknown;
}

const supply = "supply what JSON.stringify wrote of a policy";

function repeatedKeys(
  text: string,
  repeated: readonly { readonly key: string; readonly position: number }[],
): readonly Problem[] {
  return repeated.map(({ key, position }) => {
    const what = `${quoted(key)} stands twice in one object`;
    return problem("key-twice", whereIn(text, position), what, "keep one of them");
  });
}

function refusal(code: PolicyProblemCode, where: string, what: string, todo: string) {
  return new GuichetError("policy-refused", [problem(code, where, what, todo)]);
}

function problem(code: PolicyProblemCode, where: string, what: string, todo: string): Problem {
  return problemAt(code, where, what, todo);
}

function whereIn(text: string, position: number): string {
  const lineStart = text.lastIndexOf("\n", position - 1) + 1;
  const line = text.slice(0, lineStart).split("\n").length;
  return `policy file, line ${line}, column ${position - lineStart + 1}`;
}
