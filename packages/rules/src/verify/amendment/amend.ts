import { policyProblems } from "../../language/check-policy.js";
import type { AmendedPolicy } from "../../language/clinic-policy.js";
import type { Findings } from "../../language/findings.js";
import { freezeDeeply } from "../../language/freeze-deeply.js";
import { localeEntries } from "../../language/locale-entries.js";
import { along, inside, placeOf, quoted, whereOf } from "../../language/place.js";
import type { Policy } from "../../language/policy.js";
import { GuichetError, problemAt } from "../../language/problem.js";
import { brokenLaws } from "../prove-laws.js";
import { spaceOf } from "../space.js";
import type { Amendment } from "./amendment.js";
import { refuse, type AmendmentProblem } from "./amendment-problem.js";
import { buildAmended } from "./build-amended.js";
import { planChanges } from "./plan-changes.js";
import { placeOfAmendment, readAmendment } from "./read-amendment.js";

/** An amendment of this policy, or one that was loaded from a file and may be of any. */
type For<P extends Policy, Id extends string> = Amendment<Id> &
  (string extends Id ? unknown : [Id] extends [P["id"]] ? unknown : { readonly policy: P["id"] });

/**
 * Changes a policy as a clinic's own files say, on their days and no others. The policy itself is not touched. Of two
 * amendments that change the same thing the one given later has the last word.
 *
 * An amendment ends before its last day where what it changes is issued anew: a case with the edition it stands in,
 * a rate with the next row of its key too; `endedChanges` says so.
 *
 * Errors: `amendment-refused`, with everything that cannot be applied (`AmendmentProblemCode`, and the codes of policies)
 * or, where it all can, with every law that some facts would break, each with these facts as `witness`.
 *
 * @example
 * const ours = amend(loyaltyDiscount, amendmentFromJson(text));
 * decide(ours, facts).amendments; // ["riverside-loyalty"]
 */
export function amend<P extends Policy, Id extends string>(
  policy: P,
  ...amendments: readonly [For<P, Id>, ...For<P, Id>[]]
): AmendedPolicy<P> {
  return amendAny(policy, amendments) as unknown as AmendedPolicy<P>;
}

function amendAny(policy: Policy, amendments: readonly Amendment[]): Policy {
  const findings: Findings = { problems: [] };
  const read = amendments.flatMap((one) => readAmendment(findings, one) ?? []);
  refuseSecond(findings, policy, read);
  const plan = planChanges(findings, policy, read);
  const amended = buildAmended(findings, policy, read, plan);
  refuseTakenIds(findings, policy, read);
  const problems = findings.problems.length > 0 ? findings.problems : policyProblems(amended);
  throwProblems(problems);
  throwProblems(lawProblems(amended));
  return freezeDeeply(amended);
}

function throwProblems(problems: readonly AmendmentProblem[]): void {
  if (problems.length === 0) return;
  // What stands in several copies of one edition is wrong once.
  const distinct = [
    ...new Map(problems.map((problem) => [`${problem.code} ${problem.message}`, problem])).values(),
  ];
  throw new GuichetError("amendment-refused", distinct);
}

function refuseSecond(findings: Findings, policy: Policy, amendments: readonly Amendment[]): void {
  if ((policy.amendments ?? []).length > 0) {
    const todo = "amend the policy as it was issued, with all amendments at once";
    refuse(findings, "already-amended", placeOf(policy.id), "the policy is amended already", todo);
  }
  const ids = new Set<string>();
  for (const { id } of amendments) {
    if (ids.has(id))
      refuse(
        findings,
        "source-id-taken",
        placeOfAmendment(id),
        "another amendment has this id",
        "give each its own",
      );
    ids.add(id);
  }
}

/** The issued text of a case stays true of it, and each amendment has texts of its own. */
function refuseTakenIds(findings: Findings, policy: Policy, amendments: readonly Amendment[]): void {
  const taken = new Map([...localeEntries(policy).cases].map((id) => [id, "the policy"]));
  for (const { id, changes } of amendments) {
    for (const [index, change] of changes.entries()) {
      if (!("case" in change)) continue;
      const owner = taken.get(change.case.id);
      if (owner !== undefined && owner !== id) {
        const at = along(placeOfAmendment(id), "changes", index, "case", "id");
        const what = `${quoted(change.case.id)} is a case of ${owner}`;
        refuse(findings, "case-id-taken", at, what, "give the case an id of its own");
      } else taken.set(change.case.id, id);
    }
  }
}

function lawProblems(amended: Policy): readonly AmendmentProblem[] {
  const by = (amended.amendments ?? []).map(({ id }) => quoted(id)).join(", ");
  const place = placeOf(`${amended.id} amended by ${by}`);
  return brokenLaws(spaceOf(amended)).map(({ law, witness, after }) => {
    const where = whereOf(inside(place, `law ${quoted(law.id)}`));
    const what = `some facts break it (${law.label.replace(/\.$/, "")})`;
    const problem = problemAt(
      "law-broken",
      where,
      what,
      "change the amendment so that the witness no longer does",
    );
    return { ...problem, law: law.id, witness, ...(after ? { after } : {}) };
  });
}
