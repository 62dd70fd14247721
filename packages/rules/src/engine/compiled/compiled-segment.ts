import type { Source } from "../../language/citation.js";
import type { Common, RunSegment } from "./common.js";
import type { Frame, Outcome } from "./frame.js";
import type { EditionData, SegmentData } from "./policy-data.js";
import { SegmentReasons, type Reason } from "./segment-reasons.js";

/** A stretch of days, ready to decide, and to say why. */
export class CompiledSegment {
  readonly data: SegmentData;
  readonly common: Common;
  readonly #edition: EditionData;
  readonly #run: RunSegment;
  /** One for all decisions: the cases are worked out again when somebody asks for them. */
  readonly #cases: number[] = [];
  #reasons: SegmentReasons | undefined;

  constructor(data: SegmentData, edition: EditionData, run: RunSegment, common: Common) {
    this.data = data;
    this.common = common;
    this.#edition = edition;
    this.#run = run;
  }

  /** Whether all is known that is looked at. */
  isEnough(facts: Frame): boolean {
    return this.data.reads.every((slot) => facts[slot] !== undefined);
  }

  decide(facts: Frame): Outcome | undefined {
    return this.#run(facts, this.#cases);
  }

  /** The ids of the cases that made each decision. */
  caseIds(facts: Frame): Readonly<Record<string, readonly string[]>> {
    return this.#reasonsKept().caseIds(this.#casesOf(facts));
  }

  /** The ids that the reasons of each public decision name. */
  idsOf(facts: Frame, outcome: Outcome): Readonly<Record<string, readonly string[]>> {
    return this.#reasonsKept().idsOf(outcome, this.#casesOf(facts));
  }

  /** The reasons of each public decision. */
  reasons(facts: Frame, outcome: Outcome): readonly Reason[] {
    return this.#reasonsKept().of(outcome, this.#casesOf(facts), facts);
  }

  /** The source of the edition. */
  get source(): Pick<Source, "checkedOn" | "dated"> | undefined {
    return this.common.sources[this.#edition.trace.source.document];
  }

  /** The numbers of the cases that made a decision; until the next is asked for. */
  #casesOf(facts: Frame): readonly number[] {
    this.#run(facts, this.#cases);
    return this.#cases;
  }

  #reasonsKept(): SegmentReasons {
    return (this.#reasons ??= new SegmentReasons(this.data, this.#edition, this.common));
  }
}
