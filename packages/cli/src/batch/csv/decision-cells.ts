import type { Decision, OpenOf, Policy } from "@guichet/rules";
import type { CaseId } from "../answer-case.js";
import { emptySet, setDelimiter } from "./read-cell.js";

/** A cell: numbers and booleans stay what they are. */
export type Cell = string | number | boolean;

/** The headings of answers as rows: the id, the status, every public decision, what to ask, the cases. */
export function decisionHeadings(policy: Policy): readonly string[] {
  return ["id", "status", ...publicDecisions(policy), "needs", "cases"];
}

/** An answer as a row. What is open begins with `?`: `? a | b`, `? 0 to 1000`, `? a + b` (certain, then possible). */
export function decisionCells(policy: Policy, id: CaseId, decision: Decision): readonly Cell[] {
  const { status, outcome = {}, open = {}, needs = [], because = [] } = decision;
  const settled = outcome as Readonly<Record<string, Cell | readonly string[]>>;
  const possible = open as Readonly<Record<string, OpenOf<unknown> | object>>;
  const cells = publicDecisions(policy).map((name): Cell => {
    const value = settled[name];
    if (value !== undefined) return typeof value === "object" ? listed(value) : value;
    const left = possible[name];
    return left === undefined ? "" : `? ${inWords(left as Possible)}`;
  });
  const made = because.flatMap(({ decision: name, cases }) =>
    cases.map((one) => `${name}=${one.id}${one.certain ? "" : "?"}`),
  );
  const asked = needs.map(({ fact }) => fact);
  return [id, status, ...cells, asked.join(setDelimiter), made.join(setDelimiter)];
}

type Possible =
  | { readonly oneOf: readonly (string | boolean)[] }
  | { readonly certain: readonly string[]; readonly possible: readonly string[] }
  | {
      readonly from: string | number | null;
      readonly to: string | number | null;
      readonly none?: true;
    };

function inWords(left: Possible): string {
  if ("oneOf" in left) return left.oneOf.join(" | ");
  if ("certain" in left) {
    const others = left.possible.filter((value) => !left.certain.includes(value));
    return `${listed(left.certain)} + ${listed(others)}`;
  }
  const span = `${left.from ?? ""}..${left.to ?? ""}`;
  return left.none ? `${span} | none` : span;
}

function listed(values: readonly string[]): string {
  return values.length === 0 ? emptySet : values.join(setDelimiter);
}

function publicDecisions({ decisions }: Policy): readonly string[] {
  return Object.entries(decisions).flatMap(([name, { internal }]) => (internal ? [] : [name]));
}
