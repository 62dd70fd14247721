import { dayFromIso } from "../../calendar/civil-day.js";
import type { Edition } from "../../language/edition.js";
import type { Policy } from "../../language/policy.js";
import type { RateRow } from "../../language/rate.js";
import type { Place } from "../compiled/frame.js";
import type { EditionData, PlaceData, PolicyData, SegmentData } from "../compiled/policy-data.js";
import { fingerprintOf } from "../fingerprint.js";
import { amendmentsIn, issuedEdition, segmentsOf } from "../timeline.js";
import { traceOf } from "../trace.js";
import type { Layout } from "./layout.js";
import type { SegmentPlan } from "./plan.js";

/** What a compiled policy carries beside its code, as far as it is the same on all days. */
export function policyDataOf({
  policy,
  facts,
  decisions,
  partial,
  day,
}: Layout): Omit<PolicyData, "editions"> {
  const groups = Object.values(policy.facts).flatMap((entry) =>
    typeof entry.kind === "string" ? [] : [Object.keys(entry)],
  );
  const sources = Object.entries(policy.sources).map(
    ([id, { checkedOn, dated }]) => [id, { checkedOn, dated }] as const,
  );
  return {
    policy: policy.id,
    names: [Object.keys(policy.facts), ...groups],
    facts: [...facts.values()].map(placeDataOf),
    decisions: [...decisions.values()].map(placeDataOf),
    outcome: Object.entries(policy.decisions).flatMap(([name, { internal }]) => (internal ? [] : [name])),
    day,
    partial,
    given: (policy.given ?? []).length > 0,
    starts: segmentsOf(policy).map(({ from }) => (from === null ? null : (dayFromIso(from) ?? null))),
    sources: Object.fromEntries(sources),
    rates: Object.fromEntries(Object.entries(policy.rates).map(([name, { rows }]) => [name, rows])),
  };
}

/** What the segments of an edition have in common; any of them has it. */
export function editionDataOf(policy: Policy, { segment, tables, grounds }: SegmentPlan): EditionData {
  return {
    tables: tables.map(({ decides, casesAt, rows, collects }) => ({
      decides: decides.map(({ name }) => name),
      casesAt,
      rows: rows.length,
      ...(collects ? { collects } : {}),
    })),
    grounds: grounds.count,
    trace: traceOf(policy, segment.edition),
  };
}

/** What one segment has alone. */
export function segmentDataOf(policy: Policy, { segment, reads }: SegmentPlan): SegmentData {
  return {
    edition: issuedEdition(segment),
    amendments: amendmentsIn(policy, segment),
    fingerprint: fingerprintOf(policy, segment),
    reads,
    rates: Object.fromEntries(
      [...segment.rates].map(([name, rows]) => [
        name,
        rows.map((row) => (policy.rates[name]?.rows as readonly RateRow[]).indexOf(row)),
      ]),
    ),
    editionAt: editionsOf(policy).indexOf(segment.edition),
  };
}

/** The editions that come into force, in order. */
export function editionsOf(policy: Policy): readonly Edition[] {
  return [...new Set(segmentsOf(policy).map(({ edition }) => edition))];
}

function placeDataOf({ name, slot, shape, mayBeNone }: Place): PlaceData {
  const orNone = mayBeNone ? { orNone: true as const } : {};
  if (!("enumeration" in shape)) return { name, slot, is: shape.is, ...orNone };
  const { is, values, enumeration } = shape;
  const { ids, words } = enumeration;
  const numbers = values.map((value) => ids.get(value) ?? -1);
  return {
    ...{ name, slot, is, ...orNone, values },
    ...(numbers.every((number, index) => number === index) ? {} : { numbers }),
    ...(words === 1 ? {} : { words }),
  };
}
