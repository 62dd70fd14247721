import type { Edition, Remark } from "../language/edition.js";
import type { PageWords } from "./page-words.js";
import { decidedBy, rowsOf } from "./table-section.js";

/** What the sources of an edition leave open: its rows without a source, with what is answered there, then its remarks. */
export function gapsOf(page: PageWords, edition: Edition): readonly string[] {
  const rows = edition.tables.flatMap((table) =>
    rowsOf(page, edition, table)
      .filter((row) => row.gap)
      .map(({ id = "" }) => {
        const row = [id, ...decidedBy(table).map((name) => page.decisionLabel(name))];
        return page.say.stands(row.join(", "), page.message(page.locale.cases[id] ?? id));
      }),
  );
  return [...rows, ...remarksAbout(page, edition, "gap")];
}

/** Where the sources of an edition disagree, and what is done about it. */
export function conflictsOf(page: PageWords, edition: Edition): readonly string[] {
  return remarksAbout(page, edition, "conflict");
}

/** The remarks of an edition that tell of a gap, of a conflict, or of neither, each with the places it rests on. */
export function remarksAbout(page: PageWords, edition: Edition, about: Remark["about"]): readonly string[] {
  return (edition.remarks ?? [])
    .filter((remark) => remark.about === about)
    .map(
      ({ id, cites }) =>
        `${page.message(page.locale.remarks[id] ?? id)} ${page.citations(cites).join(page.say.semicolon)}`,
    );
}
