import type { Because, Citation, Explanation, Locale } from "@guichet/rules";
import { uiWordingOf } from "../ui-wording-of.js";
import { placesIn, sourceLines, type SourceNumbers } from "./cited-places.js";
import type { Explained } from "./explained.js";
import { labelledLines, type LabelledRow, type Paragraph } from "./layout.js";
import type { Look } from "./look.js";

type AnswerExplained = Explanation["answers"][number];

/** Why: the reasons of each answer with their places in the sources, then the sources. */
export function reasonLines(
  explained: Explained,
  answers: readonly AnswerExplained[],
  look: Look,
): readonly string[] {
  const say = uiWordingOf(explained.locale.locale);
  const because = new Map(
    (explained.decision.because ?? []).map((entry): [string, Because] => [entry.decision, entry]),
  );
  const numbers: SourceNumbers = new Map();
  const rows = answers.flatMap((answer): LabelledRow[] => {
    const cites = because.get(answer.decision)?.cites ?? [];
    if (answer.reasons.length === 0 && cites.length === 0) return [];
    return [{ label: answer.label, value: reasons(explained.locale, answer, cites, numbers, look) }];
  });
  if (rows.length === 0) return [];
  return [
    look.paint.bold(say.why),
    ...labelledLines(rows, 2, look),
    "",
    look.paint.bold(say.sources),
    ...sourceLines(explained, numbers, look),
  ];
}

function reasons(
  locale: Locale,
  answer: AnswerExplained,
  cites: readonly Citation[],
  numbers: SourceNumbers,
  look: Look,
): readonly Paragraph[] {
  const say = uiWordingOf(locale.locale);
  const { dim, yellow } = look.paint;
  const ids = answer.reasons.map((reason) => reason.case).join(", ");
  const place = [ids, placesIn(locale, cites, numbers)].filter((part) => part !== "").join("  ");
  return [
    ...(answer.reasons.some(({ certain }) => !certain) ? [{ text: say.oneOfThese }] : []),
    // A policy without messages has the id of its case where the sentence would stand.
    ...answer.reasons
      .filter((reason) => reason.sentence !== reason.case)
      .map(({ sentence }) => ({ text: sentence })),
    ...(place === "" ? [] : [{ text: place, paint: dim }]),
    ...(answer.gap ? [{ text: say.gap, paint: yellow }] : []),
  ];
}
