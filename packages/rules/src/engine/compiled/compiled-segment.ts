import type { Source } from "../../language/citation.js";
import type { EditionTrace } from "../trace.js";
import type { Common, RunSegment } from "./common.js";
import type { Frame, Outcome } from "./frame.js";
import type { SegmentData } from "./policy-data.js";
import { SegmentReasons, type Reason } from "./segment-reasons.js";

/** A stretch of days, ready to decide, and to say why. */
export class CompiledSegment {
  readonly data: SegmentData;
  readonly common: Common;
  readonly #trace: EditionTrace;
  readonly #run: RunSegment;
  /** One for all decisions: the cases are worked out again when somebody asks for them. */
  readonly #cases: number[] = [];
  #reasons: SegmentReasons | undefined;
  #text: { readonly before: string; readonly between: string } | undefined;

  constructor(data: SegmentData, trace: EditionTrace, run: RunSegment, common: Common) {
    this.data = data;
    this.common = common;
    this.#trace = trace;
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
    return this.common.sources[this.#trace.source.document];
  }

  /** A decision as JSON, as far as it is the same: before the governing date, and between that and the outcome. */
  get text(): { readonly before: string; readonly between: string } {
    return (this.#text ??= textOf(this.common.policy, this.data));
  }

  /** The numbers of the cases that made a decision; until the next is asked for. */
  #casesOf(facts: Frame): readonly number[] {
    this.#run(facts, this.#cases);
    return this.#cases;
  }

  #reasonsKept(): SegmentReasons {
    return (this.#reasons ??= new SegmentReasons(this.data, this.#trace, this.common));
  }
}

function textOf(policy: string, { edition, amendments, fingerprint }: SegmentData) {
  const head = JSON.stringify({ format: "guichet-decision/1", policy, edition }).slice(0, -1);
  const rest = JSON.stringify({ amendments, fingerprint, status: "decided" });
  return { before: `${head},"governingDate":"`, between: `",${rest.slice(1, -1)},"outcome":` };
}
