import type { Term } from "../../calendar/term.js";
import { Combinations } from "./combinations.js";
import type { Common, Grounds, RunSegment } from "./common.js";
import { Behind, CompiledDecision } from "./compiled-decision.js";
import type { Frame, Outcome } from "./frame.js";
import type { EditionData, SegmentData } from "./policy-data.js";
import { SegmentReasons } from "./segment-reasons.js";
import { Why } from "./why.js";

/** A stretch of days, ready to decide, and to say why. */
export class CompiledSegment {
  readonly data: SegmentData;
  readonly common: Common;
  readonly #edition: EditionData;
  readonly #run: RunSegment;
  /** One for all decisions: what becomes of them is kept as reasons. */
  readonly #grounds: Grounds;
  readonly #kept: Combinations<Why>;
  readonly #reasons: SegmentReasons;

  constructor(data: SegmentData, edition: EditionData, run: RunSegment, common: Common) {
    this.data = data;
    this.common = common;
    this.#edition = edition;
    this.#run = run;
    this.#reasons = new SegmentReasons(data, edition, common);
    this.#grounds = new Int32Array(edition.grounds);
    this.#kept = new Combinations(edition.grounds);
  }

  /** Whether all is known that is looked at. */
  isEnough(facts: Frame): boolean {
    return this.data.reads.every((slot) => facts[slot] !== undefined);
  }

  decide(facts: Frame, governingDate: string, horizon: Term): CompiledDecision | undefined {
    const outcome = this.#run(facts, this.#grounds);
    if (outcome === undefined) return undefined;
    // Few reasons are ever different: to find those that are kept costs less than to put off asking.
    const why = this.#kept.get(this.#grounds) ?? this.#kept.keep(this.#grounds, this.#why(facts, outcome));
    const freshness = why.freshness(governingDate, horizon);
    return new CompiledDecision(new Behind(this, why, facts), governingDate, outcome, freshness);
  }

  /** The ids of the cases that made each decision, the internal ones too: as `evaluate` gives them. */
  caseIds(facts: Frame): Readonly<Record<string, readonly string[]>> {
    this.#run(facts, this.#grounds);
    return this.#reasons.caseIds(this.#grounds);
  }

  #why(facts: Frame, outcome: Outcome): Why {
    const found = this.#reasons.of(outcome, this.#grounds, facts);
    const source = this.common.sources[this.#edition.trace.source.document];
    return new Why(
      found.map(({ entry }) => entry),
      source ? [source, ...found] : found,
    );
  }
}
