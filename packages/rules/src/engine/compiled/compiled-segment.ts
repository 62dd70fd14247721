import { Combinations } from "./combinations.js";
import type { Common, Grounds, RunSegment } from "./common.js";
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

  decide(facts: Frame): Outcome | undefined {
    return this.#run(facts, this.#grounds);
  }

  /** Why the facts that were decided last have this outcome: put together the first time its grounds are met. */
  why(facts: Frame, outcome: Outcome): Why {
    return this.#kept.get(this.#grounds) ?? this.#kept.keep(this.#grounds, this.#whyNow(facts, outcome));
  }

  /** The ids of the cases that made each decision, the internal ones too: as `evaluate` gives them. */
  caseIds(facts: Frame): Readonly<Record<string, readonly string[]>> {
    this.#run(facts, this.#grounds);
    return this.#reasons.caseIds(this.#grounds);
  }

  #whyNow(facts: Frame, outcome: Outcome): Why {
    const found = this.#reasons.of(outcome, this.#grounds, facts);
    const source = this.common.sources[this.#edition.trace.source.document];
    return new Why(
      found.map(({ entry }) => entry),
      source ? [source, ...found] : found,
    );
  }
}
