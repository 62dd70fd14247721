import type { Term } from "../../calendar/term.js";
import type { Because, Freshness } from "../decision.js";
import { Remembering } from "../facts-behind.js";
import { freshnessOf } from "../freshness.js";
import type { CompiledSegment, Why } from "./compiled-segment.js";
import type { Frame, Outcome } from "./frame.js";

const none: readonly never[] = Object.freeze([]);
const nothing = Object.freeze({});

/**
 * A decision as a compiled policy gives it: the properties of every decision, in their order. Why it is what it is,
 * is worked out when that is read.
 */
export class CompiledDecision extends Remembering<Frame> {
  // The same getters for all decisions: objects that are alike are cheap.
  static readonly #readsBecause: PropertyDescriptor & ThisType<CompiledDecision> = {
    enumerable: true,
    get() {
      return this.#whyKept().because;
    },
  };
  static readonly #readsFreshness: PropertyDescriptor & ThisType<CompiledDecision> = {
    enumerable: true,
    get() {
      return freshnessOf(this.#whyKept().sources, this.governingDate, this.#horizon);
    },
  };

  readonly #segment: CompiledSegment;
  readonly #facts: Frame;
  readonly #horizon: Term;
  #why: Why | undefined;

  readonly format = "guichet-decision/1";
  readonly policy: string;
  readonly edition: string;
  readonly governingDate: string;
  readonly amendments: readonly string[];
  readonly fingerprint: string;
  readonly status = "decided";
  readonly outcome: Outcome;
  readonly open = nothing;
  readonly needs = none;
  declare readonly because: readonly Because[];
  declare readonly freshness: Freshness;

  constructor(segment: CompiledSegment, facts: Frame, day: string, outcome: Outcome, horizon: Term) {
    super(segment.common.factsIn, facts);
    this.#segment = segment;
    this.#facts = facts;
    this.#horizon = horizon;
    const { edition, amendments, fingerprint } = segment.data;
    this.policy = segment.common.policy;
    this.edition = edition;
    this.governingDate = day;
    this.amendments = amendments;
    this.fingerprint = fingerprint;
    this.outcome = outcome;
    Object.defineProperty(this, "because", CompiledDecision.#readsBecause);
    Object.defineProperty(this, "freshness", CompiledDecision.#readsFreshness);
  }

  /** The ids of the cases that made each decision, the internal ones too: as `evaluate` gives them. */
  static caseIdsIn(decision: CompiledDecision): Readonly<Record<string, readonly string[]>> {
    return decision.#segment.caseIds(decision.#facts);
  }

  /** Why a decision is what it is. */
  static whyOf(decision: CompiledDecision): Why {
    return decision.#whyKept();
  }

  /** The segment that decided. */
  static segmentOf(decision: CompiledDecision): CompiledSegment {
    return decision.#segment;
  }

  #whyKept(): Why {
    return (this.#why ??= this.#segment.why(this.#facts, this.outcome));
  }
}
