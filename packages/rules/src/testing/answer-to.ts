import { captureFacts } from "../engine/check-facts.js";
import { decideCaptured } from "../engine/decide.js";
import { evaluate } from "../engine/evaluate.js";
import { segmentOn } from "../engine/timeline.js";
import { declaredFacts } from "../language/declared-facts.js";
import type { Policy } from "../language/policy.js";

/** What a policy answers to some facts, and the cases that take part: of complete facts those of helpers too. */
export interface AnswerTo {
  readonly outcome: Readonly<Record<string, unknown>>;
  readonly cases: ReadonlySet<string>;
  /** The first day of the edition, where the day of the facts is known and in force. */
  readonly edition: string | undefined;
  /** The governing date, where it is known. */
  readonly day: string | undefined;
}

/** Complete facts take the specification, which builds nothing first: thousands of mutants are answered by it. */
export function answerTo(policy: Policy, facts: object): AnswerTo {
  const known = captureFacts(policy, facts);
  const day = known.get(policy.datedBy) as string | undefined;
  const segment = day === undefined ? undefined : segmentOn(policy, day);
  const edition = segment?.edition.inForceFrom;
  if (segment && known.size === declaredFacts(policy.facts).size) {
    const { values, cases } = evaluate(policy, segment, (path) => known.get(path) ?? "");
    return { outcome: values, cases: new Set(Object.values(cases).flat()), edition, day };
  }
  const { outcome = {}, because = [] } = decideCaptured(policy, known);
  const ids = because.flatMap(({ cases }) => cases.map(({ id }) => id));
  return { outcome, cases: new Set(ids), edition, day };
}
