import { intlLocale } from "../../engine/intl-locale.js";
import { wordingOf } from "../../engine/wording.js";
import { GuichetError, problemAt } from "../../language/problem.js";
import type { NumberRange } from "./invoice.js";
import { decimalOf } from "./money.js";

/**
 * An amount of an invoice as people write it, or what it can still be: `between RUB 93.00 and RUB 100.00`.
 *
 * Shape: minor units of the currency, to the last digit; in English, French or Russian by the locale.
 * Errors: `currency-unknown`; a RangeError of Intl for what is no locale.
 *
 * @example
 * amountInWords({ from: 9_300, to: 10_000 }, "EUR", "en"); // between €93.00 and €100.00
 */
export function amountInWords(amount: number | NumberRange, currency: string, locale: string): string {
  const say = (minor: number): string => {
    const decimal = decimalOf(BigInt(minor), currency);
    if (decimal === undefined) {
      const todo = "supply a currency code of ISO 4217, as RUB";
      throw new GuichetError("currency-unknown", [
        problemAt("currency-unknown", "amountInWords, currency", "no such currency", todo),
      ]);
    }
    // Intl has its own count of digits for some currencies, and a number would lose digits of large amounts.
    const { text, digits } = decimal;
    const format = new Intl.NumberFormat(intlLocale(locale), {
      style: "currency",
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    return format.format(text);
  };
  const { from, to } = typeof amount === "number" ? { from: amount, to: amount } : amount;
  return from === to ? say(from) : wordingOf(locale).numbers.between(say(from), say(to));
}
