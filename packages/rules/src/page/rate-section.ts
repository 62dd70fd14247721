import type { Segment } from "../engine/timeline.js";
import { wordOf } from "../engine/value-in-words.js";
import type { RateDeclaration, RateRow } from "../language/rate.js";
import { referencesIn } from "../language/references.js";
import { blocks, heading, lines, plain, table } from "./markdown.js";
import type { PageWords } from "./page-words.js";
import { capitalised } from "./table-section.js";

/** Every rate as a table: its keys, from when each value holds, and where it stands; of one segment, or all of them. */
export function rateSections(page: PageWords, segment: Segment | undefined): string {
  const sections = Object.entries(page.policy.rates).flatMap(([name, rate]) => {
    const rows =
      segment === undefined ? rate.rows : readBy(page, segment, name) ? (segment.rates.get(name) ?? []) : [];
    return rows.length === 0 ? [] : [rateSection(page, name, rate, rows)];
  });
  return sections.length === 0 ? "" : blocks([heading(2, page.say.rates), ...sections]);
}

/** Whether an edition has a use for a rate: fees that ended with an earlier edition do not belong on its page. */
function readBy(page: PageWords, { edition }: Segment, name: string): boolean {
  const said = (edition.remarks ?? []).some(({ id }) => page.locale.remarks[id]?.includes(`{rate.${name}}`));
  return said || referencesIn(edition.tables).some(({ fact }) => fact === `rate.${name}`);
}

function rateSection(page: PageWords, name: string, rate: RateDeclaration, rows: readonly RateRow[]): string {
  const { say, locale } = page;
  const by = rate.by ?? [];
  const labels: Readonly<Record<string, string>> = locale.labels.facts;
  const keyLabels = by.map((path) => capitalised(page, plain(labels[path] ?? path)));
  return blocks([
    heading(3, capitalised(page, plain(locale.labels.rates[name] ?? name))),
    table(
      [...keyLabels, say.from, say.value, say.source],
      rows.map((row) => [
        ...by.map((path, index) => {
          const key = row.for?.[index];
          return key === undefined ? say.allOthers : plain(wordOf(locale, path, key));
        }),
        row.from === "open" ? say.withoutStart : page.day(row.from),
        page.value(`rate.${name}`, row.value),
        lines(page.citations(row.cites)),
      ]),
    ),
  ]);
}
