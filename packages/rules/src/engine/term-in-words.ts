import type { Term } from "../calendar/term.js";
import { intlLocale } from "./intl-locale.js";

/** A term as people write it: `1 year, 6 months`. */
export function termInWords(locale: string, { months, days }: Term): string {
  const years = Math.trunc(months / 12);
  const parts = [
    [years, "year"],
    [months - years * 12, "month"],
    [days, "day"],
  ] as const;
  const said = parts.filter(([count]) => count !== 0);
  return (said.length === 0 ? [[0, "day"] as const] : said)
    .map(([count, unit]) => {
      const format = { style: "unit", unit, unitDisplay: "long" } as const;
      return new Intl.NumberFormat(intlLocale(locale), format).format(count);
    })
    .join(", ");
}
