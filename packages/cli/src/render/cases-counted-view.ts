import type { Locale } from "@guichet/rules";
import type { Tally } from "../batch/tally.js";
import { uiWordingOf } from "../ui-wording-of.js";
import type { Look } from "./look.js";
import { tableLines } from "./table.js";

/** In how many lines each case made an answer, decision by decision, the most frequent first. */
export function casesCountedView({ cases }: Tally, { locale, labels }: Locale, look: Look): string {
  const { columns } = uiWordingOf(locale).batch;
  const rows = Object.entries(cases).flatMap(([decision, counts]) =>
    Object.entries(counts)
      .toSorted(([, one], [, other]) => other - one)
      .map(([id, count], index) => [
        index === 0 ? (labels.decisions[decision] ?? decision) : "",
        id,
        count.toLocaleString(locale),
      ]),
  );
  if (rows.length === 0) return "";
  const heads = columns.map((head, index) => (index === 2 ? { head, align: "right" as const } : { head }));
  return `\n${tableLines(heads, rows, 0, look).join("\n")}\n`;
}
