import type { IsoDay } from "../../calendar/civil-day.js";
import { decide } from "../../engine/decide.js";
import type { Decision, Need } from "../../engine/decision.js";
import type { TeleExpertise } from "../../policies/tele-expertise/policy.js";
import type { PossibleRange } from "../possible-answers.js";
import type { ClaimRefusal } from "./claim-refusals.js";
import { draftRequesterClaim, yearOf } from "./draft-claims.js";
import type { DatedAct } from "./read-statement.js";

interface ActOfStatement {
  readonly id: string;
  readonly on: IsoDay;
}

interface DecidedAct extends ActOfStatement {
  readonly decision: Decision<TeleExpertise>;
}

/** An act that counts towards the lump sum. */
export interface CountedAct extends DecidedAct {
  /** Cents. */
  readonly feeCents: number;
}

/** An act of which it is not known yet whether it counts, or how much. */
export interface OpenAct extends DecidedAct {
  /** Cents; from 0 when it may not count at all. */
  readonly feeCents: PossibleRange<number>;
  readonly needs: readonly Need[];
}

/** An act that does not count, and why. */
export type UncountedAct =
  | (ActOfStatement & { readonly because: "other-year" })
  /** There is no lump sum on that day: the requester bills an act of its own, if anything. */
  | (DecidedAct & { readonly because: "billed-per-act" })
  | (DecidedAct & {
      readonly because: "not-paid";
      readonly refusals: readonly ClaimRefusal[];
      readonly needs: readonly Need[];
    });

/** The acts of a year, each on one of three lists. */
export interface SortedActs {
  readonly counted: readonly CountedAct[];
  readonly open: readonly OpenAct[];
  readonly uncounted: readonly UncountedAct[];
}

/** Says of each act whether it counts towards the lump sum of a year. Every list keeps the order of the acts. */
export function sortActs(policy: TeleExpertise, year: number, acts: readonly DatedAct[]): SortedActs {
  const counted: CountedAct[] = [];
  const open: OpenAct[] = [];
  const uncounted: UncountedAct[] = [];
  for (const { id, on, facts } of acts) {
    if (yearOf(on) !== year) {
      uncounted.push({ id, on, because: "other-year" });
      continue;
    }
    const decision = decide(policy, facts);
    const claim = draftRequesterClaim(decision, {});
    const act = { id, on, decision };
    if (claim.status === "lump-sum") counted.push({ ...act, feeCents: claim.feeCents });
    else if (claim.status === "no-claim") {
      uncounted.push({ ...act, because: "not-paid", refusals: claim.refusals, needs: claim.needs });
    } else if (claim.status === "open" && claim.payments.includes("annual-lump-sum")) {
      open.push({ ...act, feeCents: claim.feeCents, needs: claim.needs });
    } else uncounted.push({ ...act, because: "billed-per-act" });
  }
  return { counted, open, uncounted };
}
