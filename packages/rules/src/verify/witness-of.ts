import { declaredFacts } from "../language/declared-facts.js";
import type { FactDeclaration } from "../language/fact.js";
import type { Policy } from "../language/policy.js";
import type { Value } from "../engine/evaluate.js";
import type { Feasibility } from "../engine/feasibility.js";
import { noOffset } from "../engine/offset.js";
import { scaleOf } from "../engine/scale.js";
import { nestFacts } from "../engine/nest-facts.js";
import type { Region, Step } from "./region.js";

/** Complete facts that lie in a region: they can be given to `decide`. */
export type Witness = Readonly<Record<string, unknown>>;

/** Picks complete facts from a region: the smallest of ordered facts, the first of values, no element that is not asked for. */
export function witnessOf(policy: Policy, region: Region): Witness {
  return nestFacts(factsIn(policy, region));
}

/** The same by path. */
export function factsIn(policy: Policy, region: Region): ReadonlyMap<string, Value> {
  const texts = textsIn(region.steps);
  const lived = { ...region, feasibility: inLivingMemory(policy, region.feasibility) };
  const values = new Map<string, Value>();
  for (const [path, declared] of declaredFacts(policy.facts)) {
    values.set(path, valueIn(lived, texts, path, declared));
  }
  return values;
}

/** What remains of ordered facts once days of this century, and numbers that are not negative, are preferred. */
export function inLivingMemory(policy: Policy, feasibility: Feasibility, copied?: string): Feasibility {
  const preferred = { date: scaleOf({ kind: "date" })?.place("2026-01-01") ?? 0, integer: 0 };
  let narrowed = feasibility;
  for (const [path, { kind }] of declaredFacts(policy.facts)) {
    if (kind !== "date" && kind !== "integer") continue;
    const term = { fact: path, offset: noOffset };
    for (const name of path === copied ? [path, copyOf(path)] : [path]) {
      narrowed = narrowed.assumeLess(preferred[kind] - 1, term, "", name) ?? narrowed;
    }
  }
  return narrowed;
}

/** Names the second copy of a fact that grows while all others stay. */
export const copyOf = (fact: string): string => `${fact}'`;

function valueIn(
  { steps, feasibility }: Region,
  texts: ReadonlyMap<string, string>,
  path: string,
  declared: FactDeclaration,
): Value {
  const scale = scaleOf(declared);
  if (scale) return scale.value(feasibility.interval(path).low);
  if (declared.kind === "text") return texts.get(path) ?? "some text";
  if (declared.kind === "set-of") {
    const present = steps.flatMap(({ variable, first }) =>
      variable.kind === "element" && variable.fact === path && first === 1 ? [variable.element] : [],
    );
    return declared.values.filter((element) => present.includes(element));
  }
  const chosen = steps.find(({ variable }) => variable.kind === "choice" && variable.fact === path);
  const values = declared.kind === "one-of" ? declared.values : [false, true];
  return values[chosen?.first ?? 0] ?? false;
}

/** Texts that are equal where they must be, and otherwise different from each other and from every word. */
function textsIn(steps: readonly Step[]): ReadonlyMap<string, string> {
  const groups = new Map<string, string>();
  const leaderOf = (text: string): string => {
    const leader = groups.get(text) ?? text;
    return leader === text ? text : leaderOf(leader);
  };
  const words = new Map<string, string>();
  for (const { variable, first } of steps) {
    if (variable.kind === "same") {
      for (const text of [variable.left, variable.right]) if (!groups.has(text)) groups.set(text, text);
      if (first === 1) groups.set(leaderOf(variable.left), leaderOf(variable.right));
    }
    if (variable.kind === "word" && !groups.has(variable.fact)) groups.set(variable.fact, variable.fact);
  }
  for (const { variable, first, last } of steps) {
    if (variable.kind !== "word" || first !== last) continue;
    const word = variable.words[first];
    if (word !== undefined) words.set(leaderOf(variable.fact), word);
  }
  return new Map(
    [...groups.keys()].map((text) => [text, words.get(leaderOf(text)) ?? `text of ${leaderOf(text)}`]),
  );
}
