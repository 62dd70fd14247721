import { dayFromIso, isoFromDay } from "../calendar/civil-day.js";
import { compareStarts, segmentOn, segmentsOf } from "../engine/timeline.js";
import type { Edition } from "../language/edition.js";
import type { Example } from "../language/example.js";
import type { Locale } from "../language/locale.js";
import type { Policy } from "../language/policy.js";
import { GuichetError, problemAt } from "../language/problem.js";
import { editionSection } from "./edition-section.js";
import { exampleSection } from "./example-section.js";
import { factSection } from "./fact-section.js";
import { blocks, bullets, heading, plain } from "./markdown.js";
import { PageWords } from "./page-words.js";
import { rateSections } from "./rate-section.js";
import { conflictsOf, gapsOf } from "./open-questions.js";

export interface PageOptions<P extends Policy = Policy> {
  /** A day: only the edition in force on it, with the rates of that day. Default: every edition, every rate. */
  readonly on?: string;
  /** Worked examples to choose from: the page shows as many as it takes to see every row at work. Default: none. */
  readonly examples?: readonly Example<P>[];
}

/**
 * Prints a policy as a Markdown page for people who do not program: what must be known and who knows it, every edition
 * with its tables in words, rates with their dates and sources, what the sources leave open, where they disagree, what
 * always stays true, worked examples.
 *
 * Errors: `not-a-day` when `on` is no day of the calendar.
 *
 * @example
 * const page = policyPage(parking, parkingEn, { on: "2026-11-21", examples: parkingExamples });
 */
export function policyPage<P extends Policy>(
  policy: P,
  locale: Locale<P>,
  options: PageOptions<P> = {},
): string {
  const page = new PageWords(policy, locale);
  const { on, examples = [] } = options;
  if (on !== undefined) refuseNoDay(policy, on);
  const segment = on === undefined ? undefined : segmentOn(policy, on);
  if (on !== undefined && segment === undefined) return blocks([head(page, on), notInForce(page)]) + "\n";
  const shown = segment === undefined ? editionsInOrder(policy) : [segment.edition];
  // What several editions say in the same words is said once.
  const each = (listOf: (page: PageWords, edition: Edition) => readonly string[]): readonly string[] => [
    ...new Set(shown.flatMap((edition) => listOf(page, edition))),
  ];
  return (
    blocks([
      head(page, on),
      factSection(page),
      ...shown.map((edition) => editionSection(page, edition, periodOf(page, edition))),
      rateSections(page, segment),
      listSection(page.say.given, labelsOf(policy.given, page.locale.labels.given)),
      listSection(page.say.gaps, each(gapsOf)),
      listSection(page.say.conflicts, each(conflictsOf)),
      listSection(page.say.laws, labelsOf(policy.laws, page.locale.labels.laws)),
      exampleSection(page, shown, examples),
      listSection(page.say.sources, page.sources()),
      page.say.aboutConfidence,
    ]) + "\n"
  );
}

function head(page: PageWords, on: string | undefined): string {
  const { policy, locale, say } = page;
  const first = editionsInOrder(policy)[0]?.inForceFrom ?? "open";
  const start = first === "open" ? say.withoutStart : page.day(first);
  const about = [
    say.stands(say.inForceFrom, start),
    say.stands(say.governedBy, page.name({ fact: policy.datedBy })),
    say.stands(say.jurisdiction, page.jurisdiction()),
    ...(on === undefined ? [] : [say.asOf(page.day(on))]),
  ];
  return blocks([heading(1, plain(locale.labels.title)), plain(locale.labels.question), bullets(about)]);
}

function notInForce(page: PageWords): string {
  return plain(page.wording.notInForce(page.day(segmentsOf(page.policy)[0]?.from ?? "")));
}

function editionsInOrder(policy: Policy): readonly Edition[] {
  return policy.editions.toSorted((left, right) => compareStarts(left.inForceFrom, right.inForceFrom));
}

/** An edition ends on the day before the next one starts. */
function periodOf(page: PageWords, edition: Edition): string {
  const editions = editionsInOrder(page.policy);
  const next = editions[editions.indexOf(edition) + 1]?.inForceFrom;
  const lastDay = next === undefined ? undefined : isoFromDay((dayFromIso(next) ?? 0) - 1);
  const from = edition.inForceFrom === "open" ? undefined : page.day(edition.inForceFrom);
  return page.say.period(from, lastDay === undefined ? undefined : page.day(lastDay));
}

function labelsOf(
  rows: readonly { readonly id: string; readonly label: string }[] | undefined,
  labels: Readonly<Record<string, string>>,
): readonly string[] {
  return (rows ?? []).map(({ id, label }) => plain(labels[id] ?? label));
}

function listSection(title: string, items: readonly string[]): string {
  return items.length === 0 ? "" : blocks([heading(2, title), bullets(items)]);
}

function refuseNoDay(policy: Policy, on: string): void {
  if (dayFromIso(on) !== undefined) return;
  throw new GuichetError("not-a-day", [
    problemAt("not-a-day", `${policy.id}, page`, "not a day of the calendar", "write the day as YYYY-MM-DD"),
  ]);
}
