import type { Policy } from "../language/policy.js";

/** The small mistakes that are planted. `citation` and `gap` change the reasons of an answer, all others the answer. */
export const mutantKinds = [
  "threshold",
  "date",
  "term",
  "comparator",
  "negation",
  "condition",
  "case",
  "order",
  "element",
  "result",
  "otherwise",
  "rate",
  "citation",
  "gap",
] as const;

export type MutantKind = (typeof mutantKinds)[number];

/** One small mistake somebody could make in a policy. */
export interface Edit {
  readonly kind: MutantKind;
  /** The steps from the policy to what is changed. */
  readonly path: Path;
  /** What stands there instead; `removed` for nothing. */
  readonly to: unknown;
  /** Where it is, as people name it. */
  readonly where: string;
  /** What is changed there, in a few words. */
  readonly change: string;
}

export type Path = readonly (string | number)[];

/** Stands for "nothing stands here any longer". */
export const removed = Symbol("removed");

/** The policy with one edit. All that is not on the way to it stays shared with the original. */
export function applyEdit(policy: Policy, { path, to }: Pick<Edit, "path" | "to">): unknown {
  return changed(policy, path, to);
}

function changed(data: unknown, [step, ...rest]: Path, to: unknown): unknown {
  if (step === undefined) return to;
  const inner = changed((data as Readonly<Record<string | number, unknown>>)[step], rest, to);
  if (Array.isArray(data)) {
    const items: readonly unknown[] = data;
    return inner === removed ? items.toSpliced(Number(step), 1) : items.with(Number(step), inner);
  }
  const entries = Object.entries(data as object);
  if (inner === removed) return Object.fromEntries(entries.filter(([key]) => key !== step));
  return Object.fromEntries(entries.map(([key, value]) => [key, key === step ? inner : value]));
}
