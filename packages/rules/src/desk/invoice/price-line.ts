import type { NumberRange, OpenLine, Payer, PricedLine, Sums } from "./invoice.js";
import { decideLine, type LineNeed } from "./decide-line.js";
import type { InvoicePolicies } from "./invoice-facts.js";
import { percentOf, type Bounds } from "./money.js";
import type { InvoiceLine } from "./read-invoice.js";

/** A line with what totals and questions are made of. */
export interface LineAnswer {
  readonly line: PricedLine | OpenLine;
  readonly whole: Sums<Bounds>;
  /** What falls to each payer who may pay it. */
  readonly shares: readonly Share[];
  readonly needs: readonly LineNeed[];
}

/** What falls to one payer. */
export interface Share extends Sums<Bounds> {
  readonly payer: Payer;
}

/** Prices one line: the policies say who pays and how much is taken off, and this turns it into amounts. */
export function priceLine(policies: InvoicePolicies, read: InvoiceLine, selfPaying: boolean): LineAnswer {
  const { payers, percent, decisions, nextSteps, needs } = decideLine(policies, read.facts, selfPaying);
  const shares = payers.map((payer) => ({ payer, ...sumsOf(read.gross, offFor(payer, percent)) }));
  const about = {
    id: read.id,
    currency: read.currency,
    grossMinor: Number(read.gross),
    nextSteps,
    decisions,
  };
  const [payer, ...others] = payers;
  const off = hullOf(payers.map((each) => offFor(each, percent)));
  const whole = sumsOf(read.gross, off);
  const { discountMinor, netMinor } = whole;
  const line: PricedLine | OpenLine =
    payer !== undefined && others.length === 0 && off.from === off.to
      ? {
          status: "priced",
          ...about,
          payer,
          discountPercent: off.from,
          discountMinor: Number(discountMinor.from),
          netMinor: Number(netMinor.from),
        }
      : {
          status: "open",
          ...about,
          payer: { oneOf: payers },
          discountPercent: off,
          discountMinor: rangeOf(discountMinor),
          netMinor: rangeOf(netMinor),
        };
  return { line, whole, shares, needs };
}

/** Bounds as a result has them. */
export function rangeOf({ from, to }: Bounds): NumberRange {
  return { from: Number(from), to: Number(to) };
}

/** The discount is for patients: nothing is taken off what an insurer pays, or off what nobody is asked for yet. */
function offFor(payer: Payer, percent: NumberRange): NumberRange {
  return payer === "patient" ? percent : { from: 0, to: 0 };
}

/** The discount is rounded and the net is the rest of the gross, so that the two always make it. */
function sumsOf(gross: bigint, off: NumberRange): Sums<Bounds> {
  const discountMinor = { from: percentOf(gross, off.from), to: percentOf(gross, off.to) };
  return {
    grossMinor: { from: gross, to: gross },
    discountMinor,
    netMinor: { from: gross - discountMinor.to, to: gross - discountMinor.from },
  };
}

function hullOf(ranges: readonly NumberRange[]): NumberRange {
  return {
    from: Math.min(...ranges.map(({ from }) => from)),
    to: Math.max(...ranges.map(({ to }) => to)),
  };
}
