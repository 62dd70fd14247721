import { runsOf } from "../../engine/completions.js";
import type { Diagram } from "../../engine/diagrams.js";
import { diagramsOf, type PolicyDiagrams } from "../../engine/policy-diagrams.js";
import { segmentsOf } from "../../engine/timeline.js";
import type { Policy } from "../../language/policy.js";

/** What the public decisions of a policy depend on, in any of its editions. */
export interface ToldApart {
  /** Per variable its values in classes no decision tells apart; one class: nothing depends on it. */
  readonly classes: readonly (readonly (readonly number[])[])[];
  /** The facts some answer is computed from. */
  readonly answering: ReadonlySet<string>;
}

const cache = new WeakMap<Policy, ToldApart>();

export function toldApart(policy: Policy): ToldApart {
  let found = cache.get(policy);
  if (!found) cache.set(policy, (found = findToldApart(diagramsOf(policy))));
  return found;
}

function findToldApart(built: PolicyDiagrams): ToldApart {
  const { diagrams, variables } = built;
  // By variable and value, where the value leads to from every node that tests the variable.
  const leads = variables.list.map(({ size }) => Array.from({ length: size }, () => ""));
  const answering = new Set<string>();
  const seen = new Set<Diagram>();
  const walk = (diagram: Diagram): void => {
    if (seen.has(diagram)) return;
    seen.add(diagram);
    const leaf = diagrams.leafOf(diagram);
    if (leaf?.is === "fact") answering.add(leaf.fact);
    const own = leads[diagrams.variableOf(diagram)];
    diagrams.kidsOf(diagram).forEach((kid, value) => {
      if (own) own[value] = `${own[value] ?? ""} ${kid}`;
      walk(kid);
    });
  };
  for (const root of rootsOf(built)) walk(root);
  const classes = variables.list.map((variable, index) => {
    const own = leads[index] ?? [];
    if (variable.kind === "choice") return groupsOf(own);
    return runsOf(own, variable).map(({ first, last }) =>
      Array.from({ length: last - first + 1 }, (_, step) => first + step),
    );
  });
  return { classes, answering };
}

function rootsOf(built: PolicyDiagrams): readonly Diagram[] {
  const { policy } = built;
  const names = Object.keys(policy.decisions).filter((name) => policy.decisions[name]?.internal !== true);
  return segmentsOf(policy).flatMap((segment) => {
    const { given, scalars, sets, tables } = built.of(segment);
    return [
      given,
      ...names.flatMap((name) => {
        const table = tables.get(name);
        const cases = table === undefined ? [] : "holding" in table ? table.holding : [table.deciding];
        return [
          ...(scalars.has(name) ? [scalars.get(name) ?? given] : []),
          ...(sets.get(name)?.values() ?? []),
          ...cases,
        ];
      }),
    ];
  });
}

function groupsOf(own: readonly string[]): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  own.forEach((lead, value) => groups.set(lead, [...(groups.get(lead) ?? []), value]));
  return [...groups.values()];
}
