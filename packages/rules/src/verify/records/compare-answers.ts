import type { Feasibility } from "../../engine/feasibility.js";
import { itself } from "../../engine/completions.js";
import type { FactTerm, Leaf } from "../../engine/leaf.js";
import { scaleOf } from "../../engine/scale.js";
import type { Variable } from "../../engine/variables.js";
import { declaredFacts } from "../../language/declared-facts.js";
import type { DecisionDeclaration } from "../../language/decision.js";
import type { Policy } from "../../language/policy.js";
import type { FactPlus } from "../constraint.js";
import type { RecordedAnswer } from "./decision-record.js";
import type { Reached } from "./region-answers.js";

/** Whether an answer stays what it was; `untold`: it does for some of the facts that lie in the recorded regions. */
export type Sameness = "same" | "different" | "untold";

/** What a decision comes to for facts that lie in the recorded regions: one answer, or those it can be. */
export type AnswerNow =
  | { readonly answer: RecordedAnswer }
  | { readonly oneOf: readonly RecordedAnswer[] }
  | { readonly certain: readonly string[]; readonly possible: readonly string[] };

/** A leaf as it is recorded: a value of the policy, or a fact and what is added to it; never a fact's value. */
export function recordedLeaf(
  declared: DecisionDeclaration,
  leaf: Leaf,
): boolean | number | string | FactPlus {
  if (leaf.is === "value") return leaf.value;
  if (leaf.is === "fact") return { fact: leaf.fact, plus: leaf.offset };
  return leaf.is === "point" ? (scaleOf(declared)?.value(leaf.at) ?? leaf.at) : "none";
}

/** What the leaves of a decision say together. */
export function answerNow(declared: DecisionDeclaration, leaves: readonly (readonly Reached[])[]): AnswerNow {
  if (declared.kind === "set-of") {
    const among = (wanted: boolean): readonly string[] =>
      declared.values.filter((_, index) =>
        (leaves[index] ?? []).some(({ leaf }) => leaf.is === "value" && leaf.value === wanted),
      );
    const [present, absent] = [among(true), among(false)];
    const certain = present.filter((element) => !absent.includes(element));
    const possible = present.filter((element) => absent.includes(element));
    return possible.length === 0 ? { answer: certain } : { certain, possible };
  }
  const distinct = new Map(
    (leaves[0] ?? []).map(({ leaf }) => {
      const answer = recordedLeaf(declared, leaf);
      return [JSON.stringify(answer), answer] as const;
    }),
  );
  const [only] = distinct.values();
  return distinct.size === 1 && only !== undefined ? { answer: only } : { oneOf: [...distinct.values()] };
}

/** Compares a recorded answer with the leaves a decision comes to; no leaf at all is another answer. */
export function compareAnswer(
  policy: Policy,
  declared: DecisionDeclaration,
  recorded: RecordedAnswer,
  leaves: readonly (readonly Reached[])[],
): Sameness {
  if (declared.kind === "set-of") return compareSet(declared.values, recorded, leaves);
  const place = placeOf(policy, declared, recorded);
  return ofAll(
    (leaves[0] ?? []).map(({ leaf, feasibility }) => {
      if (leaf.is === "value") return leaf.value === recorded ? "same" : "different";
      if (place === undefined || leaf.is === "impossible") return "different";
      return comparePlaces(feasibility, place, leaf.is === "point" ? leaf.at : leaf);
    }),
  );
}

function compareSet(
  values: readonly string[],
  recorded: RecordedAnswer,
  leaves: readonly (readonly Reached[])[],
): Sameness {
  const elements = Array.isArray(recorded) ? (recorded as readonly string[]) : undefined;
  if (!elements?.every((element) => values.includes(element))) return "different";
  const each = values.map((element, index) =>
    ofAll(
      (leaves[index] ?? []).map(({ leaf }) =>
        leaf.is === "value" && leaf.value === elements.includes(element) ? "same" : "different",
      ),
    ),
  );
  if (each.includes("different")) return "different";
  return each.includes("untold") ? "untold" : "same";
}

function ofAll(found: readonly Sameness[]): Sameness {
  if (found.every((one) => one === "different")) return "different";
  return found.every((one) => one === "same") ? "same" : "untold";
}

type Place = number | FactTerm;

/** The place of a recorded answer on the scale of its decision; `undefined` where it has none. */
function placeOf(policy: Policy, declared: DecisionDeclaration, recorded: RecordedAnswer): Place | undefined {
  const scale = scaleOf(declared);
  if (!scale || recorded === "none") return undefined;
  if (!isTerm(recorded)) {
    const at = scale.place(recorded);
    return Number.isNaN(at) ? undefined : at;
  }
  const fact = declaredFacts(policy.facts).get(recorded.fact);
  const isOfKind = fact?.kind === declared.kind || (fact?.kind === "integer" && declared.kind === "amount");
  return isOfKind && (recorded.plus.length === 0 || declared.kind === "date")
    ? { fact: recorded.fact, offset: recorded.plus }
    : undefined;
}

/** Two terms may come to the same day for all facts of the regions, for some of them, or for none. */
function comparePlaces(feasibility: Feasibility, one: Place, other: Place): Sameness {
  if (!assumeLess(feasibility, one, other) && !assumeLess(feasibility, other, one)) return "same";
  return mayMeet(feasibility, one, other) ? "untold" : "different";
}

function assumeLess(feasibility: Feasibility, one: Place, other: Place): Feasibility | undefined {
  return feasibility.assumeLess(one, other, nameOf(one), nameOf(other));
}

function mayMeet(feasibility: Feasibility, one: Place, other: Place): boolean {
  if (typeof one === "number" && typeof other === "number") return one === other;
  if (typeof one === "number") return mayMeet(feasibility, other, one);
  if (typeof other === "number") {
    return assumeLess(feasibility, one, other + 1)?.assumeLess(other - 1, one, "", one.fact) !== undefined;
  }
  const notBefore = (left: FactTerm, right: FactTerm): Variable => ({ kind: "order", left, right, size: 2 });
  return (
    feasibility.assume(notBefore(one, other), 0, 0, itself)?.assume(notBefore(other, one), 0, 0, itself) !==
    undefined
  );
}

function isTerm(answer: RecordedAnswer): answer is FactPlus {
  return typeof answer === "object" && "fact" in answer;
}

function nameOf(place: Place): string {
  return typeof place === "number" ? "" : place.fact;
}
