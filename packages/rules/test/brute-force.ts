import { dayFromIso } from "../src/calendar/civil-day.js";
import type { OpenAnswer } from "../src/engine/answers.js";
import { evaluate, holds, type Value } from "../src/engine/evaluate.js";
import { segmentOn } from "../src/engine/timeline.js";
import type { Policy } from "../src/language/policy.js";
import type { Edges } from "./small-vocabulary.js";

/** What trying every completion says of one decision. */
export interface TriedDecision {
  readonly answers: readonly Value[];
  /** The facts in which alone two completions differ that give different answers. */
  readonly alone: readonly string[];
  /** Whether completions that agree on these facts always give the same answer. */
  settles(supplied: readonly string[]): boolean;
  /** By segment, the cases that decide in some completion, and whether in all of that segment. */
  readonly cases: ReadonlyMap<number, ReadonlyMap<string, boolean>>;
}

/** One way to complete the facts, and what the specification answers for it. */
export interface Completion {
  readonly facts: ReadonlyMap<string, Value>;
  readonly outcome: ReadonlyMap<string, Value>;
}

/** Everything the specification says of the completions of some facts. */
export interface Tried {
  /** The segments some completion falls in. */
  readonly segments: readonly number[];
  readonly decisions: ReadonlyMap<string, TriedDecision>;
  readonly count: number;
  completion(index: number): Completion;
}

type Domains = ReadonlyMap<string, readonly Value[]>;

/** Answers per completion, as small numbers: two are the same exactly where their JSON is. */
class Answered {
  readonly values: Value[] = [];
  readonly ids: Int32Array;
  readonly #known = new Map<string, number>();

  constructor(completions: number) {
    this.ids = new Int32Array(completions).fill(notCounted);
  }

  put(at: number, value: Value): void {
    const text = JSON.stringify(value);
    let id = this.#known.get(text);
    if (id === undefined) {
      id = this.values.push(value) - 1;
      this.#known.set(text, id);
    }
    this.ids[at] = id;
  }
}

/** A completion that breaks what is given, or lies before the first edition. */
const notCounted = -1;

/** Tries every completion of the facts that meets what is given; only those on a day in force count. */
export function tryAll(
  policy: Policy,
  domains: Domains,
  known: ReadonlyMap<string, Value>,
): Tried | "contradictory" | "not-in-force" {
  const unknown = [...domains.keys()].filter((path) => !known.has(path));
  const sizes = unknown.map((path) => (domains.get(path) ?? []).length);
  const total = sizes.reduce((all, size) => all * size, 1);
  const answered = new Map(Object.keys(policy.decisions).map((name) => [name, new Answered(total)]));
  const counted: number[] = [];
  const inSegment = new Map<number, number>();
  const cases = new Map<string, number>();
  let goesTogether = false;
  const factsAt = (at: number): ReadonlyMap<string, Value> => {
    const facts = new Map(known);
    let rest = at;
    for (const [index, path] of unknown.entries()) {
      const size = sizes[index] ?? 1;
      facts.set(path, domains.get(path)?.[rest % size] ?? "");
      rest = Math.floor(rest / size);
    }
    return facts;
  };
  const count = <Key>(of: Map<Key, number>, key: Key): void => {
    of.set(key, (of.get(key) ?? 0) + 1);
  };

  for (let at = 0; at < total; at += 1) {
    const facts = factsAt(at);
    const read = (path: string): Value => facts.get(path) ?? "";
    if (!(policy.given ?? []).every((one) => holds(one.holds, ({ fact }) => read(fact)))) continue;
    goesTogether = true;
    const segment = segmentOn(policy, String(read(policy.datedBy)));
    if (!segment) continue;
    const made = evaluate(policy, segment, read);
    for (const [name, value] of Object.entries(made.values)) answered.get(name)?.put(at, value);
    for (const [name, ids] of Object.entries(made.cases)) {
      for (const id of ids) count(cases, JSON.stringify([name, segment.index, id]));
    }
    count(inSegment, segment.index);
    counted.push(at);
  }
  if (counted.length === 0) return goesTogether ? "not-in-force" : "contradictory";

  const decisions = new Map<string, TriedDecision>();
  for (const [name, { values, ids }] of answered) {
    const held = new Map([...inSegment.keys()].map((segment) => [segment, new Map<string, boolean>()]));
    for (const [key, times] of cases) {
      const [decision, segment, id] = JSON.parse(key) as [string, number, string];
      if (decision === name) held.get(segment)?.set(id, times === inSegment.get(segment));
    }
    decisions.set(name, {
      answers: values,
      alone: unknown.filter((_, index) => tellsApart(ids, sizes, (fact) => fact === index)),
      settles: (supplied) => !tellsApart(ids, sizes, (fact) => !supplied.includes(unknown[fact] ?? "")),
      cases: held,
    });
  }
  return {
    segments: [...inSegment.keys()].sort((left, right) => left - right),
    decisions,
    count: counted.length,
    completion(index) {
      const at = counted[index % counted.length] ?? 0;
      const outcome = new Map(
        [...answered].flatMap(([name, { values, ids }]) => {
          const value = values[ids[at] ?? notCounted];
          return value === undefined ? [] : [[name, value] as const];
        }),
      );
      return { facts: factsAt(at), outcome };
    },
  };
}

/** Whether two completions that agree on all facts but those that vary have different answers. */
function tellsApart(ids: Int32Array, sizes: readonly number[], varied: (fact: number) => boolean): boolean {
  const first = new Map<number, number>();
  for (const [at, id] of ids.entries()) {
    if (id === notCounted) continue;
    let [group, stride, rest] = [0, 1, at];
    for (const [fact, size] of sizes.entries()) {
      if (!varied(fact)) group += (rest % size) * stride;
      stride *= size;
      rest = Math.floor(rest / size);
    }
    const before = first.get(group);
    if (before === undefined) first.set(group, id);
    else if (before !== id) return true;
  }
  return false;
}

/** The possible answers in the form an open decision shows them. */
export function openForm(
  policy: Policy,
  decision: string,
  answers: readonly Value[],
  edges: Edges,
): OpenAnswer {
  const declared = policy.decisions[decision];
  if (declared?.kind === "set-of") {
    const sets = answers as readonly (readonly string[])[];
    const certain = declared.values.filter((value) => sets.every((set) => set.includes(value)));
    const possible = declared.values.filter(
      (value) => !certain.includes(value) && sets.some((set) => set.includes(value)),
    );
    return { certain, possible };
  }
  if (declared?.kind === "boolean")
    return { oneOf: [false, true].filter((value) => answers.includes(value)) };
  if (declared?.kind === "one-of")
    return { oneOf: declared.values.filter((value) => answers.includes(value)) };
  const places = (answers as readonly (string | number)[])
    .filter((answer) => answer !== "none")
    .sort((left, right) => (left < right ? -1 : 1));
  const [from, to] = [places[0], places.at(-1)];
  return {
    from: from === undefined || isOutside(declared?.kind, from, edges) ? null : from,
    to: to === undefined || isOutside(declared?.kind, to, edges) ? null : to,
    ...(answers.includes("none") ? { none: true as const } : {}),
  };
}

function isOutside(kind: string | undefined, bound: string | number, edges: Edges): boolean {
  if (kind === "time") return false;
  const [least, most] = kind === "date" ? edges.date : edges.number;
  const at = typeof bound === "number" ? bound : (dayFromIso(bound) ?? 0);
  return at < least || at > most;
}
