import { dayFromIso, isoFromDay, type IsoDay } from "../calendar/civil-day.js";
import type { Period } from "../language/amended.js";
import type { Edition } from "../language/edition.js";
import type { Policy } from "../language/policy.js";
import type { RateDeclaration, RateRow } from "../language/rate.js";

/** A stretch of days in which one edition is in force and every rate is a constant per key. */
export interface Segment {
  readonly index: number;
  /** Inclusive; `null` is unbounded. */
  readonly from: IsoDay | null;
  readonly to: IsoDay | null;
  readonly edition: Edition;
  /** Per rate, the rows in force, the most specific key first. */
  readonly rates: ReadonlyMap<string, readonly RateRow[]>;
}

const timelines = new WeakMap<Policy, readonly Segment[]>();

/** The segments of a policy's calendar in order, from its first day in force on. */
export function segmentsOf(policy: Policy): readonly Segment[] {
  let segments = timelines.get(policy);
  if (!segments) timelines.set(policy, (segments = cutCalendar(policy)));
  return segments;
}

/** The segment a day falls in, or `undefined` before the first edition. */
export function segmentOn(policy: Policy, day: string): Segment | undefined {
  return segmentsOf(policy).findLast((segment) => segment.from === null || segment.from <= day);
}

/** The row of a rate that holds for a key in a segment, or `undefined` where none is defined. */
export function rowFor(segment: Segment, rate: string, key: readonly string[]): RateRow | undefined {
  return segment.rates.get(rate)?.find((row) => (row.for ?? []).every((part, index) => part === key[index]));
}

/** Earliest first; an edition or row without a start comes before every day. */
export function compareStarts(left: string, right: string): number {
  if (left === right) return 0;
  if (left === "open") return -1;
  return right === "open" || left > right ? 1 : -1;
}

function cutCalendar(policy: Policy): readonly Segment[] {
  const editions = policy.editions.toSorted((left, right) =>
    compareStarts(left.inForceFrom, right.inForceFrom),
  );
  const first = editions[0]?.inForceFrom ?? "open";
  const starts = new Set(editions.map((edition) => edition.inForceFrom));
  for (const { from, to } of (policy.amendments ?? []).flatMap(({ holds }) => holds)) {
    for (const day of [from, ...(to === undefined ? [] : [dayAfter(to)])]) {
      if (compareStarts(first, day) < 0) starts.add(day);
    }
  }
  for (const rate of Object.values(policy.rates)) {
    for (const row of rate.rows) if (compareStarts(first, row.from) < 0) starts.add(row.from);
  }
  const ordered = [...starts].toSorted(compareStarts);
  return ordered.map((start, index): Segment => {
    const next = ordered[index + 1];
    const edition =
      editions.findLast((one) => compareStarts(one.inForceFrom, start) <= 0) ?? policy.editions[0];
    return {
      index,
      from: start === "open" ? null : (start as IsoDay),
      to: next === undefined ? null : dayBefore(next),
      edition,
      rates: new Map(Object.entries(policy.rates).map(([name, rate]) => [name, rowsInForce(rate, start)])),
    };
  });
}

function rowsInForce(rate: RateDeclaration, start: string): readonly RateRow[] {
  const latest = new Map<string, RateRow>();
  for (const row of (rate.rows as readonly RateRow[]).toSorted((left, right) =>
    compareStarts(left.from, right.from),
  )) {
    if (compareStarts(row.from, start) <= 0) latest.set(JSON.stringify(row.for ?? []), row);
  }
  return [...latest.values()].toSorted((left, right) => (right.for ?? []).length - (left.for ?? []).length);
}

/** The edition as it was issued that a segment belongs to, by its start; amended copies go by the same name. */
export function issuedEdition({ edition }: Segment): string {
  return edition.repeats ?? edition.inForceFrom;
}

/** The amendments of which something holds in a segment, in the order in which they were made. */
export function amendmentsIn(policy: Policy, { from }: Segment): readonly string[] {
  return (policy.amendments ?? [])
    .filter(({ holds }) => holds.some((one) => isIn(one, from)))
    .map(({ id }) => id);
}

function isIn(period: Period, day: string | null): boolean {
  return day !== null && period.from <= day && (period.to === undefined || day <= period.to);
}

/** The day before a day. */
export function dayBefore(day: string): IsoDay {
  return isoFromDay((dayFromIso(day) ?? 0) - 1);
}

/** The day after a day. */
export function dayAfter(day: string): IsoDay {
  return isoFromDay((dayFromIso(day) ?? 0) + 1);
}
