import { listed, whereOf, type Place } from "./place.js";
import type { LocaleProblemCode, PolicyProblemCode } from "./policy-problem-code.js";
import { problemAt, suggest, type Problem } from "./problem.js";

/** What the checks have found so far: they go on after a problem, so that all are reported at once. */
export interface Findings {
  readonly problems: Problem[];
}

export function report(
  findings: Findings,
  code: PolicyProblemCode | LocaleProblemCode,
  place: Place,
  what: string,
  todo: string,
): void {
  findings.problems.push(problemAt(code, whereOf(place), what, todo));
}

/** `did you mean "x"`, else what to use instead. Suggesting stops where it would cost more than it helps. */
export function nearest(
  findings: Findings,
  name: string,
  known: Iterable<string>,
  fallback?: string,
): string {
  if (findings.problems.length > mostSuggestions) return fallback ?? "use one that is declared";
  const names: string[] = [];
  for (const one of known) if (names.push(one) > mostNames) break;
  const other = fallback ?? `use ${listed(names, "or")}`;
  return name.length > 100 || names.length > mostNames ? other : suggest(name, names, other);
}

const mostSuggestions = 200;
const mostNames = 2000;
