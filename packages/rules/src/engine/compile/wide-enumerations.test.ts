import { describe, expect, it } from "vitest";
import { policyFromJson } from "../../language/policy.js";
import { randomFrom } from "../../testing/random.js";
import { evaluate, type Value } from "../evaluate.js";
import { segmentsOf } from "../timeline.js";
import { caseIdsIn } from "../compiled/case-ids-in.fixture.js";
import { CompiledDecision } from "../compiled/compiled-decision.js";
import { factsBehind } from "../facts-behind.js";
import { Compilation, type Backend } from "./compilation.js";

/** Facts that are drawn for each size. */
const rounds = Number(process.env["GUICHET_WIDE_ROUNDS"] ?? 200);

const values = (count: number) => Array.from({ length: count }, (_, at) => `value-${at}`);

/** Enumerations of so many values, in every place where they can meet, and as many cases that collect. */
function policyOf(count: number) {
  const about = { label: "a fact", holder: "desk", privacy: "internal" };
  const cites = [{ document: "page", section: "1", confidence: "certain" }];
  const listed = values(count);
  const half = listed.filter((_, at) => at % 2 === 0);
  return policyFromJson(
    JSON.stringify({
      id: "wide",
      title: "Wide",
      question: "What then?",
      jurisdiction: "FR",
      datedBy: "day",
      locales: ["en"],
      sources: { page: { title: "A page", kind: "house-rule", dated: true, checkedOn: "2024-01-01" } },
      facts: {
        day: { kind: "date", ...about },
        one: { kind: "one-of", values: listed, ...about },
        other: { kind: "one-of", values: half, ...about },
        held: { kind: "set-of", values: listed.toReversed(), ...about },
        made: { kind: "set-of", values: half, ...about },
      },
      decisions: {
        lacking: { kind: "set-of", values: listed, label: "lacking" },
        collected: { kind: "set-of", values: listed, label: "collected" },
        chosen: { kind: "one-of", values: listed, label: "chosen" },
        fee: { kind: "amount", currency: "EUR", label: "fee" },
        listed: { kind: "boolean", label: "listed" },
      },
      rates: {
        list: { kind: "set-of", values: listed, label: "list", rows: [{ from: "open", value: half, cites }] },
        fees: {
          kind: "amount",
          currency: "EUR",
          label: "fees",
          by: ["one", "other"],
          rows: [
            { from: "open", value: 1, cites },
            { for: [listed[count - 1]], from: "open", value: 2, cites },
            { for: [listed[0], half[half.length - 1]], from: "open", value: 3, cites },
          ],
        },
      },
      editions: [
        {
          inForceFrom: "open",
          source: cites[0],
          tables: [
            {
              decides: "lacking",
              id: "W-1",
              is: { minus: [{ minus: [listed, { fact: "held" }] }, { fact: "made" }] },
            },
            {
              decides: "collected",
              hitPolicy: "collect",
              cases: listed.map((value, at) => ({
                id: `C-${at}`,
                when: { fact: "held", operator: at % 3 === 0 ? "doesNotContain" : "contains", value },
                then: [value],
              })),
            },
            {
              decides: "chosen",
              hitPolicy: "first",
              cases: [
                {
                  id: "W-2",
                  when: { fact: "decision.lacking", operator: "isEmpty", value: true },
                  then: listed[0],
                },
                {
                  id: "W-3",
                  when: { fact: "held", operator: "contains", value: { fact: "one" } },
                  then: { fact: "one" },
                },
                {
                  id: "W-4",
                  when: { fact: "one", operator: "equal", value: { fact: "other" } },
                  then: listed[count - 1],
                },
                { id: "W-5", when: { fact: "one", operator: "in", value: half }, then: { fact: "other" } },
              ],
              otherwise: { id: "W-6", then: listed[count - 1] },
            },
            { decides: "fee", id: "W-7", is: { fact: "rate.fees" } },
            {
              decides: "listed",
              id: "W-8",
              is: { fact: "one", operator: "notIn", value: { fact: "rate.list" } },
            },
          ],
        },
      ],
    }),
  );
}

describe.each([2, 30, 31, 32, 33, 62, 63, 100])("enumerations of %i values", (count) => {
  it.each<Backend>(["generated", "closures"])("mean the same compiled to %s", (backend) => {
    const policy = policyOf(count);
    const compiled = new Compilation(policy, backend);
    const [segment] = segmentsOf(policy);
    const random = randomFrom(count);
    const listed = values(count);
    const some = (from: readonly string[]) => {
      const share = random.pick([0, 0.5, 0.9, 1]);
      return from.filter(() => random.chance(share));
    };
    for (let round = 0; round < rounds; round += 1) {
      const half = listed.filter((_, at) => at % 2 === 0);
      const facts: Readonly<Record<string, Value>> = {
        day: "2026-01-01",
        one: random.chance(0.2) ? "value-0" : random.pick([...listed, listed[count - 1] ?? ""]),
        other: random.pick([...half, half[half.length - 1] ?? ""]),
        held: some(listed.toReversed()),
        made: some(half),
      };
      const expected = segment && evaluate(policy, segment, (path) => facts[path] ?? "");
      const got = compiled.decide(facts);
      expect(got?.outcome).toEqual(expected?.values);
      if (!(got instanceof CompiledDecision)) return;
      expect(Object.fromEntries(factsBehind(got))).toEqual(facts);
      expect(caseIdsIn(got)).toEqual(expected?.cases);
    }
  });

  it.each<Backend>(["generated", "closures"])("are refused repeated, compiled to %s", (backend) => {
    const compiled = new Compilation(policyOf(count), backend);
    const last = `value-${count - 1}`;
    const facts = { day: "2026-01-01", one: last, other: "value-0", held: [last], made: [] };
    expect(compiled.decide(facts)).toBeDefined();
    expect(compiled.decide({ ...facts, held: [last, last] })).toBeUndefined();
    expect(compiled.decide({ ...facts, held: [last, `value-${count}`] })).toBeUndefined();
    expect(compiled.decide({ ...facts, made: undefined })).toBeUndefined();
  });
});
