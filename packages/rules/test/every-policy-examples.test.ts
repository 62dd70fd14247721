import { describe, expect, it } from "vitest";
import { dayFromIso, isoFromDay } from "../src/calendar/civil-day.js";
import { captureFacts } from "../src/engine/check-facts.js";
import { decide } from "../src/engine/decide.js";
import { evaluate } from "../src/engine/evaluate.js";
import { segmentOn, segmentsOf } from "../src/engine/timeline.js";
import { declaredFacts } from "../src/language/declared-facts.js";
import type { Example } from "../src/language/example.js";
import { localeEntries } from "../src/language/locale-entries.js";
import type { Policy } from "../src/language/policy.js";
import { uncoveredBoundaries } from "../src/verify/uncovered-boundaries.js";
import { byId } from "./shipped-policies.js";

describe.each(byId)("the examples of %s", (_, { policy, examples }) => {
  it.each(examples.map((example) => [example.shows, example] as const))("%s", (_shows, example) => {
    const decision = decide(policy, example.facts);
    const { outcome = {} } = decision;
    expect(outcome).toMatchObject(example.expect);
    expect([...casesIn(policy, example)]).toEqual(expect.arrayContaining([...(example.cases ?? [])]));
  });

  it("are sentences, each about something of its own", () => {
    const sentences = examples.map(({ shows }) => shows);
    expect(new Set(sentences).size).toBe(sentences.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
  });

  it("show every case", () => {
    const shown = new Set(examples.flatMap(({ cases = [] }) => cases));
    expect([...localeEntries(policy).cases].filter((id) => !shown.has(id))).toEqual([]);
  });

  it("show the day before an edition or a rate changes, and the day itself", () => {
    const days = new Set(examples.map(({ facts }) => captureFacts(policy, facts).get(policy.datedBy)));
    const [first, ...later] = segmentsOf(policy).map(({ from }) => from);
    const changes = later.filter((day) => day !== null);
    // There is no answer to show on the day before the first edition.
    const toShow = [...(first ? [first] : []), ...changes, ...changes.map(dayBefore)];
    expect(toShow.filter((day) => !days.has(day))).toEqual([]);
  });

  it("show both sides of every threshold", () => {
    expect(uncoveredBoundaries(policy, examples)).toEqual([]);
  });
});

/** The cases that take part in an answer: those of helpers too, where the facts are complete. */
function casesIn(policy: Policy, { facts }: Example): ReadonlySet<string> {
  const known = captureFacts(policy, facts);
  const ids = (decide(policy, facts).because ?? []).flatMap(({ cases }) => cases.map(({ id }) => id));
  const segment = segmentOn(policy, String(known.get(policy.datedBy)));
  const isComplete = [...declaredFacts(policy.facts).keys()].every((path) => known.has(path));
  if (!segment || !isComplete) return new Set(ids);
  const evaluation = evaluate(policy, segment, (path) => known.get(path) ?? "");
  return new Set([...ids, ...Object.values(evaluation.cases).flat()]);
}

function dayBefore(day: string): string {
  return isoFromDay((dayFromIso(day) ?? 0) - 1);
}
