import type { DeadLetter } from "@guichet/sync";
import { uiWordingOf } from "../ui-wording-of.js";
import { paragraphLines } from "./layout.js";
import type { Look } from "./look.js";
import { tableLines } from "./table.js";

/** What was set aside, as a table. */
export function deadLettersView(letters: readonly DeadLetter[], locale: string, look: Look): string {
  const { sync } = uiWordingOf(locale);
  if (letters.length === 0) return `${sync.noneSetAside}\n`;
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
  return `${[...tableLines(columns, rows, 0, look), "", ...seeTo].join("\n")}\n`;
}
