import { impact } from "@guichet/rules/verify";
import { exitCode, type ExitCode } from "../exit-code.js";
import { answerRecords, type RecordsRequest } from "../records/answer-records.js";
import { usageRefusal } from "../refusal.js";
import type { Surroundings } from "../surroundings.js";
import { uiWordingOf } from "../ui-wording-of.js";

export interface ImpactRequest extends RecordsRequest {
  /** The day whose rules decide. */
  readonly on: string | undefined;
}

/** Says which recorded decisions would change. A change is an answer: exit code 0; 2 where a line is wrong. */
export async function impactRecords(request: ImpactRequest, surroundings: Surroundings): Promise<ExitCode> {
  const { on, policies, amendments } = request;
  if (on === undefined && policies.length === 0 && amendments.length === 0) {
    const todo = "name an --amendment, a changed --policy, or a day with --on";
    throw usageRefusal("rules-missing", "guichet impact", "no other rules", todo);
  }
  const counts = await answerRecords(
    request,
    (text, rules) => {
      const [answered] = impact([text], rules, on === undefined ? {} : { on });
      return answered;
    },
    surroundings,
  );
  surroundings.stderr.write(`${uiWordingOf(request.language ?? "en").records.counted(counts)}\n`);
  return counts.refused > 0 ? exitCode.factsWrong : exitCode.decided;
}
