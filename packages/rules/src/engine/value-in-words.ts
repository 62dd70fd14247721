import { dayFromIso } from "../calendar/civil-day.js";
import type { Locale } from "../language/locale.js";
import type { OpenAnswer } from "./answers.js";
import type { Value } from "./evaluate.js";
import { intlLocale } from "./intl-locale.js";
import { wordingOf } from "./wording.js";

/** As much of a declaration as its values need to be written. */
export interface Written {
  readonly kind: string;
  readonly currency?: string;
}

/** A value as people write it: formatted by Intl from its declared kind, in the words of the locale. */
export function valueInWords(locale: Locale, name: string, declared: Written, value: Value): string {
  const wording = wordingOf(locale.locale);
  if (typeof value === "boolean") return value ? wording.yes : wording.no;
  if (typeof value === "number") return numberInWords(locale.locale, declared, value);
  if (typeof value !== "string") {
    return value.length === 0 ? wording.nothing : elementsInWords(locale, name, value).join(", ");
  }
  if (declared.kind === "text") return value;
  return (
    (declared.kind === "date" ? dayInWords(locale.locale, value) : undefined) ?? wordOf(locale, name, value)
  );
}

/** What an open decision can still be, in words. */
export function openInWords(locale: Locale, name: string, declared: Written, open: OpenAnswer): string {
  const wording = wordingOf(locale.locale);
  const say = (value: Value): string => valueInWords(locale, name, declared, value);
  if ("oneOf" in open) {
    // People say "yes or no", and not the other way round.
    const spoken = declared.kind === "boolean" ? [...open.oneOf].reverse() : open.oneOf;
    return wording.or(spoken.map(say));
  }
  if ("possible" in open) {
    return wording.certainly(
      elementsInWords(locale, name, open.certain),
      elementsInWords(locale, name, open.possible),
    );
  }
  const range = rangeInWords(locale.locale, declared, open.from, open.to, say);
  return open.none ? wording.orNone(range) : range;
}

/** A day as people write it, or `undefined` for what is no day. */
export function dayInWords(locale: string, day: string): string | undefined {
  const number = dayFromIso(day);
  if (number === undefined) return undefined;
  const format = new Intl.DateTimeFormat(intlLocale(locale), { dateStyle: "long", timeZone: "UTC" });
  return wordingOf(locale).day(format.format(number * millisecondsADay));
}

/** The word of an enumerated value under one fact (`group.fact`), decision (`decision.name`) or rate. */
export function wordOf(locale: Locale, name: string, value: string): string {
  const word = locale.valuesOf[name]?.[value] ?? locale.values[value];
  return word ?? (value === "none" ? wordingOf(locale.locale).none : value);
}

const millisecondsADay = 86_400_000;

function elementsInWords(locale: Locale, name: string, elements: readonly string[]): readonly string[] {
  return elements.map((element) => wordOf(locale, name, element));
}

function rangeInWords(
  locale: string,
  declared: Written,
  from: number | string | null,
  to: number | string | null,
  say: (value: Value) => string,
): string {
  const wording = wordingOf(locale);
  const range = declared.kind === "date" ? wording.days : wording.numbers;
  if (from === null) return to === null ? wording.unbounded : range.upTo(say(to));
  if (to === null) return range.from(say(from));
  return from === to ? say(from) : range.between(say(from), say(to));
}

function numberInWords(locale: string, declared: Written, value: number): string {
  if (declared.kind !== "amount") return new Intl.NumberFormat(intlLocale(locale)).format(value);
  const format = new Intl.NumberFormat(intlLocale(locale), {
    style: "currency",
    currency: declared.currency ?? "EUR",
  });
  return format.format(value / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
