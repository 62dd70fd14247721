import type { Citation, Locale } from "@guichet/rules";
import { dayInWords } from "../day-in-words.js";
import { uiWordingOf } from "../ui-wording-of.js";
import type { Explained } from "./explained.js";
import { labelledLines, type LabelledRow } from "./layout.js";
import type { Look } from "./look.js";

/** The numbers of the documents cited so far, in the order they came up. */
export type SourceNumbers = Map<string, number>;

/** `[1] section 2; section 4 (interpretation); [2] art. 3`: each source once, under its number. */
export function placesIn(locale: Locale, cites: readonly Citation[], numbers: SourceNumbers): string {
  const say = uiWordingOf(locale.locale);
  const byDocument = new Map<string, string[]>();
  for (const { document, section, confidence } of cites) {
    if (!numbers.has(document)) numbers.set(document, numbers.size + 1);
    const named = locale.labels.sections[section] ?? section;
    const place = confidence === "certain" ? named : `${named} (${say.confidence[confidence]})`;
    byDocument.set(document, [...(byDocument.get(document) ?? []), place]);
  }
  return [...byDocument]
    .map(([document, places]) => `[${numbers.get(document) ?? 0}] ${places.join("; ")}`)
    .join("; ");
}

/** The sources under their numbers: each with what a careful reader should know of it. */
export function sourceLines(
  { decision, locale }: Pick<Explained, "decision" | "locale">,
  numbers: SourceNumbers,
  look: Look,
): readonly string[] {
  const say = uiWordingOf(locale.locale);
  const titles: Readonly<Record<string, string>> = locale.labels.sources;
  const rows = [...numbers].flatMap(([document, number]): LabelledRow[] => {
    const source = locale.policy.sources[document];
    if (source === undefined) return [];
    const isOldest = decision.freshness?.stale === true && source.checkedOn === decision.freshness.checkedOn;
    const about = [
      titles[document] ?? source.title,
      ...(source.dated ? [] : [say.undated]),
      say.comparedOn(dayInWords(locale.locale, source.checkedOn)) + (isOldest ? `, ${say.longAgo}` : ""),
    ];
    return [{ label: `[${number}]`, value: [{ text: about.join("; "), paint: look.paint.dim }] }];
  });
  return labelledLines(rows, 2, look);
}
