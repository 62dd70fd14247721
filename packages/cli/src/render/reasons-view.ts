import type { Because, Citation, Explanation } from "@guichet/rules";
import { dayInWords } from "../day-in-words.js";
import { uiWordingOf } from "../ui-wording-of.js";
import type { UiWording } from "../ui-wording.js";
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
  const numbers = new Map<string, number>();
  const rows = answers.flatMap((answer): LabelledRow[] => {
    const cites = because.get(answer.decision)?.cites ?? [];
    if (answer.reasons.length === 0 && cites.length === 0) return [];
    return [{ label: answer.label, value: reasons(say, answer, cites, numbers, look) }];
  });
  if (rows.length === 0) return [];
  return [
    look.paint.bold(say.why),
    ...labelledLines(rows, 2, look),
    "",
    look.paint.bold(say.sources),
    ...sourceLines(explained, say, numbers, look),
  ];
}

function reasons(
  say: UiWording,
  answer: AnswerExplained,
  cites: readonly Citation[],
  numbers: Map<string, number>,
  look: Look,
): readonly Paragraph[] {
  const { dim, yellow } = look.paint;
  const ids = answer.reasons.map((reason) => reason.case).join(", ");
  const place = [ids, placesIn(say, cites, numbers)].filter((part) => part !== "").join("  ");
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

/** `[1] section 2; section 4 (interpretation); [2] art. 3`: each source once, under its number. */
function placesIn(say: UiWording, cites: readonly Citation[], numbers: Map<string, number>): string {
  const byDocument = new Map<string, string[]>();
  for (const { document, section, confidence } of cites) {
    if (!numbers.has(document)) numbers.set(document, numbers.size + 1);
    const place = confidence === "certain" ? section : `${section} (${say.confidence[confidence]})`;
    byDocument.set(document, [...(byDocument.get(document) ?? []), place]);
  }
  return [...byDocument]
    .map(([document, places]) => `[${numbers.get(document) ?? 0}] ${places.join("; ")}`)
    .join("; ");
}

function sourceLines(
  { decision, locale }: Explained,
  say: UiWording,
  numbers: ReadonlyMap<string, number>,
  look: Look,
): readonly string[] {
  const rows = [...numbers].flatMap(([document, number]): LabelledRow[] => {
    const source = locale.policy.sources[document];
    if (source === undefined) return [];
    const isOldest = decision.freshness?.stale === true && source.checkedOn === decision.freshness.checkedOn;
    const about = [
      source.title,
      ...(source.dated ? [] : [say.undated]),
      say.comparedOn(dayInWords(locale.locale, source.checkedOn)) + (isOldest ? `, ${say.longAgo}` : ""),
    ];
    return [{ label: `[${number}]`, value: [{ text: about.join("; "), paint: look.paint.dim }] }];
  });
  return labelledLines(rows, 2, look);
}
