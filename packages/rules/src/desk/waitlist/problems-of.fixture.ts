import type { Policy } from "../../language/policy.js";
import { GuichetError } from "../../language/problem.js";
import type { InputProblem } from "../read-input.js";
import { matchWaitlist } from "./match-waitlist.js";
import type { MatchWaitlistInput } from "./waitlist-input.js";

/** Code, path and message of everything `matchWaitlist` refuses an input for; nothing when it answers. */
export function problemsOf(
  input: object,
  options: { readonly policy?: Policy } = {},
): readonly (readonly [code: string, path: string, message: string])[] {
  try {
    matchWaitlist(input as MatchWaitlistInput, options);
    return [];
  } catch (error) {
    if (!GuichetError.isInstance(error) || error.code !== "input-refused") throw error;
    const problems = error.problems as readonly InputProblem[];
    return problems.map(({ code, path, message }) => [code, path, message]);
  }
}
