import { dayFromIso } from "../../calendar/civil-day.js";
import { fingerprintOf } from "../../engine/fingerprint.js";
import { segmentOn, segmentsOf, type Segment } from "../../engine/timeline.js";
import type { Policy } from "../../language/policy.js";
import { GuichetError, problemAt } from "../../language/problem.js";
import type { Sameness } from "./compare-answers.js";
import { compareRecord, type ComparedAnswer } from "./compare-record.js";
import type { DecisionRecord } from "./decision-record.js";
import { readRecord } from "./read-record.js";
import { policyUnknown, refusedFor, regionsContradict, type RecordRefused } from "./replay.js";

/** What other rules would make of a past decision. */
export type Impact =
  | {
      /** `untold`: only the facts could say, because the other rules tell apart what the record does not. */
      readonly verdict: Sameness;
      readonly policy: string;
      /** The pseudonym. */
      readonly subject: string;
      /** Whether the other rules are in force; where they are not, nothing is decided. */
      readonly inForce: boolean;
      /** The settled answers that would be different, or of which it cannot be told. */
      readonly answers: readonly ComparedAnswer[];
    }
  | RecordRefused;

export interface ImpactOptions {
  /** The rules of this day decide all records, whatever their own day; without it, the rules of their own. */
  readonly on?: string;
}

/**
 * Says of past decisions which would change under other rules: changed versions of their policies, or the rules of
 * another day. It decides from the regions of the records alone, and so never contradicts what the facts would
 * say: `same` and `different` are certain. What was still open had no answer that could change.
 *
 * Errors: `not-a-day`. Problems of a record, which never stop the others: `record-torn`, `record-refused`,
 * `policy-unknown`, `regions-contradict`.
 *
 * @example
 * [...impact(records, [amended])].filter(({ verdict }) => verdict === "different").length; // 12
 */
export function impact(
  records: Iterable<unknown>,
  policies: readonly Policy[],
  { on }: ImpactOptions = {},
): Generator<Impact> {
  if (on !== undefined && dayFromIso(on) === undefined) {
    const problem = problemAt(
      "not-a-day",
      "impact, day",
      "not a day of the calendar",
      "write it as YYYY-MM-DD",
    );
    throw new GuichetError("not-a-day", [problem]);
  }
  return each();

  function* each(): Generator<Impact> {
    for (const source of records) {
      const read = readRecord(source);
      yield "problems" in read ? refusedFor(read.problems) : impactOn(read.record, policies, on);
    }
  }
}

function impactOn(record: DecisionRecord, policies: readonly Policy[], on: string | undefined): Impact {
  const policy = policies.find(({ id }) => id === record.policy);
  if (!policy) return policyUnknown();
  const segments = segmentsFor(policy, record, on);
  const inForce = segments.length > 0;
  const about = { policy: policy.id, subject: record.subject, inForce };
  if (record.status === "not-in-force" || !inForce) {
    const isSame = inForce === (record.status !== "not-in-force");
    const answers = Object.entries(record.outcome).map(([decision, recorded]) => {
      return { decision, is: "different" as const, recorded, now: null };
    });
    return { verdict: isSame ? "same" : "different", ...about, answers };
  }
  // The same rules give the same answers, also where the regions alone could not tell.
  if (segments.every((segment) => fingerprintOf(policy, segment) === record.fingerprint)) {
    return { verdict: "same", ...about, answers: [] };
  }
  const compared = compareRecord(record, policy, segments);
  return compared ? { verdict: compared.verdict, ...about, answers: compared.answers } : regionsContradict();
}

/** The segments that decide a record; several where its day is only known to lie in a stretch of days. */
function segmentsFor(policy: Policy, record: DecisionRecord, on: string | undefined): readonly Segment[] {
  const day = on ?? record.governingDate;
  if (day !== null) {
    const segment = segmentOn(policy, day);
    return segment ? [segment] : [];
  }
  const stretch = record.regions.find((region) => "from" in region && region.fact === policy.datedBy);
  if (!stretch || !("from" in stretch)) return segmentsOf(policy);
  const [from, to] = [String(stretch.from ?? ""), String(stretch.to ?? "9999-12-31")];
  return segmentsOf(policy).filter(
    (segment) => (segment.from ?? "") <= to && from <= (segment.to ?? "9999-12-31"),
  );
}
