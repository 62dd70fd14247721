import type { FactsOf, Policy } from "../../language/policy.js";
import { GuichetError, problemAt } from "../../language/problem.js";
import type { DecideOptions } from "../decide.js";
import type { Decided, NotInForce } from "../decision.js";
import type { RunSegment } from "./common.js";
import { CompiledPolicy, type ReadFacts } from "./compiled-policy.js";
import { CompiledSegment } from "./compiled-segment.js";
import type { PolicyData, SegmentData } from "./policy-data.js";
import { decisionsData, readerData, type ProgramData } from "./program-data.js";

/**
 * Decides where the facts are right and say all that the rules of their day look at: the decision `decide` would give.
 * Otherwise `undefined`: ask `decide`, which says what is wrong, or what can be said all the same.
 */
export type CompiledDecide<P extends Policy> = (
  facts: FactsOf<P>,
  options?: DecideOptions,
) => Decided<P> | NotInForce<P> | undefined;

/** Changes whenever a module made before would be understood otherwise than it was meant. */
export const moduleFormat = 2;

/** What a module made ahead of time holds: data, and programs that are given theirs. */
export interface CompiledModule {
  readonly format: typeof moduleFormat;
  readonly data: PolicyData;
  readonly read: (data: ProgramData) => ReadFacts;
  readonly segments: readonly {
    readonly data: SegmentData;
    readonly texts: readonly string[];
    readonly run: (data: ProgramData) => RunSegment;
  }[];
}

/**
 * Makes a module ready to decide. Such modules call it; they are written by `moduleOf` and `guichet compile`.
 *
 * Errors: `compiled-outdated` where another version made the module: it is refused when it is loaded.
 */
export function decideCompiled<P extends Policy>({
  format,
  data,
  read,
  segments,
}: CompiledModule): CompiledDecide<P> {
  // Older modules have no format at all, whatever their type says.
  if ((format as unknown) !== moduleFormat) throw outdated(data.policy);
  const decisions = decisionsData(data);
  const compiled = new CompiledPolicy(data, read(readerData(data)), (index, common) => {
    const segment = segments[index];
    const edition = data.editions[segment?.data.editionAt ?? 0];
    if (!segment || !edition) return undefined;
    const { data: own, texts, run } = segment;
    return new CompiledSegment(own, edition, run({ ...decisions, texts }), common);
  });
  return (facts, options) => compiled.decide(facts, options) as Decided<P> | NotInForce<P> | undefined;
}

function outdated(policy: string): GuichetError {
  const what = "it was compiled by another version";
  const problem = problemAt("compiled-outdated", policy, what, "compile it anew");
  return new GuichetError("compiled-outdated", [problem]);
}
