import * as fc from "fast-check";
import { decide } from "../engine/decide.js";
import type { Decision } from "../engine/decision.js";
import type { Example } from "../language/example.js";
import type { Locale } from "../language/locale.js";
import type { Policy } from "../language/policy.js";

/** What the laws are told beside the policy. */
export interface LawOptions {
  /** The policy's worked examples. */
  readonly examples?: readonly Example[];
  /** The policy's messages in the languages it is shipped in. */
  readonly locales?: readonly Locale[];
  /** What decides, where it is not the library itself: a server, another engine, a clinic's own wrapping. */
  readonly decide?: (policy: Policy, facts: object) => Decision;
}

/** A property of fast-check: run it with `fc.assert`, `fc.check`, or whatever runs properties for you. */
export type LawProperty = fc.IRawProperty<unknown, false>;

/** A law of the kit for one policy. */
export type PolicyLaw = (policy: Policy, options?: LawOptions) => LawProperty;

/** A law over facts that are drawn: the promise throws where it is broken. */
export function drawn<Input>(inputs: fc.Arbitrary<Input>, promise: (input: Input) => void): LawProperty {
  return fc.property(inputs, (input) => {
    promise(input);
  });
}

/** Something that breaks a law, found without drawing. */
export interface Found {
  readonly what: string;
  /** What shows it; facts where there are some. */
  readonly witness?: unknown;
}

/** A law that is looked at once and as a whole: the counterexample is the first thing that was found. */
export function proved(found: readonly Found[]): LawProperty {
  const [first] = found;
  return fc.property(fc.constant(first?.witness ?? {}), () => {
    demand(first === undefined, found.map(({ what }) => what).join("; "));
  });
}

export function demand(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

export function deciding({ decide: decideWith }: LawOptions): (policy: Policy, facts: object) => Decision {
  return decideWith ?? decide;
}
