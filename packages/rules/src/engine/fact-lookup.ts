import { declaredFacts } from "../language/declared-facts.js";
import type { FactDeclaration } from "../language/fact.js";
import type { Policy } from "../language/policy.js";

/** A fact as the checks see it: where it stands, and what is expected there in words. */
export interface DeclaredFact {
  readonly path: string;
  /** Among the facts of the policy, in declared order. */
  readonly position: number;
  readonly declared: FactDeclaration;
  readonly expected: string;
  /** The listed values of an enumerated fact, else none. */
  readonly values: ReadonlySet<string>;
}

/** The facts of a group by their names. */
export type FactGroup = ReadonlyMap<string, DeclaredFact>;

/** A policy's facts by their paths and, as they are supplied, by name and group. Both in declared order. */
export interface FactLookup {
  readonly byPath: FactGroup;
  readonly byName: ReadonlyMap<string, DeclaredFact | FactGroup>;
}

/** A longer text is refused. */
export const longestText = 1000;

const lookups = new WeakMap<Policy, FactLookup>();

/** The facts a policy declares, ready to be looked up. */
export function factLookup(policy: Policy): FactLookup {
  let lookup = lookups.get(policy);
  if (!lookup) lookups.set(policy, (lookup = indexFacts(policy)));
  return lookup;
}

/** What a value of a fact looks like, in words: `one of "car", "bike"`. */
export function expectedInWords(declared: FactDeclaration): string {
  switch (declared.kind) {
    case "boolean":
      return "true or false";
    case "one-of":
      return `one of ${quoted(declared.values)}`;
    case "set-of":
      return `a list of any of ${quoted(declared.values)}, each at most once`;
    case "integer":
      return `a whole number${inUnit(declared.unit)}${withinBounds(declared.min, declared.max)}`;
    case "date":
      return "a day of the calendar, YYYY-MM-DD";
    case "time":
      return "a time of day from 00:00 to 23:59, HH:MM";
    case "text":
      return "text of at most 1,000 characters";
  }
}

function indexFacts(policy: Policy): FactLookup {
  const byPath = new Map<string, DeclaredFact>();
  const byName = new Map<string, DeclaredFact | Map<string, DeclaredFact>>();
  for (const [path, declared] of declaredFacts(policy.facts)) {
    const values = new Set<string>("values" in declared ? declared.values : []);
    const fact = { path, position: byPath.size, declared, expected: expectedInWords(declared), values };
    byPath.set(path, fact);
    const [outer = "", inner] = path.split(".");
    const group = byName.get(outer);
    if (inner === undefined) byName.set(outer, fact);
    else if (group instanceof Map) group.set(inner, fact);
    else byName.set(outer, new Map([[inner, fact]]));
  }
  return { byPath, byName };
}

function quoted(values: readonly string[]): string {
  return values.map((value) => `"${value}"`).join(", ");
}

function inUnit(unit: string | undefined): string {
  return unit === undefined ? "" : ` (${unit})`;
}

function withinBounds(min: number | undefined, max: number | undefined): string {
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`;
  if (min !== undefined) return `, at least ${min}`;
  return max === undefined ? "" : `, at most ${max}`;
}
