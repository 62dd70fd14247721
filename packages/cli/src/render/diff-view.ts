import type { Locale } from "@guichet/rules";
import type { ChangeInWords, DiffInWords } from "@guichet/rules/verify";
import { dayInWords } from "../day-in-words.js";
import { uiWordingOf } from "../ui-wording-of.js";
import { pageOf, paragraphLines } from "./layout.js";
import type { Look } from "./look.js";

/** What is compared: two days, or this version and another one. */
export type Sides = { readonly from: string; readonly to: string } | { readonly other: string };

/** A difference, and what was compared. */
export interface Compared {
  readonly compared: Sides;
  readonly words: DiffInWords;
  readonly locale: Locale;
}

/** A difference as people read it: the sentence, then each change with the cases it holds for. */
export function diffView({ compared, words, locale }: Compared, look: Look): string {
  const { diff: say } = uiWordingOf(locale.locale);
  const day = (one: string): string => dayInWords(locale.locale, one);
  const head =
    "other" in compared ? say.versions(compared.other) : say.days(day(compared.from), day(compared.to));
  return pageOf([
    [
      ...paragraphLines({ text: locale.labels.title, paint: look.paint.bold }, 0, look),
      ...paragraphLines({ text: head, paint: look.paint.dim }, 0, look),
    ],
    ...diffSections(words, locale.locale, look),
  ]);
}

/** The sections of a difference: its sentence, and every period. */
export function diffSections(
  { summary, periods }: DiffInWords,
  language: string,
  look: Look,
): readonly (readonly string[])[] {
  const paint = periods.length === 0 ? look.paint.green : look.paint.yellow;
  return [
    paragraphLines({ text: summary, paint }, 0, look),
    ...periods.flatMap(({ days, changes }) =>
      changes.map((change, index) => [
        ...(index === 0 ? [look.paint.bold(days), ""] : []),
        ...changeLines(change, language, look),
      ]),
    ),
  ];
}

/** More kinds of cases than anybody reads stand in the JSON. */
const mostKinds = 10;

function changeLines(
  { change, where, anyOf }: ChangeInWords,
  language: string,
  look: Look,
): readonly string[] {
  const { diff: say } = uiWordingOf(language);
  const rest = anyOf.length - mostKinds;
  const dimmed = (text: string): readonly string[] =>
    paragraphLines({ text, paint: look.paint.dim }, 4, look);
  return [
    ...paragraphLines({ text: change }, 2, look),
    ...dimmed(where.length > 0 ? say.where(say.all(where)) : anyOf.length > 0 ? say.whereAnyOf : say.always),
    ...(where.length > 0 && anyOf.length > 0 ? dimmed(say.andAnyOf) : []),
    ...anyOf.slice(0, mostKinds).flatMap((kind) => bulletLines(say.all(kind), look)),
    ...(rest > 0 ? dimmed(say.more(rest)) : []),
  ];
}

function bulletLines(text: string, look: Look): readonly string[] {
  return paragraphLines({ text, paint: look.paint.dim }, 6, look).map((line, index) =>
    index === 0 ? `    - ${line.slice(6)}` : line,
  );
}
