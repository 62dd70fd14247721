import type { FactsOf, Policy } from "../../language/policy.js";
import type { DecideOptions } from "../decide.js";
import type { Decided, NotInForce } from "../decision.js";
import type { RunSegment } from "./common.js";
import { CompiledPolicy, type ReadFacts } from "./compiled-policy.js";
import { CompiledSegment } from "./compiled-segment.js";
import type { PolicyData, SegmentData } from "./policy-data.js";
import { decisionsData, readerData, type ProgramData } from "./tools.js";

/**
 * Decides where the facts are right and say all that the rules of their day look at: the decision `decide` would give.
 * Otherwise `undefined`: ask `decide`, which says what is wrong, or what can be said all the same.
 */
export type CompiledDecide<P extends Policy> = (
  facts: FactsOf<P>,
  options?: DecideOptions,
) => Decided<P> | NotInForce<P> | undefined;

/** What a module made ahead of time holds: data, and programs that are given theirs. */
export interface CompiledModule {
  readonly data: PolicyData;
  readonly read: (data: ProgramData) => ReadFacts;
  readonly segments: readonly {
    readonly data: SegmentData;
    readonly texts: readonly string[];
    readonly run: (data: ProgramData) => RunSegment;
  }[];
}

/** Makes a module ready to decide. Such modules call it; they are written by `moduleOf` and `guichet compile`. */
export function decideCompiled<P extends Policy>({
  data,
  read,
  segments,
}: CompiledModule): CompiledDecide<P> {
  const decisions = decisionsData(data);
  const compiled = new CompiledPolicy(data, read(readerData(data)), (index, common) => {
    const segment = segments[index];
    const edition = data.editions[segment?.data.editionAt ?? 0];
    if (!segment || !edition) throw new RangeError("compile: there is no such segment");
    return new CompiledSegment(
      segment.data,
      edition,
      segment.run({ ...decisions, texts: segment.texts }),
      common,
    );
  });
  return (facts, options) => compiled.decide(facts, options) as Decided<P> | NotInForce<P> | undefined;
}
