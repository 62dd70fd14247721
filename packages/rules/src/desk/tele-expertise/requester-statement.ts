import { rowFor, segmentOn } from "../../engine/timeline.js";
import { teleExpertise, type TeleExpertise } from "../../policies/tele-expertise/policy.js";
import type { PossibleRange } from "../possible-answers.js";
import type { TeleExpertiseOptions } from "./claim-tele-expertise.js";
import { payWithinCeiling, type PaidAct } from "./pay-within-ceiling.js";
import { readStatement, type RequesterStatementInput } from "./read-statement.js";
import { sortActs, type CountedAct, type OpenAct, type UncountedAct } from "./statement-acts.js";

interface Statement {
  readonly year: number;
  /** The year early in which the sum is paid. */
  readonly paidIn: number;
  readonly currency: "EUR";
  /** The most that is paid for the year, in cents. */
  readonly ceilingCents: number;
  /** The acts that do not count, each with its reason. */
  readonly uncounted: readonly UncountedAct[];
}

/** Every act is settled. Cents; `paidCents` and `cutCents` add up to `sumCents`. */
export interface SettledStatement extends Statement {
  readonly status: "settled";
  readonly sumCents: number;
  readonly paidCents: number;
  readonly cutCents: number;
  /** The acts that count, in the order they are paid: by day, then by id. */
  readonly acts: readonly PaidAct<CountedAct>[];
  /** Ids of the acts that fell off the ceiling, in part or altogether. */
  readonly fellOff: readonly string[];
}

/** Some acts still depend on facts nobody supplied: what is paid for which act follows once they are known. */
export interface OpenStatement extends Statement {
  readonly status: "open";
  readonly sumCents: PossibleRange<number>;
  readonly paidCents: PossibleRange<number>;
  /** The acts that count for certain. */
  readonly acts: readonly CountedAct[];
  /** The others, each with what to ask. */
  readonly openActs: readonly OpenAct[];
}

export type RequesterStatement = SettledStatement | OpenStatement;

/**
 * What one requester is paid for a year before 2022-04-01: the shares of its acts, up to the ceiling of the year,
 * in one sum early in the next one. What fell off the ceiling is listed, act by act.
 *
 * Shape: acts are paid in the order of their days, then of their ids (code units), whatever order they come in;
 * the act that crosses the ceiling is paid in part. The ceiling is the one in force on the last day of the year.
 * Errors: `input-refused` with every problem at once: the policy's own for facts, `act-day-unknown`, `id-repeated`.
 * Source: TE-10 and TE-12 of the policy `tele-expertise`.
 *
 * @example
 * const facts = { act: { on: "2021-05-04" }, consent: { given: false } } as const;
 * const statement = requesterStatement({ year: 2021, acts: [{ id: "a-1", facts }] });
 * statement.uncounted[0]?.because; // "not-paid"
 */
export function requesterStatement(
  input: RequesterStatementInput,
  { policy = teleExpertise }: TeleExpertiseOptions = {},
): RequesterStatement {
  const { year, acts } = readStatement(policy, input);
  const { counted, open, uncounted } = sortActs(policy, year, acts);
  const ceilingCents = ceilingOf(policy, year);
  const sumCents = totalOf(counted.map(({ feeCents }) => feeCents));
  const statement = { year, paidIn: year + 1, currency: "EUR", ceilingCents, uncounted } as const;
  if (open.length > 0) {
    // Where nothing bounds a fee, the ceiling still bounds what is paid.
    const from = sumCents + totalOf(open.map(({ feeCents }) => feeCents.from ?? 0));
    const to = open.some(({ feeCents }) => feeCents.to === null)
      ? null
      : sumCents + totalOf(open.map(({ feeCents }) => feeCents.to ?? 0));
    const paidCents = { from: Math.min(from, ceilingCents), to: Math.min(to ?? ceilingCents, ceilingCents) };
    return { status: "open", ...statement, sumCents: { from, to }, paidCents, acts: counted, openActs: open };
  }
  const paid = payWithinCeiling(counted, ceilingCents);
  return {
    status: "settled",
    ...statement,
    sumCents,
    paidCents: totalOf(paid.map(({ paidCents }) => paidCents)),
    cutCents: totalOf(paid.map(({ cutCents }) => cutCents)),
    acts: paid,
    fellOff: paid.filter(({ cutCents }) => cutCents > 0).map(({ id }) => id),
  };
}

/** Where no ceiling is in force, there is no lump sum. */
function ceilingOf(policy: TeleExpertise, year: number): number {
  const lastDay = `${String(year).padStart(4, "0")}-12-31`;
  const segment = segmentOn(policy, lastDay);
  const ceiling = segment && rowFor(segment, "yearlyLumpSumCeiling", [])?.value;
  return typeof ceiling === "number" ? ceiling : 0;
}

function totalOf(cents: readonly number[]): number {
  return cents.reduce((sum, one) => sum + one, 0);
}
