import type { Amended, Period } from "../../language/amended.js";
import { dayAfter } from "../../engine/timeline.js";
import type { Decisions } from "../../language/decision.js";
import type { FactDeclaration, Facts } from "../../language/fact.js";
import type { Findings } from "../../language/findings.js";
import { localeEntries } from "../../language/locale-entries.js";
import type { Policy } from "../../language/policy.js";
import type { Amendment } from "./amendment.js";
import { changeEditions } from "./change-editions.js";
import { changeRates } from "./change-rates.js";
import type { Plan } from "./plan-changes.js";

/** Writes planned changes into a copy of a policy. What has no place in it is reported. */
export function buildAmended(
  findings: Findings,
  policy: Policy,
  amendments: readonly Amendment[],
  plan: Plan,
): Policy {
  const built = {
    ...policy,
    sources: { ...policy.sources, ...Object.fromEntries(amendments.map(({ id, source }) => [id, source])) },
    facts: withElements(policy.facts, plan),
    decisions: withElements(policy.decisions, plan, "decision"),
    rates: changeRates(policy.rates, plan.rates),
    editions: changeEditions(findings, policy.editions, plan.cases) as Policy["editions"],
    amendments: amendments.map((amendment) => amendedBy(amendment, plan)),
  };
  if (!policy.accepts) return built;
  // What was accepted of a case that is gone is accepted of nothing.
  const [issued, now] = [localeEntries(policy).cases, localeEntries(built).cases];
  return { ...built, accepts: policy.accepts.filter(({ at }) => !issued.has(at) || now.has(at)) };
}

type Declared = Facts[string] | Decisions[string];

function withElements<Part extends Facts | Decisions>(part: Part, { elements }: Plan, group?: string): Part {
  const named = (name: string): string => (group === undefined ? name : `${group}.${name}`);
  const widened = (declared: Declared, name: string): object => {
    if (!isDeclaration(declared)) {
      return Object.fromEntries(
        Object.entries(declared).map(([last, fact]) => [last, widened(fact, `${name}.${last}`)]),
      );
    }
    const more = elements
      .filter(({ change }) => change.of.includes(name))
      .map(({ change }) => change.element);
    return more.length === 0 || !("values" in declared)
      ? declared
      : { ...declared, values: [...declared.values, ...more] };
  };
  return Object.fromEntries(
    Object.entries<Declared>(part).map(([name, declared]) => [name, widened(declared, named(name))]),
  ) as Part;
}

/** A group may have a fact named "kind"; only a declaration has a text there. */
function isDeclaration(declared: Declared): declared is FactDeclaration | Decisions[string] {
  return typeof declared.kind === "string";
}

function amendedBy(amendment: Amendment, { rates, cases }: Plan): Amended {
  const own = [...rates, ...cases].filter((one) => one.amendment === amendment);
  return { id: amendment.id, title: amendment.title, holds: merged(own) };
}

/** Stretches of days as few as they can be, in order. */
function merged(
  stretches: readonly { readonly from: string; readonly to: string | null }[],
): readonly Period[] {
  const periods: { from: string; to: string | null }[] = [];
  for (const { from, to } of stretches.toSorted((left, right) => (left.from < right.from ? -1 : 1))) {
    const last = periods.at(-1);
    if (last && (last.to === null || from <= dayAfter(last.to))) {
      last.to = last.to === null || to === null ? null : last.to > to ? last.to : to;
    } else periods.push({ from, to });
  }
  return periods.map(({ from, to }) => (to === null ? { from } : { from, to }));
}
