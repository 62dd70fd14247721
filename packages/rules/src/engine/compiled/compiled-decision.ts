import type { Because, Freshness } from "../decision.js";
import type { Value } from "../evaluate.js";
import { Remembering, type Memory } from "../facts-behind.js";
import type { CompiledSegment } from "./compiled-segment.js";
import type { Frame, Outcome } from "./frame.js";
import type { Why } from "./why.js";

const none: readonly never[] = Object.freeze([]);
const nothing = Object.freeze({});

/** What stays behind a decision. */
export class Behind implements Memory {
  readonly segment: CompiledSegment;
  readonly why: Why;
  readonly frame: Frame;

  constructor(segment: CompiledSegment, why: Why, frame: Frame) {
    this.segment = segment;
    this.why = why;
    this.frame = frame;
  }

  facts(): ReadonlyMap<string, Value> {
    return this.segment.common.factsIn(this.frame);
  }
}

/**
 * A decision as a compiled policy gives it: the properties of every decision, in their order. Its reasons and its
 * freshness are shared with all decisions that have the same.
 */
export class CompiledDecision extends Remembering<Behind> {
  declare readonly format: "guichet-decision/1";
  declare readonly policy: string;
  declare readonly edition: string;
  declare readonly governingDate: string;
  declare readonly amendments: readonly string[];
  declare readonly fingerprint: string;
  declare readonly status: "decided";
  declare readonly outcome: Outcome;
  declare readonly open: object;
  declare readonly needs: readonly never[];
  declare readonly because: readonly Because[];
  declare readonly freshness: Freshness;

  constructor(behind: Behind, governingDate: string, outcome: Outcome, freshness: Freshness) {
    super(behind);
    const { data, common } = behind.segment;
    this.format = "guichet-decision/1";
    this.policy = common.policy;
    this.edition = data.edition;
    this.governingDate = governingDate;
    this.amendments = data.amendments;
    this.fingerprint = data.fingerprint;
    this.status = "decided";
    this.outcome = outcome;
    this.open = nothing;
    this.needs = none;
    this.because = behind.why.because;
    this.freshness = freshness;
  }
}
