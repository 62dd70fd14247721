import type { Term } from "../../calendar/term.js";
import type { Because, Freshness } from "../decision.js";
import type { Value } from "../evaluate.js";
import { Remembering, type Memory } from "../facts-behind.js";
import { freshnessOf } from "../freshness.js";
import type { CompiledSegment, Why } from "./compiled-segment.js";
import type { Frame, Outcome } from "./frame.js";

const none: readonly never[] = Object.freeze([]);
const nothing = Object.freeze({});

/** What stays behind a decision: nothing of it is worked out before it is read. */
export class Behind implements Memory {
  readonly segment: CompiledSegment;
  readonly #frame: Frame;
  readonly #outcome: Outcome;
  readonly #horizon: Term;
  #why: Why | undefined;

  constructor(segment: CompiledSegment, frame: Frame, outcome: Outcome, horizon: Term) {
    this.segment = segment;
    this.#frame = frame;
    this.#outcome = outcome;
    this.#horizon = horizon;
  }

  facts(): ReadonlyMap<string, Value> {
    return this.segment.common.factsIn(this.#frame);
  }

  why(): Why {
    return (this.#why ??= this.segment.why(this.#frame, this.#outcome));
  }

  caseIds(): Readonly<Record<string, readonly string[]>> {
    return this.segment.caseIds(this.#frame);
  }

  freshness(governingDate: string): Freshness {
    return freshnessOf(this.why().sources, governingDate, this.#horizon);
  }
}

// The same getters for all decisions, and every property in its turn: objects that are alike are cheap.
const readsBecause: PropertyDescriptor & ThisType<CompiledDecision> = {
  enumerable: true,
  get() {
    return Remembering.memoryOf(this).why().because;
  },
};
const readsFreshness: PropertyDescriptor & ThisType<CompiledDecision> = {
  enumerable: true,
  get() {
    return Remembering.memoryOf(this).freshness(this.governingDate);
  },
};

/**
 * A decision as a compiled policy gives it: the properties of every decision, in their order. Why it is what it is,
 * is worked out when that is read.
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

  constructor(behind: Behind, governingDate: string, outcome: Outcome) {
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
    Object.defineProperty(this, "because", readsBecause);
    Object.defineProperty(this, "freshness", readsFreshness);
  }

  /** The ids of the cases that made each decision, the internal ones too: as `evaluate` gives them. */
  static caseIdsIn(decision: CompiledDecision): Readonly<Record<string, readonly string[]>> {
    return Remembering.memoryOf(decision).caseIds();
  }
}
