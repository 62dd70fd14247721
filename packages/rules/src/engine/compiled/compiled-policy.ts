import { termFromDuration } from "../../calendar/term.js";
import type { DecideOptions } from "../decide.js";
import type { NotInForce } from "../decision.js";
import type { Value } from "../evaluate.js";
import { rememberFacts } from "../facts-behind.js";
import { aYear } from "../freshness.js";
import { Behind, CompiledDecision } from "./compiled-decision.js";
import type { Common } from "./common.js";
import type { CompiledSegment } from "./compiled-segment.js";
import type { Frame } from "./frame.js";
import { placeFrom, type PolicyData } from "./policy-data.js";
import { showerOf, type ShowFact } from "./show.js";

/** Checks facts and puts them in a frame; nothing when something is wrong with them. */
export type ReadFacts = (facts: unknown) => Frame | undefined;

/** How a compiled policy comes by its segments. */
export type SegmentAt = (index: number, common: Common) => CompiledSegment | undefined;

/**
 * A policy ready to decide where facts are right and say all that their day looks at. Anything else is for somebody
 * who can say what is wrong, or answer for what is unknown.
 */
export class CompiledPolicy {
  readonly #common: Common;
  readonly #data: Omit<PolicyData, "editions">;
  readonly #read: ReadFacts;
  readonly #starts: readonly number[];
  readonly #segments: (CompiledSegment | undefined)[] = [];
  readonly #segmentAt: SegmentAt;

  constructor(data: Omit<PolicyData, "editions">, read: ReadFacts, segmentAt: SegmentAt) {
    this.#data = data;
    this.#read = read;
    this.#starts = data.starts.map((start) => start ?? -Infinity);
    this.#segmentAt = segmentAt;
    const { policy, outcome, rates, sources } = data;
    const shows = new Map(
      data.facts.map((fact): readonly [string, ShowFact] => {
        const show = showerOf(placeFrom(fact));
        return [fact.name, (frame) => (frame[fact.slot] === undefined ? undefined : show(frame))];
      }),
    );
    const factsIn = (frame: Frame): ReadonlyMap<string, Value> => {
      const known = new Map<string, Value>();
      for (const [name, show] of shows) {
        const value = show(frame);
        if (value !== undefined) known.set(name, value);
      }
      return known;
    };
    const slots = new Map(data.facts.map(({ name, slot }) => [name, slot]));
    this.#common = { policy, outcome, rates, sources, shows, slots, factsIn };
  }

  decide(facts: unknown, options?: DecideOptions): CompiledDecision | NotInForce | undefined {
    const horizon = options?.horizon === undefined ? aYear : termFromDuration(options.horizon);
    const frame = this.#attempt(facts);
    if (frame === undefined || horizon === undefined) return undefined;
    const { day: slot, partial } = this.#data;
    const [day, written] = [frame[slot], frame[partial + 1]];
    if (typeof day !== "number" || typeof written !== "string") return undefined;
    let index = this.#starts.length - 1;
    while (index >= 0 && day < (this.#starts[index] ?? Infinity)) index -= 1;
    if (index < 0) return this.#notInForce(frame, written);
    const segment = (this.#segments[index] ??= this.#segmentAt(index, this.#common));
    if (segment === undefined || (frame[partial] === true && !segment.isEnough(frame))) return undefined;
    const outcome = segment.decide(frame);
    if (outcome === undefined) return undefined;
    // Few reasons are ever different: to find those that are kept costs less than to put off asking.
    const why = segment.why(frame, outcome);
    const freshness = why.freshness(written, horizon);
    if (options?.staleSources === "refuse" && freshness.stale === true) return undefined;
    return new CompiledDecision(new Behind(segment, why, frame), written, outcome, freshness);
  }

  #notInForce(frame: Frame, governingDate: string): NotInForce | undefined {
    // What is given is looked at by the segments; it makes facts wrong on all days.
    if (this.#data.given) return undefined;
    const decision: NotInForce = {
      format: "guichet-decision/1",
      policy: this.#common.policy,
      edition: null,
      governingDate,
      amendments: [],
      fingerprint: null,
      status: "not-in-force",
    };
    rememberFacts(decision, this.#common.factsIn(frame));
    return decision;
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
