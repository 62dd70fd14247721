import type { Policy } from "@guichet/rules";
import type { ExitCode } from "../exit-code.js";
import type { Look } from "../render/look.js";
import type { DeskWords } from "./desk-words.js";

/** Lines that belong together; an empty line stands between two sections. */
export type Section = readonly string[];

/** What a view is given: the result, the input it came from, and the words. */
export interface Shown<Input, Result> extends DeskWords {
  readonly input: Input;
  readonly result: Result;
  readonly look: Look;
}

/** What a task answered: plain data for machines, sections for people. */
export interface DeskAnswer {
  readonly result: object;
  readonly code: ExitCode;
  readonly sections: (words: DeskWords, look: Look) => readonly Section[];
}

/** A desk task as the command runs it. */
export interface DeskTask {
  /** The policies whose words it is printed with. */
  readonly policies: readonly Policy[];
  /** Errors: those of the task. */
  readonly answer: (input: unknown) => DeskAnswer;
}

interface Declared<Input, Result extends object> {
  readonly policies: readonly Policy[];
  readonly run: (input: Input) => Result;
  readonly codeOf: (result: Result) => ExitCode;
  readonly view: (shown: Shown<Input, Result>) => readonly Section[];
}

/** Joins a task of the library to its exit codes and its view. */
export function deskTask<Input, Result extends object>({
  policies,
  run,
  codeOf,
  view,
}: Declared<Input, Result>): DeskTask {
  return {
    policies,
    answer: (given) => {
      // The task reads what it is given, whatever it is: what it does not refuse is its input.
      const input = given as Input;
      const result = run(input);
      return {
        result,
        code: codeOf(result),
        sections: (words, look) => view({ ...words, input, result, look }),
      };
    },
  };
}
