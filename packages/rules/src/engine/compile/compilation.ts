import type { Policy } from "../../language/policy.js";
import type { CompiledDecision } from "../compiled/compiled-decision.js";
import { CompiledPolicy, type ReadFacts } from "../compiled/compiled-policy.js";
import type { RunSegment } from "../compiled/common.js";
import { CompiledSegment } from "../compiled/compiled-segment.js";
import { decisionsData, readerData } from "../compiled/program-data.js";
import type { DecideOptions } from "../decide.js";
import type { NotInForce } from "../decision.js";
import { segmentsOf } from "../timeline.js";
import { closeReader } from "./closure-reader.js";
import { closeSegment } from "./closure-segment.js";
import { editionDataOf, policyDataOf, segmentDataOf } from "./policy-data-of.js";
import { planFacts } from "./facts-plan.js";
import { generateReader } from "./generate-reader.js";
import { generateSegment } from "./generate-segment.js";
import { layoutOf, type Layout } from "./layout.js";
import { mayGenerate } from "./may-generate.js";
import { planSegment } from "./plan-segment.js";
import type { SegmentPlan } from "./plan.js";
import { runProgram } from "./program.js";
import { isWritable } from "./written.js";

/** How a policy is run: as code generated for it, or as closures, which are slower and allowed everywhere. */
export type Backend = "generated" | "closures";

/** A policy that is made fast, segment by segment as they are asked for. */
export class Compilation {
  readonly policy: Policy;
  readonly backend: Backend;
  readonly layout: Layout;
  readonly #compiled: CompiledPolicy;
  readonly #plans: (SegmentPlan | undefined)[] = [];

  constructor(policy: Policy, wanted: Backend = "generated") {
    this.policy = policy;
    this.layout = layoutOf(policy);
    const data = policyDataOf(this.layout);
    this.backend = wanted === "generated" && mayGenerate() && isWritable(policy) ? "generated" : "closures";
    const facts = planFacts(this.layout);
    const read = this.#generatedOr<ReadFacts>(
      () => runProgram(generateReader(facts), readerData(data)),
      () => closeReader(facts),
    );
    const decisions = decisionsData(data);
    this.#compiled = new CompiledPolicy(data, read, (index, common) => {
      const plan = this.plan(index);
      const run = this.#generatedOr<RunSegment>(
        () => {
          const { program, texts } = generateSegment(this.layout, plan);
          return runProgram(program, { ...decisions, texts });
        },
        () => closeSegment(plan),
      );
      return new CompiledSegment(segmentDataOf(policy, plan), editionDataOf(policy, plan), run, common);
    });
  }

  /** Decides where facts are right and say enough, or nothing is in force; otherwise it is for `decide`. */
  decide(facts: unknown, options?: DecideOptions): CompiledDecision | NotInForce | undefined {
    return this.#compiled.decide(facts, options);
  }

  plan(index: number): SegmentPlan {
    const segment = segmentsOf(this.policy)[index];
    if (!segment) throw new RangeError("compile: there is no such segment");
    return (this.#plans[index] ??= planSegment(this.layout, segment));
  }

  /** A page may forbid generating code after it was tried: then too, closures do. */
  #generatedOr<Made>(generate: () => Made, close: () => Made): Made {
    if (this.backend === "closures") return close();
    try {
      return generate();
    } catch (error) {
      if (error instanceof SyntaxError) throw error;
      return close();
    }
  }
}
