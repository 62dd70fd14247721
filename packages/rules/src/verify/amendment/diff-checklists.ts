import type { IsoDay } from "../../calendar/civil-day.js";
import type { Condition } from "../../language/condition.js";
import type { Policy } from "../../language/policy.js";
import { diffDays, diffPolicies, type Change, type ChangedClass, type PolicyDiff } from "../diff-policies.js";

/** Which checklists to compare, and for whom. */
export interface ChecklistsAsked {
  /** Decisions that are sets: what must be supplied, what must be filed. */
  readonly of: readonly string[];
  /** Looks only at facts that meet it, as at one specialty. */
  readonly where?: Condition;
}

/** An element that comes onto a list or goes from it, and exactly for which facts. */
export interface ListedElement {
  readonly element: string;
  readonly classes: readonly ChangedClass[];
  /** False where there are more classes than anybody reads: then some of them are given, each exact. */
  readonly isComplete: boolean;
}

/** How one checklist differs over a stretch of days. */
export interface ChecklistDiff {
  readonly decision: string;
  /** Inclusive; `null` is unbounded. */
  readonly from: IsoDay | null;
  readonly to: IsoDay | null;
  readonly comes: readonly ListedElement[];
  readonly goes: readonly ListedElement[];
}

/**
 * Says which elements of checklists come and go between two versions of a policy, on which days and for which facts:
 * exactly. Lists that stay as they are have no entry.
 *
 * Errors: those of `diffPolicies`.
 *
 * @example
 * diffChecklists(recordHandover, ours, {
 *   of: ["requiredDocuments", "requiredEvidence"],
 *   where: { fact: "record.specialties", operator: "contains", value: "implantology" },
 * });
 */
export function diffChecklists(
  before: Policy,
  after: Policy,
  asked: ChecklistsAsked,
): readonly ChecklistDiff[] {
  return checklistsIn(diffPolicies(asking(before, asked), asking(after, asked)));
}

/**
 * Says which elements of a policy's checklists come and go between the rules of two days.
 *
 * Errors: those of `diffDays`.
 */
export function diffChecklistsOfDays(
  policy: Policy,
  from: string,
  to: string,
  asked: ChecklistsAsked,
): readonly ChecklistDiff[] {
  return checklistsIn(diffDays(asking(policy, asked), from, to));
}

/** The policy asked for nothing else: its other decisions only help, and facts that are not looked at do not occur. */
function asking(policy: Policy, { of, where }: ChecklistsAsked): Policy {
  const decisions = Object.entries(policy.decisions).map(([name, declared]) => [
    name,
    of.includes(name) && declared.kind === "set-of" ? declared : { ...declared, internal: true },
  ]);
  const asked = where ? [{ id: "asked", label: "what is looked at", holds: where }] : [];
  return {
    ...policy,
    decisions: Object.fromEntries(decisions) as Policy["decisions"],
    given: [...(policy.given ?? []), ...asked],
  };
}

function checklistsIn({ periods }: PolicyDiff): readonly ChecklistDiff[] {
  return periods.flatMap(({ from, to, changes }) =>
    [...new Set(changes.map(({ decision }) => decision))].map((decision) => {
      const own = changes.filter((change) => change.decision === decision);
      return { decision, from, to, comes: listed(own, true), goes: listed(own, false) };
    }),
  );
}

function listed(changes: readonly Change[], comes: boolean): readonly ListedElement[] {
  return changes.flatMap(({ element, after, classes, isComplete }) =>
    element !== undefined && "value" in after && after.value === comes
      ? [{ element, classes, isComplete }]
      : [],
  );
}
