import type { Source } from "../../language/citation.js";
import type { Because } from "../decision.js";
import { Combinations } from "./combinations.js";
import type { Common, RunSegment } from "./common.js";
import type { Frame, Outcome } from "./frame.js";
import type { EditionData, SegmentData } from "./policy-data.js";
import { SegmentReasons } from "./segment-reasons.js";

/** Why an outcome is what it is. Decisions share it: nobody may change it. */
export interface Why {
  readonly because: readonly Because[];
  /** The ids of the cases that the reasons name, by decision. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  /** The sources that are used, each as old as what it stands for. */
  readonly sources: readonly Pick<Source, "checkedOn" | "dated">[];
  /** The reasons as JSON, once somebody wrote them. */
  text?: string;
}

/** A stretch of days, ready to decide, and to say why. */
export class CompiledSegment {
  readonly data: SegmentData;
  readonly common: Common;
  readonly #edition: EditionData;
  readonly #run: RunSegment;
  /** One for all decisions: the cases are worked out again when somebody asks for them. */
  readonly #cases: number[] = [];
  /** What the reasons depend on. */
  readonly #key: number[] = [];
  readonly #kept = new Combinations<Why>();
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

  /** The ids of the cases that made each decision, the internal ones too: as `evaluate` gives them. */
  caseIds(facts: Frame): Readonly<Record<string, readonly string[]>> {
    this.#run(facts, this.#cases);
    return this.#reasonsKept().caseIds(this.#cases);
  }

  /** Why a decision is what it is. Few of them are ever different: each is put together once, and kept. */
  why(facts: Frame, outcome: Outcome): Why {
    const reasons = this.#reasonsKept();
    this.#run(facts, this.#cases);
    reasons.writeKey(this.#key, this.#cases, facts, outcome);
    return this.#kept.get(this.#key, () => this.#why(reasons, facts, outcome));
  }

  #why(reasons: SegmentReasons, facts: Frame, outcome: Outcome): Why {
    const found = reasons.of(outcome, this.#cases, facts);
    const ids = found.map(
      ({ entry }) => [entry.decision, Object.freeze(entry.cases.map(({ id }) => id))] as const,
    );
    const source = this.common.sources[this.#edition.trace.source.document];
    return {
      because: Object.freeze(found.map(({ entry }) => entry)),
      ids: Object.freeze(Object.fromEntries(ids)),
      sources: source ? [source, ...found] : found,
    };
  }

  #reasonsKept(): SegmentReasons {
    return (this.#reasons ??= new SegmentReasons(this.data, this.#edition, this.common));
  }
}
