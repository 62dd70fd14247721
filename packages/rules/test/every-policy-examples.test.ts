import { describe, expect, it } from "vitest";
import { dayFromIso, isoFromDay } from "../src/calendar/civil-day.js";
import { captureFacts } from "../src/engine/check-facts.js";
import { decide } from "../src/engine/decide.js";
import { evaluate, type Value } from "../src/engine/evaluate.js";
import { segmentOn, segmentsOf } from "../src/engine/timeline.js";
import { declaredFacts } from "../src/language/declared-facts.js";
import type { Example } from "../src/language/example.js";
import { localeEntries } from "../src/language/locale-entries.js";
import type { Policy } from "../src/language/policy.js";
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
    expect(thresholdsOf(policy).filter((threshold) => !isShown(policy, threshold, examples))).toEqual([]);
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

/** A number, day or time that a fact is compared with, in the segment where it is. */
interface Threshold {
  readonly fact: string;
  readonly operator: string;
  readonly value: number | string;
  readonly edition: string;
}

function thresholdsOf(policy: Policy): readonly Threshold[] {
  const found = new Map<string, Threshold>();
  for (const { edition, rates } of segmentsOf(policy)) {
    const waiting: unknown[] = [edition.tables];
    while (waiting.length > 0) {
      const part = waiting.pop();
      if (typeof part !== "object" || part === null) continue;
      waiting.push(...(Object.values(part) as unknown[]));
      if (!("operator" in part) || !/^(less|greater)Than/.test(String(part.operator))) continue;
      const { fact, operator, value } = part as unknown as Threshold;
      if (!declaredFacts(policy.facts).has(fact)) continue;
      for (const bound of boundsOf(rates, value)) {
        const threshold = { fact, operator, value: bound, edition: edition.inForceFrom };
        found.set(JSON.stringify(threshold), threshold);
      }
    }
  }
  return [...found.values()];
}

function boundsOf(
  rates: ReadonlyMap<string, readonly { readonly value: Value }[]>,
  value: unknown,
): readonly (number | string)[] {
  if (typeof value === "number" || typeof value === "string") return [value];
  const { fact } = value as { readonly fact: string };
  const rows = rates.get(fact.replace(/^rate\./, "")) ?? [];
  return rows.flatMap((row) =>
    typeof row.value === "number" || isOrderedText(row.value) ? [row.value] : [],
  );
}

function isOrderedText(value: Value): value is string {
  return typeof value === "string" && value !== "none";
}

/** Whether examples of the edition have the last value on one side and the first on the other. */
function isShown(
  policy: Policy,
  { fact, operator, value, edition }: Threshold,
  examples: readonly Example[],
): boolean {
  const values = new Set(
    examples
      .map(({ facts }) => captureFacts(policy, facts))
      .filter(
        (known) => segmentOn(policy, String(known.get(policy.datedBy)))?.edition.inForceFrom === edition,
      )
      .map((known) => known.get(fact)),
  );
  // "less than 4" and "4 or more" part at 3 and 4; "4 or less" and "more than 4" at 4 and 5.
  const other = /^(lessThan|greaterThanInclusive)$/.test(operator) ? -1 : 1;
  return values.has(value) && values.has(beside(value, other));
}

function beside(value: number | string, step: number): number | string {
  if (typeof value === "number") return value + step;
  const day = dayFromIso(value);
  if (day !== undefined) return isoFromDay(day + step);
  const minutes = Number(value.slice(0, 2)) * 60 + Number(value.slice(3)) + step;
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

function dayBefore(day: string): string {
  return isoFromDay((dayFromIso(day) ?? 0) - 1);
}
