import { calculator, dinero, halfUp, toDecimal } from "dinero.js/bigint";
import * as currencies from "dinero.js/bigint/currencies";

/** The largest amount: beyond it neighbouring whole numbers are one and the same in JavaScript and in most JSON readers. */
export const largestAmount = BigInt(Number.MAX_SAFE_INTEGER);

/** From one amount to another, both included, in minor units. */
export interface Bounds {
  readonly from: bigint;
  readonly to: bigint;
}

const currencyByCode = new Map(Object.values(currencies).map((currency) => [currency.code, currency]));

/** Whether there is such a currency, by its code of ISO 4217. */
export function isCurrency(code: string): boolean {
  return currencyByCode.has(code);
}

/** Whether it is a whole number that is exact, and no less than `least`. */
export function isCount(value: unknown, least: number): value is number {
  return Number.isSafeInteger(value) && Number(value) >= least;
}

/** Unit price times quantity. */
export function grossOf(unitPriceMinor: number, quantity = 1): bigint {
  return BigInt(unitPriceMinor) * BigInt(quantity);
}

/**
 * So many percent of an amount, half-up to the minor unit.
 *
 * Of dinero.js only the division is used. Its money objects take a factor in the base of their currency, which is
 * 5 for the ariary and the ouguiya: there 7 / 10² would be read as 7 / 5², four times the discount.
 */
export function percentOf(amountMinor: bigint, percent: number): bigint {
  return halfUp(amountMinor * BigInt(percent), 100n, calculator);
}

/** An amount in major units, exact and with all its digits: `100.00`; undefined where there is no such currency. */
export function decimalOf(
  amountMinor: bigint,
  code: string,
): { readonly text: `${number}`; readonly digits: number } | undefined {
  const currency = currencyByCode.get(code);
  if (currency === undefined || typeof currency.base !== "bigint") return undefined;
  const { base, exponent } = currency;
  // Five minor units to the ariary: one of them is written 0.2.
  const amount = (amountMinor * 10n ** exponent) / base ** exponent;
  const text = toDecimal(dinero({ amount, currency: { code, base: 10n, exponent } }));
  return { text: text as `${number}`, digits: Number(exponent) };
}

export function sumOf(amounts: Iterable<bigint>): bigint {
  let sum = 0n;
  for (const amount of amounts) sum += amount;
  return sum;
}
