import type { Term } from "../../calendar/term.js";
import type { Source } from "../../language/citation.js";
import type { Because, Freshness } from "../decision.js";
import { lastFreshDay, worstOf } from "../freshness.js";

/** Why an outcome is what it is. Decisions share it, and what it gives: nobody may change that. */
export class Why {
  readonly because: readonly Because[];
  /** The ids of the cases that the reasons name, by decision. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  /** The reasons as JSON, once somebody wrote them. */
  text?: string;
  readonly #fresh: Freshness;
  readonly #stale: Freshness;
  #horizon: Term | undefined;
  #lastFreshDay = "";

  constructor(because: readonly Because[], sources: readonly Pick<Source, "checkedOn" | "dated">[]) {
    this.because = Object.freeze(because);
    const ids = because.map(({ decision, cases }) => [decision, Object.freeze(cases.map(({ id }) => id))]);
    this.ids = Object.freeze(Object.fromEntries(ids) as Record<string, readonly string[]>);
    const worst = worstOf(sources);
    this.#fresh = Object.freeze({ ...worst, stale: false });
    this.#stale = Object.freeze({ ...worst, stale: true });
  }

  /** How fresh the sources were on a day. Most callers leave the horizon as it is: its last day is kept. */
  freshness(governingDate: string, horizon: Term): Freshness {
    if (horizon !== this.#horizon) {
      this.#horizon = horizon;
      this.#lastFreshDay = lastFreshDay(this.#fresh.checkedOn, horizon);
    }
    return this.#lastFreshDay < governingDate ? this.#stale : this.#fresh;
  }
}
