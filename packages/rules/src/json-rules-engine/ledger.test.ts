import { readFileSync } from "node:fs";
import { Engine, type TopLevelCondition } from "json-rules-engine";
import { describe, expect, test } from "vitest";
import { readFacts } from "../engine/check-facts.js";
import { GuichetError } from "../language/problem.js";
import { policyFromJson } from "../language/policy.js";
import { visitorParking } from "../testing/visitor-parking.js";

const event = { type: "holds" };

/** Whether json-rules-engine's rule with the condition holds. */
async function holds(condition: object, facts: Record<string, unknown> = {}, options = {}): Promise<boolean> {
  const engine = new Engine([{ conditions: rooted(condition), event }], options);
  return (await engine.run(facts)).events.length === 1;
}

async function compares(left: unknown, operator: string, value: unknown): Promise<boolean> {
  return holds({ fact: "left", operator, value }, { left });
}

function rooted(condition: object): TopLevelCondition {
  return ("operator" in condition ? { all: [condition] } : condition) as TopLevelCondition;
}

/** The codes with which a policy that has the condition in its first case is refused at load. */
function refusedAtLoad(condition: unknown): readonly string[] {
  const json = JSON.parse(JSON.stringify(visitorParking)) as {
    editions: { tables: { cases?: { when?: unknown }[] }[] }[];
  };
  const one = json.editions[0]?.tables.find(({ cases }) => cases !== undefined)?.cases?.[0];
  Object.assign(one ?? {}, { when: condition });
  try {
    policyFromJson(JSON.stringify(json));
    return [];
  } catch (error) {
    return GuichetError.isInstance(error) ? error.problems.map(({ code }) => code) : [String(error)];
  }
}

/** The codes with which a visit with these facts is refused. */
function refusedAsFact(visit: object): readonly string[] {
  return readFacts(visitorParking, { visit }).problems.map(({ code }) => code);
}

const later = (milliseconds: number) => () =>
  new Promise((resolve) => setTimeout(() => resolve(true), milliseconds));
const yes = (fact: string) => ({ fact, operator: "equal", value: true });
const rule = (type: string, condition: object, priority = 1) => ({
  conditions: rooted(condition),
  event: { type },
  priority,
});
const typesOf = (events: readonly { type: string }[]) => events.map(({ type }) => type);
const always = { all: [] };

