import type { Locale } from "@guichet/rules";
import type {
  Amendment,
  AmendmentProblem,
  DiffInWords,
  EndedChange,
  Verification,
} from "@guichet/rules/verify";
import { dayInWords } from "../day-in-words.js";
import { uiWordingOf } from "../ui-wording-of.js";
import { diffSections } from "./diff-view.js";
import { pageOf, paragraphLines } from "./layout.js";
import type { Look } from "./look.js";
import { findingSections } from "./verification-view.js";
import { witnessLines } from "./witness-lines.js";

type Shown = Pick<Amendment, "id" | "title">;

/** Accepted amendments: what they change, then what was found in the policy as amended. */
export function amendmentView(
  {
    amendments,
    ended,
    words,
    locale,
    verification,
  }: {
    readonly amendments: readonly Shown[];
    readonly ended: readonly EndedChange[];
    readonly words: DiffInWords;
    readonly locale: Locale;
    readonly verification: Verification;
  },
  look: Look,
): string {
  const { amendment: say } = uiWordingOf(locale.locale);
  const { bold, green, yellow } = look.paint;
  const day = (one: string): string => dayInWords(locale.locale, one);
  const endings = ended.flatMap(({ amendment, change, endsOn, endedBy }) =>
    paragraphLines(
      { text: `${amendment}: ${say.ends(change + 1, day(endsOn), day(endedBy))}`, paint: yellow },
      0,
      look,
    ),
  );
  return pageOf([
    headLines(amendments, locale, look),
    paragraphLines({ text: say.accepted, paint: (line) => bold(green(line)) }, 0, look),
    ...(endings.length === 0 ? [] : [endings]),
    ...diffSections(words, locale.locale, look),
    ...findingSections({ locale, verification }, look),
  ]);
}

/** Refused amendments: each law they would break, with facts that break it. Other problems stand on standard error. */
export function refusalView(
  {
    amendments,
    problems,
    locale,
  }: {
    readonly amendments: readonly Shown[];
    readonly problems: readonly AmendmentProblem[];
    readonly locale: Locale;
  },
  look: Look,
): string {
  const { amendment: say } = uiWordingOf(locale.locale);
  const { bold, dim, yellow } = look.paint;
  return pageOf([
    headLines(amendments, locale, look),
    paragraphLines({ text: say.refused, paint: (line) => bold(yellow(line)) }, 0, look),
    ...problems.flatMap((problem) =>
      problem.law === undefined
        ? []
        : [
            [
              ...paragraphLines(
                { text: locale.labels.laws[problem.law] ?? problem.law, paint: yellow },
                2,
                look,
              ),
              ...paragraphLines({ text: `${problem.code} ${problem.law}`, paint: dim }, 4, look),
              ...witnessLines(problem, locale, look),
            ],
          ],
    ),
  ]);
}

function headLines(amendments: readonly Shown[], { labels }: Locale, look: Look): readonly string[] {
  return [
    ...paragraphLines({ text: labels.title, paint: look.paint.bold }, 0, look),
    ...amendments.flatMap(({ id, title }) =>
      paragraphLines({ text: `${id}: ${title}`, paint: look.paint.dim }, 0, look),
    ),
  ];
}
