import type { DeadLetter, Resolution } from "@guichet/sync";
import { uiWordingOf } from "../ui-wording-of.js";
import { paragraphLines } from "./layout.js";
import type { Look } from "./look.js";
import { tableLines } from "./table.js";

/** What became of the one that was seen to, and what is set aside, as a table. */
export function deadLettersView(
  letters: readonly DeadLetter[],
  locale: string,
  look: Look,
  seenTo?: Resolution,
): string {
  const { sync } = uiWordingOf(locale);
  const became = seenTo === undefined ? [] : [sync.became[seenTo.resolution], ""];
  if (letters.length === 0) return `${[...became, sync.noneSetAside].join("\n")}\n`;
  const [tenant, kind, code, attempts, since, reached, id] = sync.deadLetterColumns;
  const columns = [
    { head: id },
    { head: tenant },
    { head: kind },
    { head: code },
    { head: attempts, align: "right" as const },
    { head: reached },
    { head: since },
  ];
  const rows = letters.map((letter) => [
    letter.id,
    letter.tenant,
    letter.kind,
    letter.code,
    String(letter.attempts),
    letter.mayHaveReached ? sync.yes : sync.no,
    letter.setAsideAt.slice(0, 19).replace("T", " "),
  ]);
  const seeTo = paragraphLines({ text: sync.seeTo }, 0, look);
  return `${[...became, ...tableLines(columns, rows, 0, look), "", ...seeTo].join("\n")}\n`;
}