const ledger: Readonly<Record<string, () => Promise<void> | void>> = {
  "Events come in the order in which rules finish, not in which they were added": async () => {
    const engine = new Engine([rule("first", yes("slow")), rule("second", yes("quick"))]);
    engine.addFact("slow", later(5)).addFact("quick", true);
    expect(typesOf((await engine.run()).events)).toEqual(["second", "first"]);
  },
  "Every rule that holds fires; there is no first hit": async () => {
    const { events } = await new Engine([rule("first", always, 2), rule("second", always)]).run();
    expect(typesOf(events)).toEqual(["first", "second"]);
  },
  "A group without conditions holds, `any` too": async () => {
    expect(await holds({ any: [] })).toBe(true);
    expect(await holds({ all: [{ any: [] }] })).toBe(true);
    expect(refusedAtLoad({ any: [] })).toEqual(["group-empty"]);
  },
  "In an object with `any` and `all` only `any` counts": async () => {
    const both = { any: [yes("staff")], all: [{ fact: "staff", operator: "equal", value: false }] };
    expect(await holds(both, { staff: true })).toBe(true);
    expect(refusedAtLoad(both)).toEqual(["group-ambiguous"]);
  },
  "A comparison cannot be the root of a rule, and the error does not say which rule": () => {
    const bare = { name: "bare", conditions: yes("staff") as never, event };
    expect(() => new Engine([bare])).toThrow(/^"conditions" root must contain a single instance of "all"/);
    expect(refusedAtLoad(yes("staff"))).toEqual([]);
  },
  "An unknown operator is noticed only when a rule with it runs": async () => {
    await expect(holds({ fact: "staff", operator: "equals", value: 1 }, { staff: 1 })).rejects.toThrow(
      "Unknown operator",
    );
    expect(refusedAtLoad({ fact: "staff", operator: "equals", value: true })).toEqual(["operator-unknown"]);
  },
  "An unknown fact is noticed only when a rule with it runs": async () => {
    await expect(holds(yes("staf"), { staff: true })).rejects.toThrow("Undefined fact: staf");
    expect(refusedAtLoad(yes("staf"))).toEqual(["name-unknown"]);
  },
  "`in` with a text on the right looks for a part of it": async () => {
    expect(await compares("car", "in", "scarf")).toBe(true);
    expect(refusedAtLoad({ fact: "visit.vehicle", operator: "in", value: "scarf" })).not.toEqual([]);
  },
  "`in` with null on the right rejects the whole run": async () => {
    await expect(compares("car", "in", null)).rejects.toThrow(TypeError);
    expect(refusedAtLoad({ fact: "visit.vehicle", operator: "in", value: null })).toEqual(["wrong-type"]);
  },
  "Texts that look like numbers are compared as numbers": async () => {
    expect(await compares("9", "lessThan", 24)).toBe(true);
    expect(await compares(" 0x10 ", "greaterThan", 5)).toBe(true);
    expect(await compares("9", "lessThan", "10")).toBe(false);
    expect(refusedAsFact({ minutes: "9" })).toEqual(["wrong-type"]);
  },
  "A list of one number is compared as that number": async () => {
    expect(await compares([3], "lessThan", 5)).toBe(true);
    expect(refusedAsFact({ minutes: [3] })).toEqual(["wrong-type"]);
  },
  "An ordered test of null is false, so its negation holds": async () => {
    expect(await compares(null, "lessThan", 24)).toBe(false);
    expect(await holds({ not: { fact: "left", operator: "lessThan", value: 24 } }, { left: null })).toBe(
      true,
    );
    expect(refusedAsFact({ minutes: null })).toEqual(["null-fact"]);
  },
  "NaN is notEqual to itself, and Infinity is larger than any bound": async () => {
    expect(await compares(Number.NaN, "notEqual", Number.NaN)).toBe(true);
    expect(await compares(Infinity, "greaterThan", 600)).toBe(true);
    expect(refusedAsFact({ minutes: Number.NaN })).toEqual(["not-an-integer"]);
    expect(refusedAsFact({ minutes: Infinity })).toEqual(["not-an-integer"]);
  },
  "Fractions are compared as they are stored: 0.1 + 0.2 is not 0.3": async () => {
    expect(await compares(0.1 + 0.2, "equal", 0.3)).toBe(false);
    expect(refusedAsFact({ minutes: 0.3 })).toEqual(["not-an-integer"]);
  },
  "Days are compared as text: 2025-9-01 is not before 2025-10-01": async () => {
    expect(await compares("2025-9-01", "lessThan", "2025-10-01")).toBe(false);
    expect(await compares("07 Jan 2019", "greaterThan", "06 Apr 2021")).toBe(true);
    expect(refusedAsFact({ on: "2025-9-01" })).toEqual(["not-a-date"]);
  },
  'A day is before "none"': async () => {
    expect(await compares("2025-10-01", "lessThan", "none")).toBe(true);
  },
  "Two `Date` objects of one instant are not equal": async () => {
    expect(await compares(new Date(0), "equal", new Date(0))).toBe(false);
    expect(refusedAsFact({ on: new Date(0) })).not.toEqual([]);
  },
  "Two lists with the same elements are not equal": async () => {
    expect(await compares(["shade"], "equal", ["shade"])).toBe(false);
    expect(refusedAtLoad({ fact: "visit.needs", operator: "equal", value: ["shade"] })).toEqual([
      "operator-unfit",
    ]);
  },
  "There is no test for an empty list": async () => {
    await expect(compares([], "isEmpty", true)).rejects.toThrow("Unknown operator: isEmpty");
    expect(refusedAtLoad({ fact: "visit.needs", operator: "isEmpty", value: true })).toEqual([]);
  },
  "Nested facts are not found by their path": async () => {
    await expect(holds(yes("visit.staff"), { visit: { staff: true } })).rejects.toThrow(
      "Undefined fact: visit.staff",
    );
  },
  "A missing fact rejects the whole run, also for rules that do not read it": async () => {
    const engine = new Engine([rule("own", always), rule("other", yes("missing"))]);
    await expect(engine.run()).rejects.toThrow("Undefined fact: missing");
  },
  "Where undefined facts are allowed, `notEqual` and `notIn` hold for a missing one": async () => {
    const allowUndefinedFacts = true;
    expect(
      await holds({ fact: "left", operator: "notEqual", value: "car" }, {}, { allowUndefinedFacts }),
    ).toBe(true);
    expect(
      await holds({ fact: "left", operator: "notIn", value: ["car"] }, {}, { allowUndefinedFacts }),
    ).toBe(true);
  },
  "All conditions of a group are read, also those that cannot matter any more": async () => {
    await expect(holds({ any: [yes("staff"), yes("missing")] }, { staff: true })).rejects.toThrow(
      "Undefined fact",
    );
  },
  "The priority of a fact decides which facts a rule reads first": async () => {
    const engine = new Engine([rule("own", { any: [yes("missing"), yes("staff")] })]);
    await expect(engine.addFact("staff", true).run()).rejects.toThrow("Undefined fact: missing");
    engine.addFact("staff", true as never, { priority: 10 });
    expect(typesOf((await engine.run()).events)).toEqual(["own"]);
  },
  "An event's parameters may be replaced by facts": async () => {
    const shown = {
      conditions: always as TopLevelCondition,
      event: { type: "own", params: { badge: { fact: "badge" } } },
    };
    const { events } = await new Engine([shown], { replaceFactsInEventParams: true }).run({ badge: "B-7" });
    expect(events).toEqual([{ type: "own", params: { badge: "B-7" } }]);
  },
  "The results of a run repeat the facts' values": async () => {
    const { results } = await new Engine([
      rule("own", { fact: "badge", operator: "notEqual", value: "" }),
    ]).run({ badge: "B-7" });
    expect(JSON.stringify(results)).toContain("B-7");
  },
  "After an error the rules of lower priorities still run and fire": async () => {
    const fired: string[] = [];
    const engine = new Engine([rule("broken", yes("missing"), 2), rule("lower", always)]);
    engine.on("lower", () => void fired.push("lower"));
    await expect(engine.run()).rejects.toThrow("Undefined fact: missing");
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(fired).toEqual(["lower"]);
  },
  "When two runs of one engine overlap, the first to end stops the other in silence": async () => {
    const engine = new Engine([rule("first", yes("wait"), 2), rule("second", always)]);
    const slow = engine.run({ wait: new Promise((resolve) => setTimeout(() => resolve(true), 20)) });
    expect(typesOf((await engine.run({ wait: true })).events)).toEqual(["first", "second"]);
    const { events, failureEvents } = await slow;
    expect([typesOf(events), failureEvents]).toEqual([["first"], []]);
  },
  "A stopped run looks like one in which no other rule held": async () => {
    const engine = new Engine([rule("first", always, 2), rule("second", always)]);
    engine.on("first", () => void engine.stop());
    const { events, failureEvents } = await engine.run();
    expect([typesOf(events), failureEvents]).toEqual([["first"], []]);
  },
  "An almanac that serves for a second run keeps what it computed in the first": async () => {
    const engine = new Engine([rule("own", { fact: "double", operator: "equal", value: 4 })]);
    engine.addFact("double", async (_, almanac) => 2 * (await almanac.factValue<number>("single")));
    const { almanac } = await engine.run({ single: 2 });
    expect((await engine.run({ single: 5 }, { almanac })).failureEvents).toEqual([]);
  },
  "Two rules may have the same name": async () => {
    const named = { name: "twice", conditions: always as TopLevelCondition, event };
    expect((await new Engine([named, named]).run()).results).toHaveLength(2);
  },
  "An operator that is added again replaces the first for every rule": async () => {
    const engine = new Engine([rule("own", yes("staff"))]);
    engine.addOperator("equal", () => false);
    expect((await engine.run({ staff: true })).events).toEqual([]);
  },
  "Conditions may be nested as deep as the stack allows": async () => {
    const nested = (depth: number): object => (depth === 0 ? yes("staff") : { not: nested(depth - 1) });
    expect(await holds(nested(66), { staff: true })).toBe(true);
    let deep: object = yes("staff");
    for (let depth = 0; depth < 100_000; depth += 1) deep = { not: deep };
    await expect(holds(deep, { staff: true })).rejects.toThrow(RangeError);
    expect(refusedAtLoad(nested(66))).toContain("too-deep");
  },
};

describe("json-rules-engine 7.3.1 differs from the language", () => {
  test.each(Object.entries(ledger))("%s", async (_, shows) => {
    await shows();
  });

  test("and the page lists the same differences in the same order", () => {
    const page = readFileSync(new URL("../../../../docs/json-rules-engine.md", import.meta.url), "utf8");
    const table = page.slice(page.indexOf("## Where json-rules-engine"));
    const rows = table.split("\n").filter((line) => line.startsWith("| "));
    expect(rows.slice(2).map((line) => line.split("|")[1]?.trim())).toEqual(Object.keys(ledger));
    const version = JSON.parse(
      readFileSync(
        new URL("../../../../node_modules/json-rules-engine/package.json", import.meta.url),
        "utf8",
      ),
    ) as object;
    expect(version).toMatchObject({ version: "7.3.1" });
  });
});
