import type { Policy } from "../language/policy.js";
import { GuichetError, problemAt, suggest, type FactProblem } from "../language/problem.js";
import { factLookup, type DeclaredFact, type FactGroup } from "./fact-lookup.js";
import type { Value } from "./evaluate.js";
import { givenProblems } from "./given.js";
import { readFact } from "./read-fact.js";

/** The facts somebody supplied, by path in declared order, and everything that is wrong with them. */
export interface FactsReading {
  readonly values: ReadonlyMap<string, Value>;
  readonly problems: readonly FactProblem[];
}

/**
 * Says everything that is wrong with somebody's facts, without a value; nothing when they can be decided on.
 * What is left out (or `undefined`) is unknown, which is never wrong.
 *
 * @example
 * const problems = checkFacts(parking, { visit: { on: "2026-02-30" } });
 * problems[0]?.message; // visitor-parking, fact "visit.on": not a day of the calendar; supply a day …
 */
export function checkFacts(policy: Policy, facts: unknown): readonly FactProblem[] {
  return readFacts(policy, facts).problems;
}

/**
 * A copy of somebody's facts by path, which later changes of their object do not reach.
 *
 * Errors: `facts-refused`, with every problem `checkFacts` finds.
 */
export function captureFacts(policy: Policy, facts: unknown): ReadonlyMap<string, Value> {
  const { values, problems } = readFacts(policy, facts);
  if (problems.length > 0) throw new GuichetError("facts-refused", problems);
  return values;
}

/** Reads somebody's facts, each property once: what a getter or a proxy answers later does not count. */
export function readFacts(policy: Policy, facts: unknown): FactsReading {
  const { byName, byPath } = factLookup(policy);
  const found: Found = { policy, values: new Array<undefined>(byPath.size).fill(undefined), problems: [] };
  readEntries(found, "", facts, byName);
  const values = new Map<string, Value>();
  for (const { path, position } of byPath.values()) {
    const value = found.values[position];
    if (value !== undefined) values.set(path, value);
  }
  return { values, problems: [...found.problems, ...givenProblems(policy, values)] };
}

interface Found {
  readonly policy: Policy;
  /** In declared order, whatever order they are supplied in. */
  readonly values: (Value | undefined)[];
  readonly problems: FactProblem[];
}

/** Names that mean something to the runtime. */
const forbiddenNames: readonly string[] = ["__proto__", "constructor", "prototype"];

function readEntries(found: Found, group: string, raw: unknown, known: Known): void {
  const keys = attempt(() => (isObjectOfFacts(raw) ? Object.keys(raw) : undefined));
  if (keys === unreadable) reportUnreadable(found, group);
  else if (keys === undefined) reportNoObject(found, group, raw);
  else {
    for (const key of keys) {
      const entry = known.get(key);
      if (entry === undefined) reportUnknown(found, group, key, known);
      else if ("path" in entry) readValue(found, raw as Properties, key, entry);
      else readGroup(found, raw as Properties, key, entry);
    }
  }
}

type Known = ReadonlyMap<string, DeclaredFact | FactGroup>;
type Properties = Readonly<Record<string, unknown>>;

function readGroup(found: Found, raw: Properties, name: string, known: FactGroup): void {
  const group = attempt(() => raw[name]);
  if (group === unreadable) reportUnreadable(found, name);
  else if (group !== undefined) readEntries(found, name, group, known);
}

function readValue(found: Found, raw: Properties, name: string, fact: DeclaredFact): void {
  try {
    const value = raw[name];
    if (value === undefined) return;
    const reading = readFact(fact, value);
    if ("value" in reading) found.values[fact.position] = reading.value;
    else report(found, fact.path, reading.wrong.code, reading.wrong.what, fact.expected);
  } catch {
    reportUnreadable(found, fact.path);
  }
}

const unreadable = Symbol("unreadable");

function attempt<Result>(read: () => Result): Result | typeof unreadable {
  try {
    return read();
  } catch {
    return unreadable;
  }
}

// A list, a Map, a Promise or a Date may have no properties of its own: it would pass for facts that are all unknown.
function isObjectOfFacts(raw: unknown): raw is object {
  return Object.prototype.toString.call(raw) === "[object Object]";
}

const objectInWords = "an object with a property for each known fact";

function reportNoObject(found: Found, group: string, raw: unknown): void {
  if (raw === null && group !== "") report(found, group, "null-fact", "null is not a value", objectInWords);
  else report(found, group, "not-an-object", "not an object of facts", objectInWords);
}

function reportUnreadable(found: Found, path: string): void {
  const todo = "supply plain data";
  report(found, path, "unreadable-fact", "an error was thrown when it was read", "plain data", todo);
}

const declaredInWords = "a fact the policy declares";

function reportUnknown(found: Found, group: string, key: string, known: Known): void {
  const path = group === "" ? key : `${group}.${key}`;
  const { byPath } = factLookup(found.policy);
  if (forbiddenNames.includes(key)) {
    report(found, path, "forbidden-name", "the name is not allowed", declaredInWords, "leave it out");
  } else if (byPath.has(key)) {
    const [outer = "", inner] = key.split(".");
    const nested = inner === undefined ? `"${outer}" at the top` : `"${inner}" inside the object "${outer}"`;
    report(
      found,
      path,
      "unknown-fact",
      "it does not stand where it belongs",
      declaredInWords,
      `put ${nested}`,
    );
  } else if (isShown(key)) {
    const todo = found.problems.length < 100 ? meantName(key, known, byPath) : "leave it out";
    report(found, path, "unknown-fact", "unknown fact", declaredInWords, todo);
  } else {
    const what = "unknown fact with a name that is not shown";
    report(found, group, "unknown-fact", what, declaredInWords, "leave it out");
  }
}

// Guessing what was meant is for people, who read no more than a hundred problems.
function meantName(key: string, known: Known, byPath: FactGroup): string {
  const elsewhere = [...byPath.keys()].find((path) => path.endsWith(`.${key}`));
  return elsewhere === undefined ? suggest(key, known.keys(), "leave it out") : `did you mean "${elsewhere}"`;
}

// A name may be data that went astray, a patient's name even: only what looks like one of ours is repeated.
function isShown(key: string): boolean {
  return key.length <= 64 && /^[A-Za-z_$][\w$]*$/.test(key);
}

function report(
  found: Found,
  path: string,
  code: string,
  what: string,
  expected: string,
  todo = code === "null-fact" ? "leave it out when it is unknown" : `supply ${expected}`,
): void {
  const where = path === "" ? `${found.policy.id}, facts` : `${found.policy.id}, fact "${path}"`;
  found.problems.push({ ...problemAt(code, where, what, todo), path, expected });
}
