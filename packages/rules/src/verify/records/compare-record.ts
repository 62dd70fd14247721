import type { Segment } from "../../engine/timeline.js";
import type { Policy } from "../../language/policy.js";
import { answerNow, compareAnswer, type AnswerNow, type Sameness } from "./compare-answers.js";
import type { DecisionRecord, RecordedAnswer } from "./decision-record.js";
import { answersIn, type RegionAnswers } from "./region-answers.js";

/** A settled answer beside what it comes to when it is decided again. */
export interface ComparedAnswer {
  readonly decision: string;
  readonly is: Exclude<Sameness, "same">;
  readonly recorded: RecordedAnswer;
  /** `null` where nothing decides it any more. */
  readonly now: AnswerNow | null;
}

/** What comes of deciding a record again. */
export interface Compared {
  readonly verdict: Sameness;
  /** The settled answers that do not stay what they were for certain; none where all do. */
  readonly answers: readonly ComparedAnswer[];
  readonly answersIn: RegionAnswers;
}

/** Compares the settled answers of a record with those of some segments. `undefined`: its regions contradict each other. */
export function compareRecord(
  record: DecisionRecord,
  policy: Policy,
  segments: readonly Segment[],
): Compared | undefined {
  const again = answersIn(policy, segments, record.governingDate, record.regions);
  if (!again) return undefined;
  const answers = Object.entries(record.outcome).flatMap(
    ([decision, recorded]): readonly ComparedAnswer[] => {
      const declared = Object.hasOwn(policy.decisions, decision) ? policy.decisions[decision] : undefined;
      const leaves = declared ? again.leaves(decision) : [];
      if (!declared || leaves.length === 0) return [{ decision, is: "different", recorded, now: null }];
      const is = compareAnswer(policy, declared, recorded, leaves);
      return is === "same" ? [] : [{ decision, is, recorded, now: answerNow(declared, leaves) }];
    },
  );
  return { verdict: verdictOf(answers), answers, answersIn: again };
}

/** One answer that is different makes the whole different, whatever cannot be told of others. */
export function verdictOf(answers: readonly { readonly is: Sameness }[]): Sameness {
  if (answers.some(({ is }) => is === "different")) return "different";
  return answers.some(({ is }) => is === "untold") ? "untold" : "same";
}
