import type { Example } from "../language/example.js";
import type { Locale } from "../language/locale.js";
import { blocks, heading, lines, plain, table } from "./markdown.js";
import { pageWordingOf } from "./page-wording-of.js";
import { policyPage } from "./policy-page.js";

/** One policy of a handbook: a page in each locale, the first of them under the plain name. */
export interface Chapter {
  readonly locales: readonly Locale[];
  readonly examples?: readonly Example[];
}

/**
 * Writes policies as a handbook: file names and their Markdown. `README.md` lists all pages by id, `<id>.md` is a policy in
 * its first locale, `<id>.<locale>.md` in another one.
 *
 * @example
 * for (const [file, page] of handbook([{ locales: [parkingEn, parkingFr] }])) await writeFile(file, page);
 */
export function handbook(chapters: readonly Chapter[]): ReadonlyMap<string, string> {
  return new Map([
    ["README.md", index(chapters)],
    ...chapters.flatMap(({ locales, examples = [] }) =>
      locales.map((locale): [string, string] => [
        fileOf(locale),
        blocks([otherPages(locale, locales), policyPage(locale.policy, locale, { examples })]),
      ]),
    ),
  ]);
}

function index(chapters: readonly Chapter[]): string {
  const languages = [...new Set(chapters.flatMap(({ locales }) => locales.map(({ locale }) => locale)))];
  const say = pageWordingOf(languages[0] ?? "en");
  const rows = chapters.toSorted(byId).map(({ locales }) =>
    languages.map((language) => {
      const locale = locales.find((one) => one.locale === language);
      if (locale === undefined) return "";
      const { title, question } = locale.labels;
      return lines([`[${plain(title)}](${fileOf(locale)})`, plain(question)]);
    }),
  );
  return `${blocks([heading(1, say.handbook), say.aboutHandbook, table(languages.map(languageName), rows)])}\n`;
}

function byId({ locales: [left] }: Chapter, { locales: [right] }: Chapter): number {
  return (left?.policy.id ?? "") < (right?.policy.id ?? "") ? -1 : 1;
}

/** Links to the list of all pages, and to the page in its other languages. */
function otherPages(locale: Locale, locales: readonly Locale[]): string {
  const others = locales.filter((one) => one !== locale);
  return [
    `[${pageWordingOf(locale.locale).handbook}](README.md)`,
    ...others.map((one) => `[${languageName(one.locale)}](${fileOf(one)})`),
  ].join(" · ");
}

function fileOf({ policy: { id, locales }, locale }: Locale): string {
  return locale === locales[0] ? `${id}.md` : `${id}.${locale}.md`;
}

/** A language by its own name: English, Français, Русский. */
function languageName(locale: string): string {
  const name = new Intl.DisplayNames(locale, { type: "language" }).of(locale) ?? locale;
  return plain(name.charAt(0).toLocaleUpperCase(locale) + name.slice(1));
}
