import type { CurrencyTotal, Payer, Sums } from "./invoice.js";
import { sumOf, type Bounds } from "./money.js";
import type { LineAnswer } from "./price-line.js";

/** The sums by currency and payer, exact; `write` gives them the form of the result. */
export function totalsOf<Amount>(
  answers: readonly LineAnswer[],
  write: (bounds: Bounds) => Amount,
): readonly CurrencyTotal<Amount>[] {
  const currencies = new Set(answers.map(({ line }) => line.currency));
  return [...currencies].sort().map((currency) => {
    const inCurrency = answers.filter(({ line }) => line.currency === currency);
    const partOf = (payer: Payer): Sums<Amount> =>
      written(
        inCurrency.map((answer) => partIn(answer, payer)),
        write,
      );
    return {
      currency,
      ...written(
        inCurrency.map(({ whole }) => whole),
        write,
      ),
      byPayer: {
        insurer: partOf("insurer"),
        patient: partOf("patient"),
        pending: partOf("pending"),
        unregulated: partOf("unregulated"),
      },
    };
  });
}

const nothing: Bounds = { from: 0n, to: 0n };

/** What falls to a payer of a line: all of it or, while others may pay it, perhaps nothing. */
function partIn({ shares }: LineAnswer, payer: Payer): Sums<Bounds> {
  const share = shares.find((each) => each.payer === payer);
  const perhaps = (bounds: Bounds): Bounds => (shares.length > 1 ? { from: 0n, to: bounds.to } : bounds);
  return share === undefined
    ? { grossMinor: nothing, discountMinor: nothing, netMinor: nothing }
    : {
        grossMinor: perhaps(share.grossMinor),
        discountMinor: perhaps(share.discountMinor),
        netMinor: perhaps(share.netMinor),
      };
}

function written<Amount>(parts: readonly Sums<Bounds>[], write: (bounds: Bounds) => Amount): Sums<Amount> {
  const total = (sum: keyof Sums<Bounds>): Amount =>
    write({ from: sumOf(parts.map((part) => part[sum].from)), to: sumOf(parts.map((part) => part[sum].to)) });
  return {
    grossMinor: total("grossMinor"),
    discountMinor: total("discountMinor"),
    netMinor: total("netMinor"),
  };
}
