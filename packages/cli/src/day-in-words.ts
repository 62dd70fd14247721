/** A day, `YYYY-MM-DD`, as people write it. */
export function dayInWords(locale: string, day: string): string {
  const [year = 1, month = 1, dayOfMonth = 1] = day.split("-").map(Number);
  const date = new Date(0);
  // `Date.UTC` would take a year below 100 for one of the last century.
  date.setUTCFullYear(year, month - 1, dayOfMonth);
  // Plain English writes days as the rules do: 5 March 2002.
  const intl = locale === "en" ? "en-GB" : locale;
  const written = new Intl.DateTimeFormat(intl, { dateStyle: "long", timeZone: "UTC" }).format(date);
  if (locale.startsWith("fr")) return written.replace(/^1 /, "1er ");
  return locale.startsWith("ru") ? written.replace(/\sг\.$/, " года") : written;
}
