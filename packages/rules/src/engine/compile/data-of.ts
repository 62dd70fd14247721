import { dayFromIso } from "../../calendar/civil-day.js";
import type { Policy } from "../../language/policy.js";
import { dataOf, type PolicyData, type SegmentData } from "../compiled/policy-data.js";
import { fingerprintOf } from "../fingerprint.js";
import { amendmentsIn, issuedEdition, segmentsOf } from "../timeline.js";
import { traceOf } from "../trace.js";
import type { Layout } from "./layout.js";
import type { SegmentPlan } from "./plan.js";

/** What a compiled policy carries beside its code, as far as it is the same on all days. */
export function policyDataOf({ policy, facts, decisions, partial, day }: Layout): PolicyData {
  const groups = Object.values(policy.facts).flatMap((entry) =>
    typeof entry.kind === "string" ? [] : [Object.keys(entry)],
  );
  const sources = Object.entries(policy.sources).map(
    ([id, { checkedOn, dated }]) => [id, { checkedOn, dated }] as const,
  );
  return {
    policy: policy.id,
    names: [Object.keys(policy.facts), ...groups],
    facts: [...facts.values()].map(dataOf),
    decisions: [...decisions.values()].map(dataOf),
    outcome: Object.entries(policy.decisions).flatMap(([name, { internal }]) => (internal ? [] : [name])),
    day,
    partial,
    given: (policy.given ?? []).length > 0,
    starts: segmentsOf(policy).map(({ from }) => (from === null ? null : (dayFromIso(from) ?? null))),
    sources: Object.fromEntries(sources),
    traces: policy.editions.map((edition) => traceOf(policy, edition)),
  };
}

/** The same of one segment. */
export function segmentDataOf(policy: Policy, { segment, tables, reads }: SegmentPlan): SegmentData {
  return {
    edition: issuedEdition(segment),
    amendments: amendmentsIn(policy, segment),
    fingerprint: fingerprintOf(policy, segment),
    reads,
    tables: tables.map(({ decides, casesAt, rows, collects }) => ({
      decides: decides.map(({ name }) => name),
      casesAt,
      rows: rows.length,
      ...(collects ? { collects } : {}),
    })),
    rates: Object.fromEntries(segment.rates),
    trace: policy.editions.indexOf(segment.edition),
  };
}
