import { dayBefore } from "../../engine/timeline.js";
import { declaredFacts } from "../../language/declared-facts.js";
import type { Edition } from "../../language/edition.js";
import { nearest, type Findings } from "../../language/findings.js";
import { along, listed, quoted, type Place } from "../../language/place.js";
import type { Policy } from "../../language/policy.js";
import type { AddedCase, AddedElement, Amendment, RateChange, ReplacedCase } from "./amendment.js";
import { refuse } from "./amendment-problem.js";
import { earlier, issuedEditions, issuedOn, type Issued } from "./issued-editions.js";
import { placeOfAmendment } from "./read-amendment.js";
import { nextRow, rowOn, rowsForKey } from "./rate-line.js";

/** A change with the days on which it holds: those of its amendment, as far as what it changes is in force. */
export interface Planned<Change> {
  readonly amendment: Amendment;
  readonly change: Change;
  readonly place: Place;
  readonly from: string;
  /** `null`: without an end. */
  readonly to: string | null;
  /** What ends it before its amendment does: an edition, or a row of a rate, by its start. */
  readonly endedBy?: string;
}

export type CaseChange = AddedCase | ReplacedCase;

/** What is to be done to a policy. */
export interface Plan {
  readonly rates: readonly Planned<RateChange>[];
  readonly cases: readonly (Planned<CaseChange> & { readonly issued: Edition })[];
  readonly elements: readonly Planned<AddedElement>[];
}

/** Looks up in the policy what amendments name, and when each change holds; reports what cannot be found. */
export function planChanges(findings: Findings, policy: Policy, amendments: readonly Amendment[]): Plan {
  const rates: Planned<RateChange>[] = [];
  const cases: (Planned<CaseChange> & { readonly issued: Edition })[] = [];
  const elements: Planned<AddedElement>[] = [];
  const editions = issuedEditions(policy);
  for (const amendment of amendments) {
    const place = placeOfAmendment(amendment.id);
    const first = issuedOn(editions, amendment.from);
    if (!isFor(findings, policy, amendment, first, editions) || !first) continue;
    for (const [index, change] of amendment.changes.entries()) {
      const at = along(place, "changes", index);
      const planned = { amendment, place: at, from: amendment.from, to: amendment.to ?? null };
      if ("element" in change) {
        if (areSets(findings, policy, change, at)) elements.push({ ...planned, change });
      } else if ("rate" in change) {
        if (hasKey(findings, policy, change, amendment.from, at))
          rates.push({ ...planned, change, ...rateEnd(policy, change, planned, first) });
      } else {
        const met = editionMet(findings, editions, change.edition, planned);
        if (met) cases.push({ ...planned, change, ...met });
      }
    }
  }
  return { rates, cases, elements };
}

function isFor(
  findings: Findings,
  policy: Policy,
  amendment: Amendment,
  first: Issued | undefined,
  [earliest]: readonly Issued[],
): boolean {
  const place = placeOfAmendment(amendment.id);
  const known = findings.problems.length;
  if (amendment.policy !== policy.id) {
    const what = `it amends ${quoted(amendment.policy)}, not ${quoted(policy.id)}`;
    refuse(findings, "policy-differs", along(place, "policy"), what, "give it to the policy it is for");
    return false;
  }
  if (Object.hasOwn(policy.sources, amendment.id)) {
    const what = `the policy has a document ${quoted(amendment.id)}`;
    refuse(findings, "source-id-taken", along(place, "id"), what, "give the amendment another id");
  }
  for (const locale of Object.keys(amendment.texts ?? {})) {
    if (policy.locales.includes(locale)) continue;
    const todo = `use ${listed(policy.locales, "or")}`;
    refuse(findings, "locale-unknown", along(place, "texts", locale), "the policy has no such locale", todo);
  }
  if (!first) {
    const what = `no edition is in force on ${amendment.from}`;
    const todo = `begin on ${earliest?.edition.inForceFrom ?? ""} or later`;
    refuse(findings, "not-in-force", along(place, "from"), what, todo);
  }
  return findings.problems.length === known;
}

function areSets(findings: Findings, policy: Policy, change: AddedElement, place: Place): boolean {
  const sets = new Set([
    ...[...declaredFacts(policy.facts)].flatMap(([path, { kind }]) => (kind === "set-of" ? [path] : [])),
    ...Object.entries(policy.decisions).flatMap(([name, { kind }]) =>
      kind === "set-of" ? [`decision.${name}`] : [],
    ),
  ]);
  const unknown = change.of.filter((name) => !sets.has(name));
  for (const name of unknown) {
    const todo = nearest(findings, name, sets, 'name sets, as "group.fact" or "decision.name"');
    refuse(findings, "set-unknown", along(place, "of"), `no set ${quoted(name)}`, todo);
  }
  return unknown.length === 0;
}

function hasKey(findings: Findings, policy: Policy, change: RateChange, from: string, place: Place): boolean {
  const rate = Object.hasOwn(policy.rates, change.rate) ? policy.rates[change.rate] : undefined;
  if (!rate) {
    const todo = nearest(findings, change.rate, Object.keys(policy.rates), "name a rate of the policy");
    refuse(findings, "rate-unknown", along(place, "rate"), `no rate ${quoted(change.rate)}`, todo);
    return false;
  }
  const key = change.for ?? [];
  if (rowOn(rowsForKey(rate, key), from)) return true;
  const what = `${quoted(change.rate)} has no value ${key.length === 0 ? "without a key" : `for ${listed(key)}`} on ${from}`;
  refuse(findings, "rate-key-unknown", place, what, 'write the key of one of its rows, in the order of "by"');
  return false;
}

/** A rate holds until its amendment ends, a later row gives the key its value, or a later edition begins. */
function rateEnd(
  { rates }: Policy,
  { rate, for: key = [] }: RateChange,
  { from, to }: { readonly from: string; readonly to: string | null },
  first: Issued,
): { readonly to: string | null; readonly endedBy?: string } {
  const declared = rates[rate];
  const row = declared && nextRow(rowsForKey(declared, key), from);
  const issued = [row?.from, first.next?.inForceFrom].filter((day) => day !== undefined).toSorted()[0];
  return endingBy(to, issued);
}

function endingBy(
  to: string | null,
  issued: string | undefined,
): { readonly to: string | null; readonly endedBy?: string } {
  const end = earlier(to, issued === undefined ? null : dayBefore(issued));
  return end === to || issued === undefined ? { to } : { to: end, endedBy: issued };
}

/** The edition a case is changed in, and the days of the amendment on which it is in force. */
function editionMet(
  findings: Findings,
  editions: readonly Issued[],
  name: string,
  { from, to, place }: { readonly from: string; readonly to: string | null; readonly place: Place },
) {
  const at = along(place, "edition");
  const issued = editions.find(({ edition }) => edition.inForceFrom === name);
  if (!issued) {
    const starts = editions.map(({ edition }) => edition.inForceFrom);
    const todo = `name ${listed(starts, "or")}`;
    refuse(findings, "edition-unknown", at, `no edition ${quoted(name)}`, todo);
    return undefined;
  }
  const { edition, next } = issued;
  const start = edition.inForceFrom === "open" || edition.inForceFrom < from ? from : edition.inForceFrom;
  const end = endingBy(to, next?.inForceFrom);
  if (end.to !== null && end.to < start) {
    const what = `${quoted(name)} is not in force between ${from} and ${to ?? "any later day"}`;
    refuse(findings, "edition-not-met", at, what, "name an edition in force then, or choose other days");
    return undefined;
  }
  return { issued: edition, from: start, ...end };
}
