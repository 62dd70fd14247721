import { describe, expect, it } from "vitest";
import { randomFrom } from "../src/testing/random.js";
import { smallPolicy } from "./small-policies.js";

/** Everything a policy can be written with; a number of small policies that lacks one tests too little. */
const wanted = [
  ...["boolean", "one-of", "set-of", "integer", "date", "time", "text"].map((kind) => `fact of kind ${kind}`),
  ...["boolean", "one-of", "set-of", "integer", "amount", "date", "time"].map(
    (kind) => `decision of kind ${kind}`,
  ),
  ...["integer", "amount", "date", "set-of"].map((kind) => `rate of kind ${kind}`),
  ...["equal", "notEqual", "in", "notIn", "contains", "doesNotContain", "isEmpty"].map(
    (one) => `operator ${one}`,
  ),
  ...["lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive"].map((one) => `operator ${one}`),
  ...[
    "rate by no fact",
    "rate by one fact",
    "rate by two facts",
    "rate by other facts",
    "rate without a value",
  ],
  ...[
    "in a named set",
    "contains a named value",
    "compared with a rate",
    "compared with a decision",
    "compared with none",
  ],
  ...[
    "all",
    "any",
    "not",
    "plus",
    "plus of plus",
    "weekdayOf",
    "weekday of a later day",
    "minus",
    "minus of minus",
  ],
  ...[
    "first",
    "collect",
    "expression",
    "condition as a result",
    "several decisions",
    "onlyWhen",
    "default",
    "orNone",
  ],
  ...[
    "internal",
    "left out",
    "open edition",
    "edition with a start",
    "three editions",
    "given",
    "given order",
    "given texts",
  ],
  ...["given sets", "open date", "open time", "open number", "fact in a group"],
];

describe("small policies", () => {
  it("are never refused, and together they use everything there is", { timeout: 300_000 }, () => {
    const used = new Set<string>();
    for (let seed = 1; seed <= 1500; seed += 1) {
      const { policy, domains } = smallPolicy(randomFrom(seed));
      const text = JSON.stringify(policy.editions);
      const note = (what: string, holds: boolean): unknown => holds && used.add(what);
      const isOpen = (path: string, from: number): boolean => (domains.get(path) ?? []).length >= from;
      for (const [name, fact] of Object.entries(policy.facts)) {
        const all = typeof fact.kind === "string" ? [fact] : Object.values(fact);
        for (const { kind } of all as readonly { readonly kind: string }[]) used.add(`fact of kind ${kind}`);
        note("fact in a group", name === "visit");
      }
      for (const [name, decision] of Object.entries(policy.decisions)) {
        used.add(`decision of kind ${decision.kind}`);
        for (const mark of ["default", "orNone", "internal"] as const)
          note(mark, decision[mark] !== undefined);
        note(
          "left out",
          policy.editions.some(({ tables }) => tables.every((one) => ![one.decides].flat().includes(name))),
        );
      }
      for (const rate of Object.values(policy.rates)) {
        used.add(`rate of kind ${rate.kind}`);
        used.add(`rate by ${["no fact", "one fact", "two facts"][rate.by?.length ?? 0] ?? ""}`);
        note(
          "rate without a value",
          rate.rows.some((row) => row.value === "none"),
        );
      }
      for (const [, operator] of text.matchAll(/"operator":"(\w+)"/g)) used.add(`operator ${operator ?? ""}`);
      for (const [what, form] of forms) note(what, form.test(text));
      note("open edition", policy.editions[0].inForceFrom === "open");
      note("edition with a start", policy.editions[0].inForceFrom !== "open");
      note("three editions", policy.editions.length === 3);
      const given = (policy.given ?? [])
        .filter(({ id }) => id.startsWith("given"))
        .map(({ holds }) => JSON.stringify(holds));
      note("given", given.length > 0);
      note(
        "given order",
        given.some((one) => /"lessThan(Inclusive)?","value":\{"fact":"visit/.test(one)),
      );
      note(
        "given texts",
        given.some((one) => one.includes('"value":{"fact":"team"}')),
      );
      note(
        "given sets",
        given.some((one) => one.includes('"isEmpty"')),
      );
      note(
        "open date",
        ["visit.on", "visit.later", "visit.third"].some((path) => isOpen(path, 1000)),
      );
      note("open time", isOpen("startsAt", 1440));
      note("open number", isOpen("count", 10));
    }
    expect(wanted.filter((what) => !used.has(what))).toEqual([]);
  });
});

const forms: readonly (readonly [string, RegExp])[] = [
  ["rate by other facts", /"params":\{"by":\["corner"/],
  ["in a named set", /"operator":"(in|notIn)","value":\{"fact"/],
  ["contains a named value", /"operator":"(contains|doesNotContain)","value":\{"fact"/],
  ["compared with a rate", /"operator":"\w+","value":\{"fact":"rate\./],
  ["compared with a decision", /"operator":"\w+","value":\{"fact":"decision\./],
  ["compared with none", /"operator":"\w+","value":"none"/],
  ["all", /\{"all":/],
  ["any", /\{"any":/],
  ["not", /\{"not":/],
  ["plus", /\{"plus":/],
  ["plus of plus", /\{"plus":\[\{"plus":/],
  ["weekdayOf", /\{"weekdayOf":/],
  ["weekday of a later day", /\{"weekdayOf":\{"plus":/],
  ["minus", /\{"minus":/],
  ["minus of minus", /\{"minus":\[\{"minus":/],
  ["first", /"hitPolicy":"first"/],
  ["collect", /"hitPolicy":"collect"/],
  ["expression", /"is":/],
  ["condition as a result", /"(then|is)":\{("all"|"any"|"not"|"fact":"[\w.]+","operator")/],
  ["several decisions", /"decides":\["\w+","\w+"\]/],
  ["onlyWhen", /"onlyWhen":/],
];
