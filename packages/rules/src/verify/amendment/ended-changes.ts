import type { Findings } from "../../language/findings.js";
import type { Policy } from "../../language/policy.js";
import { GuichetError } from "../../language/problem.js";
import type { Amendment } from "./amendment.js";
import { planChanges } from "./plan-changes.js";

/** A change that ends before its amendment does, because what it changes was issued anew. */
export interface EndedChange {
  readonly code: "amendment-ended";
  readonly amendment: string;
  /** Its place in the amendment's list. */
  readonly change: number;
  /** Its last day, and the last day of the amendment: `null` where that has no end. */
  readonly endsOn: string;
  readonly writtenUntil: string | null;
  /** What ends it: the start of an edition or, for a rate, of an issued row. */
  readonly endedBy: string;
}

/**
 * Says which changes of amendments a later edition or rate of the policy ends, and when: somebody should look whether
 * the clinic still wants them.
 *
 * Errors: `amendment-refused` for what the policy does not have.
 */
export function endedChanges(policy: Policy, ...amendments: readonly Amendment[]): readonly EndedChange[] {
  const findings: Findings = { problems: [] };
  const { rates, cases } = planChanges(findings, policy, amendments);
  if (findings.problems.length > 0) throw new GuichetError("amendment-refused", findings.problems);
  return amendments.flatMap((amendment) =>
    amendment.changes.flatMap((change, index) =>
      [...rates, ...cases].flatMap((one) =>
        one.amendment !== amendment || one.change !== change || one.endedBy === undefined || one.to === null
          ? []
          : [
              {
                code: "amendment-ended" as const,
                amendment: amendment.id,
                change: index,
                endsOn: one.to,
                writtenUntil: amendment.to ?? null,
                endedBy: one.endedBy,
              },
            ],
      ),
    ),
  );
}
