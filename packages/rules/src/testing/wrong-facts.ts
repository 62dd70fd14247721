import * as fc from "fast-check";
import { declaredFacts } from "../language/declared-facts.js";
import type { FactDeclaration } from "../language/fact.js";
import type { Policy } from "../language/policy.js";
import { arbitraryValues } from "./arbitrary-facts.js";
import { nestFacts } from "./nest-facts.js";

/** Facts of which one is wrong, and the value there: a word or number that stands nowhere in a policy. */
export interface WrongFacts {
  readonly facts: object;
  readonly path: string;
  readonly canary: string;
}

export function arbitraryWrongFacts(policy: Policy): fc.Arbitrary<WrongFacts> {
  return fc
    .tuple(
      arbitraryValues(policy),
      fc.constantFrom(...declaredFacts(policy.facts)),
      fc.integer({ min: 1_000_000, max: 9_999_999 }),
    )
    .map(([values, [path, declared], number]) => {
      const canary = `canary${number}`;
      const others = [...values].filter(([other]) => other !== path);
      const wrong = wrongValue(declared, canary, number) as string;
      return {
        facts: nestFacts(policy, [...others, [path, wrong]]),
        path,
        canary: declared.kind === "integer" || declared.kind === "text" ? String(number) : canary,
      };
    });
}

function wrongValue(declared: FactDeclaration, canary: string, number: number): unknown {
  if (declared.kind === "set-of") return [canary];
  if (declared.kind === "text") return number;
  return declared.kind === "integer" ? number + 0.5 : canary;
}
