import { describe, expect, it } from "vitest";
import { answersFor } from "../src/engine/answers.js";
import { evaluate, holds, resultOf, type Evaluation, type Value } from "../src/engine/evaluate.js";
import { segmentOn, type Segment } from "../src/engine/timeline.js";
import type { Table } from "../src/language/edition.js";
import type { Expression } from "../src/language/expression.js";
import type { Policy } from "../src/language/policy.js";
import { randomFrom } from "../src/testing/random.js";
import { knownFacts } from "./known-facts.js";
import { smallPolicy } from "./small-policies.js";

const rerun = process.env["GUICHET_SEED"];
const seeds =
  rerun === undefined
    ? Array.from({ length: Number(process.env["GUICHET_SMALL_POLICIES"] ?? 600) }, (_, index) => index + 1)
    : [Number(rerun)];
const mostCompletions = 3000;

describe("the cases behind a question", () => {
  it("are those whose say differs between two completions that differ in that fact alone", () => {
    const met = { behind: 0, notBehind: 0 };
    for (const seed of seeds) {
      const random = randomFrom(seed);
      const small = smallPolicy(random);
      const known = knownFacts(random, small);
      const completions = completionsOf(small.policy, small.domains, known);
      if (completions === undefined) continue;
      const answers = answersFor(small.policy, known);
      for (const path of small.domains.keys()) {
        if (known.has(path)) continue;
        const differing = differingWith(completions, path);
        for (const decision of Object.keys(small.policy.decisions)) {
          const found = answers.casesBehind(decision, path).flatMap(({ segment, cases }) => {
            const ids = rowIds(tableOf(segment, decision));
            return cases.map(({ index }) => `${segment.index} ${decision} ${ids[index] ?? "?"}`);
          });
          const expected = [...differing].filter((key) => key.split(" ")[1] === decision);
          expect(found.toSorted(), `GUICHET_SEED=${seed}, ${decision}, ${path}`).toEqual(expected.toSorted());
          met[found.length > 0 ? "behind" : "notBehind"] += 1;
        }
      }
    }
    if (rerun === undefined) expect(Math.min(met.behind, met.notBehind)).toBeGreaterThan(seeds.length / 2);
  });
});

/** What every case says in one completion, by segment, decision and case id. */
interface Completion {
  readonly facts: ReadonlyMap<string, Value>;
  readonly segment: Segment;
  readonly said: ReadonlyMap<string, string>;
}

function completionsOf(
  policy: Policy,
  domains: ReadonlyMap<string, readonly Value[]>,
  known: ReadonlyMap<string, Value>,
): readonly Completion[] | undefined {
  const unknown = [...domains].filter(([path]) => !known.has(path));
  if (unknown.reduce((all, [, values]) => all * values.length, 1) > mostCompletions) return undefined;
  let all: ReadonlyMap<string, Value>[] = [known];
  for (const [path, values] of unknown) {
    all = all.flatMap((facts) => values.map((value) => new Map([...facts, [path, value]])));
  }
  return all.flatMap((facts) => {
    const read = (path: string): Value => facts.get(path) ?? "";
    const segment = segmentOn(policy, String(read(policy.datedBy)));
    const meets = (policy.given ?? []).every((one) => holds(one.holds, ({ fact }) => read(fact)));
    return segment && meets
      ? [{ facts, segment, said: saidIn(segment, evaluate(policy, segment, read)) }]
      : [];
  });
}

function saidIn(segment: Segment, made: Evaluation): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  for (const [decision, ids] of Object.entries(made.cases)) {
    const table = tableOf(segment, decision);
    if (!table) continue;
    const rows = "cases" in table ? table.cases : [];
    for (const id of ids) {
      const row =
        "hitPolicy" in table && table.hitPolicy === "collect" ? rows.find((one) => one.id === id) : undefined;
      const result = row ? resultOf(row.then as Expression, made.read) : made.values[decision];
      said.set(`${segment.index} ${decision} ${id}`, JSON.stringify(sorted(result ?? "")));
    }
    // The evaluation names no bare expression without an id.
    if (ids.length === 0 && "is" in table) {
      const guarded = table.onlyWhen !== undefined && !holds(table.onlyWhen, made.read);
      const result = JSON.stringify(sorted(made.values[decision] ?? ""));
      if (!guarded) said.set(`${segment.index} ${decision} ?`, result);
    }
  }
  return said;
}

/** A case that adds nothing says as much as one that does not hold. */
const silence: readonly unknown[] = [undefined, "[]"];

function differingWith(completions: readonly Completion[], path: string): ReadonlySet<string> {
  const groups = new Map<string, Completion[]>();
  for (const one of completions) {
    const others = JSON.stringify([one.segment.index, ...[...one.facts].filter(([name]) => name !== path)]);
    groups.set(others, [...(groups.get(others) ?? []), one]);
  }
  const differing = new Set<string>();
  for (const group of groups.values()) {
    for (const key of new Set(group.flatMap(({ said }) => [...said.keys()]))) {
      const isCollect = collects(group[0]?.segment, key);
      const saying = new Set(
        group.map(({ said }) => (isCollect && silence.includes(said.get(key)) ? "" : said.get(key))),
      );
      if (saying.size > 1) differing.add(key);
    }
  }
  return differing;
}

function collects(segment: Segment | undefined, key: string): boolean {
  const table = tableOf(segment, key.split(" ")[1] ?? "");
  return table !== undefined && "hitPolicy" in table && table.hitPolicy === "collect";
}

function tableOf(segment: Segment | undefined, decision: string): Table | undefined {
  return segment?.edition.tables.find(({ decides }) => [decides].flat().includes(decision));
}

function rowIds(table: Table | undefined): readonly (string | undefined)[] {
  if (!table) return [];
  if ("is" in table) return [table.id];
  const cases = table.cases.map(({ id }) => id);
  return table.hitPolicy === "collect" ? cases : [...cases, table.otherwise.id];
}

function sorted(value: Value): Value {
  return typeof value === "object" ? value.toSorted() : value;
}
