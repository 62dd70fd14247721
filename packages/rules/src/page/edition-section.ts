import type { Edition } from "../language/edition.js";
import { blocks, bullets, heading } from "./markdown.js";
import type { PageWords } from "./page-words.js";
import { remarksAbout } from "./open-questions.js";
import { decidedBy, tableSection } from "./table-section.js";

/** An edition as it was issued: its source, its tables in order, what it does not ask, and what else its sources say. */
export function editionSection(page: PageWords, edition: Edition, period: string): string {
  const { say } = page;
  const remarks = remarksAbout(page, edition, undefined);
  return blocks([
    heading(2, say.edition(period)),
    say.stands(say.source, page.citations([edition.source]).join(say.semicolon)),
    ...edition.tables.map((table) => tableSection(page, edition, table)),
    untouched(page, edition),
    ...(remarks.length === 0 ? [] : [heading(3, say.remarks), bullets(remarks)]),
  ]);
}

/** Decisions that have no table in the edition always have their declared default. */
function untouched(page: PageWords, edition: Edition): string {
  const asked = new Set(edition.tables.flatMap(decidedBy));
  const rest = Object.entries(page.policy.decisions).filter(
    ([name, declared]) => declared.internal !== true && !asked.has(name) && declared.default !== undefined,
  );
  if (rest.length === 0) return "";
  const said = rest.map(([name, declared]) => {
    const value = page.value(`decision.${name}`, declared.default ?? "none");
    return page.say.stands(page.name({ fact: `decision.${name}` }), value);
  });
  return blocks([page.say.withoutTable, bullets(said)]);
}
