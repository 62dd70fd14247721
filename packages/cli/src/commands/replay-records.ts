import { replay } from "@guichet/rules/verify";
import { exitCode, type ExitCode } from "../exit-code.js";
import { answerRecords, type RecordsRequest } from "../records/answer-records.js";
import type { Surroundings } from "../surroundings.js";
import { uiWordingOf } from "../ui-wording-of.js";

/**
 * Decides records again from their regions. Exit code 1 where one does not come out as it was recorded, 2 where a
 * line is wrong, 3 where something cannot be told, else 0.
 */
export async function replayRecords(request: RecordsRequest, surroundings: Surroundings): Promise<ExitCode> {
  const counts = await answerRecords(
    request,
    (text, policies) => {
      const [answered] = replay([text], policies);
      return answered;
    },
    surroundings,
  );
  surroundings.stderr.write(`${uiWordingOf(request.language ?? "en").records.counted(counts)}\n`);
  if (counts.different > 0) return exitCode.fault;
  if (counts.refused > 0) return exitCode.factsWrong;
  return counts.untold > 0 ? exitCode.open : exitCode.decided;
}
