import { acceptLocale } from "../../language/check-locale.js";
import type { Locale } from "../../language/locale.js";
import type { AmendedPolicy } from "../../language/clinic-policy.js";
import { localeEntries, type LocaleTexts } from "../../language/locale-entries.js";
import type { Policy } from "../../language/policy.js";
import type { Amendment } from "./amendment.js";

/**
 * The texts of a policy with those of its amendments, in one language.
 *
 * Errors: `locale-refused`, with every new case and element that has no text in this language.
 *
 * @example
 * explain(decide(ours, facts), amendLocale(loyaltyDiscountEn, ours, tenPercent)).sentences;
 */
export function amendLocale<P extends Policy>(
  locale: Locale<P>,
  amended: AmendedPolicy<P>,
  ...amendments: readonly [Amendment, ...Amendment[]]
): Locale<AmendedPolicy<P>> {
  const text = mergedTexts(locale, amended, amendments);
  return acceptLocale(amended, text);
}

type Texts = Readonly<Record<string, string>>;

function mergedTexts(issued: LocaleTexts, amended: Policy, amendments: readonly Amendment[]): object {
  const { locale, remarks, valuesOf, labels } = issued;
  const texts = amendments.map((amendment) => amendment.texts?.[locale]);
  const entries = localeEntries(amended);
  const merged = {
    locale,
    // A case that is nowhere in force any more needs no text.
    cases: together(
      only(issued.cases, entries.cases),
      texts.map((one) => one?.cases),
    ),
    remarks,
    values: together(
      issued.values,
      texts.map((one) => one?.values),
    ),
    valuesOf,
  };
  if (locale === amended.locales[0]) return merged;
  const titles = amendments.map((one) => ({ [one.id]: one.texts?.[locale]?.source ?? one.source.title }));
  const asWritten = Object.fromEntries([...entries.labels.sections].map((section) => [section, section]));
  const sections = together(asWritten, [labels.sections, ...texts.map((one) => one?.sections)]);
  return {
    ...merged,
    labels: {
      ...labels,
      sources: together(labels.sources, titles),
      sections: only(sections, entries.labels.sections),
    },
  };
}

function together(first: Texts, more: readonly (Texts | undefined)[]): Texts {
  return Object.fromEntries([first, ...more].flatMap((texts) => Object.entries(texts ?? {})));
}

function only(texts: Texts, names: ReadonlySet<string>): Texts {
  return Object.fromEntries(Object.entries(texts).filter(([name]) => names.has(name)));
}
