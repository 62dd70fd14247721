import { fingerprintOf } from "../../engine/fingerprint.js";
import { segmentOn, segmentsOf, type Segment } from "../../engine/timeline.js";
import type { Policy } from "../../language/policy.js";
import { problemAt, type Problem } from "../../language/problem.js";
import type { Sameness } from "./compare-answers.js";
import { compareRecord, verdictOf, type ComparedAnswer } from "./compare-record.js";
import type { DecisionRecord } from "./decision-record.js";
import { readRecord } from "./read-record.js";
import type { RegionAnswers } from "./region-answers.js";

/** A record that cannot be decided again. */
export interface RecordRefused {
  readonly verdict: "refused";
  readonly problems: readonly Problem[];
}

/** What comes of deciding a record again under the rules it was made by. */
export type Replayed =
  | {
      readonly verdict: Sameness;
      readonly policy: string;
      /** The pseudonym. */
      readonly subject: string;
      /** The settled answers that do not come out as recorded, or not for certain. */
      readonly answers: readonly ComparedAnswer[];
      /** The decisions whose cases, or whose being open, do not come out as recorded. */
      readonly cases: readonly string[];
    }
  | RecordRefused;

/**
 * Decides records again from their regions alone, one answer a record, in order. A record is given as data or as a
 * line of NDJSON. Several versions of one policy may be given: the one whose fingerprint a record bears decides it.
 *
 * A record of complete facts is `same`, or something is wrong with it. `untold` is for records of partial facts
 * alone: what was settled then because one fact limited another that is not known, by more than the conditions say.
 *
 * Problems: `record-torn`, `record-refused`, `policy-unknown`, `fingerprint-differs`, `regions-contradict`. They never
 * stop the others.
 *
 * @example
 * for (const { verdict } of replay(lines, [loyaltyDiscount])) counts[verdict] += 1;
 */
export function* replay(records: Iterable<unknown>, policies: readonly Policy[]): Generator<Replayed> {
  for (const source of records) {
    const read = readRecord(source);
    yield "problems" in read ? refusedFor(read.problems) : replayOne(read.record, policies);
  }
}

function replayOne(record: DecisionRecord, policies: readonly Policy[]): Replayed {
  const { policy: id, subject } = record;
  const versions = policies.filter((policy) => policy.id === id);
  if (versions.length === 0) return policyUnknown();
  if (record.status === "not-in-force") {
    const isBefore = versions.some((policy) => segmentFor(policy, record) === undefined);
    return { verdict: isBefore ? "same" : "different", policy: id, subject, answers: [], cases: [] };
  }
  for (const policy of versions) {
    const segment = segmentFor(policy, record);
    if (!segment || fingerprintOf(policy, segment) !== record.fingerprint) continue;
    const compared = compareRecord(record, policy, [segment]);
    if (!compared) return regionsContradict();
    const cases = casesAgain(record, policy, compared.answersIn);
    return {
      verdict: verdictOf([...compared.answers, ...cases]),
      policy: id,
      subject,
      answers: compared.answers,
      cases: cases.map(({ decision }) => decision),
    };
  }
  const what = "the rules it was decided by are not those of the policy on that day";
  return refused(
    "fingerprint-differs",
    "record, fingerprint",
    what,
    "replay it with the version it was made by",
  );
}

/** The segment a record was decided in; without its day, the one that bears its fingerprint. */
function segmentFor(policy: Policy, { governingDate, fingerprint }: DecisionRecord): Segment | undefined {
  if (governingDate !== null) return segmentOn(policy, governingDate);
  return segmentsOf(policy).find((segment) => fingerprintOf(policy, segment) === fingerprint);
}

interface CasesDiffer {
  readonly decision: string;
  readonly is: Exclude<Sameness, "same">;
}

function casesAgain(record: DecisionRecord, policy: Policy, again: RegionAnswers): readonly CasesDiffer[] {
  const outcome = new Map(Object.entries(record.outcome));
  const cases = new Map(Object.entries(record.cases));
  const settled = [...outcome].flatMap(([decision, answer]): readonly CasesDiffer[] => {
    const recorded = cases.get(decision) ?? [];
    // What adds nothing to a set has not made it.
    const now = Array.isArray(answer) && answer.length === 0 ? new Set() : again.cases(decision);
    const isWithin = recorded.every((id) => now.has(id));
    if (isWithin && now.size === recorded.length) return [];
    return [{ decision, is: isWithin ? "untold" : "different" }];
  });
  const open = Object.entries(policy.decisions).flatMap(([decision, { internal }]): readonly CasesDiffer[] =>
    internal === true || outcome.has(decision) || record.open.includes(decision)
      ? []
      : [{ decision, is: "different" }],
  );
  return [...settled, ...open];
}

export function policyUnknown(): RecordRefused {
  const todo = "name the policy it belongs to";
  return refused("policy-unknown", "record, policy", "it is of a policy that is not at hand", todo);
}

export function regionsContradict(): RecordRefused {
  const todo = "restore it, or leave it out";
  return refused("regions-contradict", "record, regions", "no facts lie in all of them", todo);
}

export function refusedFor(problems: readonly Problem[]): RecordRefused {
  return { verdict: "refused", problems };
}

function refused(code: string, where: string, what: string, todo: string): RecordRefused {
  return refusedFor([problemAt(code, where, what, todo)]);
}
