/** A locale as Intl is asked for it. Plain `en` writes days as English does outside the United States: 5 March 2002. */
export function intlLocale(locale: string): string {
  return locale === "en" ? "en-GB" : locale;
}
