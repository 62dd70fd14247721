import type * as z from "zod";
import { GuichetError, problemAt, type Problem } from "../language/problem.js";

/** A problem with the input of a desk task: the path says where, a value is never repeated. */
export interface InputProblem extends Problem {
  /** `lines[2].grossMinor`; empty for the input as a whole. */
  readonly path: string;
}

export type InputPath = readonly PropertyKey[];

/**
 * Reads the input of a desk task.
 *
 * Errors: `input-refused`, with every problem of its shape at once.
 */
export function readInput<Input>(task: string, shape: z.ZodType<Input>, input: unknown): Input {
  const read = shape.safeParse(input);
  if (read.success) return read.data;
  refuseInput(read.error.issues.flatMap((issue) => problemsOf(task, issue)));
  throw new TypeError("unreachable: zod refuses with an issue");
}

/** Throws `input-refused` when there is a problem. */
export function refuseInput(problems: readonly InputProblem[]): void {
  if (problems.length > 0) throw new GuichetError("input-refused", problems);
}

/** One problem of a task's input, in the form all ours have. */
export function inputProblem(
  task: string,
  path: InputPath,
  code: string,
  what: string,
  todo: string,
): InputProblem {
  const at = pathInWords(path);
  return { ...problemAt(code, whereInWords(task, at), what, todo), path: at };
}

function whereInWords(task: string, at: string): string {
  return at === "" ? `${task}, input` : `${task}, ${at}`;
}

function problemsOf(task: string, issue: z.core.$ZodIssue): readonly InputProblem[] {
  const { path } = issue;
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) =>
      isShown(key)
        ? inputProblem(task, [...path, key], "property-unknown", "unknown property", "leave it out")
        : inputProblem(
            task,
            path,
            "property-unknown",
            "unknown property with a name that is not shown",
            "leave it out",
          ),
    );
  }
  if (issue.code === "custom") {
    const { code = "wrong-type", what = issue.message, expected = "", said } = (issue.params ?? {}) as Params;
    if (said !== undefined) {
      const at = pathInWords(path);
      const where = whereInWords(task, at);
      return [{ code, where, message: `${where}: ${said}`, path: at }];
    }
    return [inputProblem(task, path, code, what, `supply ${expected}`)];
  }
  const expected = issue.code === "invalid_type" ? issue.expected : "what the task's input declares";
  return [
    inputProblem(
      task,
      path,
      "wrong-type",
      "missing, or of the wrong type",
      `supply ${withArticle(expected)}`,
    ),
  ];
}

interface Params {
  readonly code?: string;
  readonly what?: string;
  readonly expected?: string;
  /** What is wrong and what to do, where somebody else has found the words. */
  readonly said?: string;
}

function withArticle(expected: string): string {
  if (expected === "array") return "a list";
  return expected === "object" || expected === "record" ? "an object" : expected;
}

function pathInWords(path: InputPath): string {
  return path.reduce<string>(
    (text, step) =>
      typeof step === "number" ? `${text}[${step}]` : text === "" ? String(step) : `${text}.${String(step)}`,
    "",
  );
}

// A name may be data that went astray: only what looks like one of ours is repeated.
function isShown(key: string): boolean {
  return key.length <= 64 && /^[A-Za-z_$][\w$]*$/.test(key);
}
