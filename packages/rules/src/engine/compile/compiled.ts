import { dayFromIso } from "../../calendar/civil-day.js";
import type { Policy } from "../../language/policy.js";
import { segmentsOf, type Segment } from "../timeline.js";
import { closeReader } from "./closure-reader.js";
import { closeSegment } from "./closure-segment.js";
import { planFacts } from "./facts-plan.js";
import type { FastDecision, ReadFacts, RunSegment } from "./fast-decision.js";
import { generateReader, runReader } from "./generate-reader.js";
import { generateSegment, runGenerated } from "./generate-segment.js";
import { layoutOf, type Layout } from "./layout.js";
import { mayGenerate } from "./may-generate.js";
import { planSegment } from "./plan-segment.js";
import type { Frame, SegmentPlan } from "./plan.js";
import { isProvedName } from "./written.js";

/** How a policy is run: as code generated for it, or as closures, which are slower and allowed everywhere. */
export type Backend = "generated" | "closures";

/** A policy made fast, segment by segment as they are asked for. */
export class CompiledPolicy {
  readonly backend: Backend;
  readonly layout: Layout;
  readonly #segments: readonly Segment[];
  readonly #starts: readonly number[];
  readonly #day: number;
  readonly #read: ReadFacts;
  readonly #plans: (SegmentPlan | undefined)[] = [];
  readonly #runs: (RunSegment | undefined)[] = [];

  constructor(policy: Policy, wanted: Backend = "generated") {
    this.layout = layoutOf(policy);
    this.backend = wanted === "generated" && mayGenerate() && isWritable(policy) ? "generated" : "closures";
    this.#segments = segmentsOf(policy);
    this.#starts = this.#segments.map(({ from }) =>
      from === null ? -Infinity : (dayFromIso(from) ?? Infinity),
    );
    this.#day = this.layout.facts.get(policy.datedBy)?.slot ?? 0;
    const facts = planFacts(this.layout);
    this.#read = this.#generatedOr(
      () => runReader(generateReader(facts)),
      () => closeReader(facts),
    );
  }

  /**
   * Decides where the facts are right and say all that the segment looks at; otherwise it is for the diagrams, or for
   * the checks that say what is wrong.
   */
  decide(facts: unknown): FastDecision | undefined {
    const frame = this.#attempt(facts);
    const day = frame?.[this.#day];
    if (frame === undefined || typeof day !== "number") return undefined;
    let index = this.#starts.length - 1;
    while (index >= 0 && day < (this.#starts[index] ?? Infinity)) index -= 1;
    if (index < 0) return undefined;
    if (frame[this.layout.partial] === true && !this.#isEnough(frame, index)) return undefined;
    const run = (this.#runs[index] ??= this.#compile(index));
    return run(frame);
  }

  plan(index: number): SegmentPlan {
    const segment = this.#segments[index];
    if (!segment) throw new RangeError("compile: there is no such segment");
    return (this.#plans[index] ??= planSegment(this.layout, segment));
  }

  #isEnough(frame: Frame, index: number): boolean {
    return this.plan(index).reads.every((slot) => frame[slot] !== undefined);
  }

  #compile(index: number): RunSegment {
    const plan = this.plan(index);
    return this.#generatedOr(
      () => runGenerated(generateSegment(this.layout, plan)),
      () => closeSegment(plan),
    );
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

  /** What a hostile object throws while it is read is reported by the checks. */
  #attempt(facts: unknown): Frame | undefined {
    try {
      return this.#read(facts);
    } catch {
      return undefined;
    }
  }
}

/** Whether every name that would be written as code is proved to be a name; it is, of every policy that was checked. */
function isWritable({ facts, decisions }: Policy): boolean {
  const groups = Object.entries(facts).flatMap(([name, entry]) =>
    typeof entry.kind === "string" ? [name] : [name, ...Object.keys(entry)],
  );
  return [...groups, ...Object.keys(decisions)].every(isProvedName);
}
