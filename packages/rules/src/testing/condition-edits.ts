import type { Comparison, Condition } from "../language/condition.js";
import { along, whereOf, type Place } from "../language/place.js";
import { removed, type Edit, type Path } from "./edit.js";
import { isDay, shifted } from "./shifted.js";

/** Where something stands, for the machine and for people. */
export interface Spot {
  readonly path: Path;
  readonly place: Place;
}

export function below({ path, place }: Spot, ...steps: Path): Spot {
  return { path: [...path, ...steps], place: along(place, ...steps) };
}

export function editAt({ path, place }: Spot, kind: Edit["kind"], to: unknown, change: string): Edit {
  return { kind, path, to, where: whereOf(place), change };
}

/** Everything that can be written wrong in a condition: negated, a part left out, a comparison that is off. */
export function conditionEdits(spot: Spot, condition: Condition): readonly Edit[] {
  return [...negated(spot, condition), ...partEdits(spot, condition)];
}

function negated(spot: Spot, condition: Condition): readonly Edit[] {
  const to = "not" in condition ? condition.not : { not: condition };
  return [editAt(spot, "negation", to, "negated")];
}

function partEdits(spot: Spot, condition: Condition): readonly Edit[] {
  if ("not" in condition) return partEdits(below(spot, "not"), condition.not);
  if (!("all" in condition || "any" in condition)) return comparisonEdits(spot, condition);
  const group = "all" in condition ? "all" : "any";
  const parts = "all" in condition ? condition.all : condition.any;
  return parts.flatMap((part, index) => {
    const at = below(spot, group, index);
    const isGroup = "all" in part || "any" in part;
    return [
      ...(parts.length > 1 ? [editAt(at, "condition", removed, "left out")] : []),
      // A negated comparison is another comparator.
      ...(isGroup ? negated(at, part) : []),
      ...partEdits(at, part),
    ];
  });
}

const swapped: Readonly<Record<string, string>> = {
  equal: "notEqual",
  notEqual: "equal",
  in: "notIn",
  notIn: "in",
  contains: "doesNotContain",
  doesNotContain: "contains",
  lessThan: "lessThanInclusive",
  lessThanInclusive: "lessThan",
  greaterThan: "greaterThanInclusive",
  greaterThanInclusive: "greaterThan",
};

function comparisonEdits(spot: Spot, { operator, value }: Comparison): readonly Edit[] {
  const other = swapped[operator];
  const comparator =
    other === undefined
      ? editAt(
          below(spot, "value"),
          "comparator",
          !value,
          value === true ? "empty becomes not empty" : "not empty becomes empty",
        )
      : editAt(below(spot, "operator"), "comparator", other, `${operator} becomes ${other}`);
  const at = below(spot, "value");
  return [comparator, ...literalEdits(at, isDay(value) ? "date" : "threshold", value)];
}

/** A literal that is a step off, or a list that lacks an element. */
export function literalEdits(spot: Spot, kind: Edit["kind"], value: unknown): readonly Edit[] {
  if (!Array.isArray(value)) {
    return shifted(value).map((to) => editAt(spot, kind, to, `${String(value)} becomes ${to}`));
  }
  return value.map((element: unknown, index) =>
    editAt(below(spot, index), "element", removed, `"${String(element)}" left out`),
  );
}
