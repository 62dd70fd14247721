import type { Locale } from "@guichet/rules";
import { witnessInWords, type Finding, type Witness } from "@guichet/rules/verify";
import { uiWordingOf } from "../ui-wording-of.js";
import { labelledLines, paragraphLines, type LabelledRow } from "./layout.js";
import type { Look } from "./look.js";

/** Facts that show something, one a line; for a law that compares, then what is different about the others. */
export function witnessLines(
  { witness, after }: Pick<Finding, "witness" | "after">,
  locale: Locale,
  look: Look,
): readonly string[] {
  if (!witness) return [];
  const { verify: say } = uiWordingOf(locale.locale);
  const before = rowsOf(witness, locale);
  const later = after ? rowsOf(after, locale) : [];
  const differing = later.filter((row, index) => JSON.stringify(row) !== JSON.stringify(before[index]));
  return [
    ...paragraphLines({ text: say.forExample }, 4, look),
    ...labelledLines(before, 6, look),
    ...(differing.length === 0
      ? []
      : [...paragraphLines({ text: say.andThen }, 4, look), ...labelledLines(differing, 6, look)]),
  ];
}

function rowsOf(witness: Witness, locale: Locale): readonly LabelledRow[] {
  return witnessInWords(witness, locale).map(({ label, value }) => ({ label, value: [{ text: value }] }));
}
