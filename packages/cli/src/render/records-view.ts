import type { Locale } from "@guichet/rules";
import { answerInWords, type ComparedAnswer } from "@guichet/rules/verify";
import { uiWordingOf } from "../ui-wording-of.js";
import type { Look } from "./look.js";
import { tableLines } from "./table.js";

/** An answer that does not stay what it was, and where its record stands. */
export type ChangedAnswer = ComparedAnswer & { readonly line: number; readonly policy: string };

/** The answers of records that do not stay the same, as a table; `more` of them are not in it. */
export function recordsView(
  changed: readonly ChangedAnswer[],
  more: number,
  locales: ReadonlyMap<string, Locale>,
  look: Look,
): string {
  const [first] = locales.values();
  const { records: say } = uiWordingOf(first?.locale ?? "en");
  const rows = changed.flatMap(({ line, policy, decision, is, recorded, now }) => {
    const locale = locales.get(policy);
    if (!locale) return [];
    const after = answerInWords(locale, decision, now);
    return [
      [
        String(line),
        policy,
        locale.labels.decisions[decision] ?? decision,
        answerInWords(locale, decision, { answer: recorded }),
        is === "untold" ? say.untold(after) : after,
      ],
    ];
  });
  const columns = say.columns.map((head, index) => ({
    head,
    ...(index === 0 ? { align: "right" as const } : {}),
  }));
  const lines = [...tableLines(columns, rows, 0, look), ...(more === 0 ? [] : [say.more(more)])];
  return `${lines.join("\n")}\n`;
}
