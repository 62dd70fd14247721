import type { Example } from "../language/example.js";
import { quoted } from "../language/place.js";
import type { Policy } from "../language/policy.js";
import { answerTo } from "./answer-to.js";

/** What is wrong with a worked example, in a sentence, or `undefined` when the policy answers as it shows. */
export function exampleProblem(
  policy: Policy,
  { shows, facts, expect, cases = [] }: Example,
): string | undefined {
  const answer = answerTo(policy, facts);
  for (const [decision, expected] of Object.entries(expect)) {
    const got = decision in answer.outcome ? JSON.stringify(answer.outcome[decision]) : "open";
    const wanted = JSON.stringify(expected);
    if (wanted !== got) return `${quoted(shows)} expects ${decision} to be ${wanted}, and it is ${got}`;
  }
  const absent = cases.find((id) => !answer.cases.has(id));
  return absent === undefined ? undefined : `${quoted(shows)} expects case "${absent}" to take part`;
}
