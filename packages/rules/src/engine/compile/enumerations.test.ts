import { describe, expect, it } from "vitest";
import type { Policy } from "../../language/policy.js";
import { enumerationsOf } from "./enumerations.js";

const about = { label: "x", holder: "desk", privacy: "internal" } as const;
const left = { kind: "one-of", values: ["a", "b"], ...about } as const;
const right = { kind: "one-of", values: ["c", "b"], ...about } as const;

/** Two facts, a rate and two decisions that are enumerated, with what is given and one table. */
function policyOf(table: object, given: readonly object[] = []): Policy {
  return {
    facts: { day: { kind: "date", ...about }, place: { left }, right },
    given: given.map((holds) => ({ id: "given", label: "x", holds })),
    rates: {
      list: { kind: "set-of", values: ["d", "a"], label: "x", rows: [] },
      fee: { kind: "amount", currency: "EUR", label: "x", rows: [] },
    },
    decisions: {
      one: { kind: "one-of", values: ["e", "a"], label: "x" },
      two: { kind: "set-of", values: ["c", "e"], label: "x" },
      count: { kind: "integer", label: "x" },
    },
    editions: [{ inForceFrom: "open", source: {}, tables: [table] }],
  } as unknown as Policy;
}

/** The names that have the same numbers as another. */
function together(table: object, given?: readonly object[]): readonly string[] {
  const enumerations = [...enumerationsOf(policyOf(table, given))];
  return enumerations.flatMap(([name, { ids }]) =>
    enumerations.some(([other, { ids: others }]) => other !== name && others === ids) ? [name] : [],
  );
}

const plain = { decides: "count", id: "E-1", is: 3 };
const compare = (fact: string, value: unknown) => ({ fact, operator: "equal", value });

describe("the numbers of values", () => {
  it("are a name's own, in declared order, where nothing is compared with it", () => {
    const enumerations = enumerationsOf(policyOf(plain));
    expect([...enumerations.keys()]).toEqual([
      "place.left",
      "right",
      "rate.list",
      "decision.one",
      "decision.two",
    ]);
    expect([...(enumerations.get("place.left")?.ids ?? [])]).toEqual([
      ["a", 0],
      ["b", 1],
    ]);
    expect(together(plain)).toEqual([]);
  });

  it("are shared by names that are compared, each value having one", () => {
    const is = compare("right", { fact: "place.left" });
    const { ids, words } = enumerationsOf(policyOf({ ...plain, is })).get("right") ?? {};
    expect([...(ids ?? [])]).toEqual([
      ["a", 0],
      ["b", 1],
      ["c", 2],
    ]);
    expect(words).toBe(1);
  });

  it.each([
    { where: "what is given", table: plain, given: [{ not: compare("right", { fact: "place.left" }) }] },
    { where: "a guard", table: { ...plain, onlyWhen: { all: [compare("place.left", { fact: "right" })] } } },
    {
      where: "a case",
      table: { ...plain, cases: [{ when: { any: [compare("place.left", { fact: "right" })] }, then: 3 }] },
    },
    { where: "a result", table: { ...plain, is: { not: compare("place.left", { fact: "right" }) } } },
  ])("are shared where names are compared in $where", ({ table, given }) => {
    expect(together(table, given)).toEqual(["place.left", "right"]);
  });

  const then = { fact: "right" };
  it.each([
    { what: "an expression", table: { decides: "one", is: then } },
    { what: "a case", table: { decides: "one", cases: [{ then: "e" }, { then }] } },
    { what: "an otherwise", table: { decides: "one", cases: [], otherwise: { then } } },
    {
      what: "a case of several decisions",
      table: { decides: ["count", "one"], cases: [{ then: { count: 3, one: then } }] },
    },
    { what: "a set without another", table: { decides: "one", is: { minus: [["e"], then] } } },
    {
      what: "a set without others",
      table: { decides: "one", is: { minus: [{ minus: [then, ["e"]] }, []] } },
    },
  ])("are shared by a decision and what $what gives it", ({ table }) => {
    expect(together(table)).toEqual(["right", "decision.one"]);
  });

  it("are not shared by a decision and what a condition that is its result compares", () => {
    expect(together({ decides: "one", is: compare("right", "b") })).toEqual([]);
    expect(together({ decides: "one", is: "none" })).toEqual([]);
  });

  it("are shared by all that are joined by others", () => {
    const all = [
      compare("right", { fact: "place.left" }),
      compare("decision.one", { fact: "rate.list" }),
      compare("right", { fact: "decision.two" }),
      compare("decision.one", { fact: "right" }),
      compare("place.left", { fact: "decision.one" }),
    ];
    const enumerations = enumerationsOf(policyOf({ ...plain, onlyWhen: { all } }));
    expect(new Set([...enumerations.values()].map(({ ids }) => ids)).size).toBe(1);
    expect([...(enumerations.get("right")?.ids.keys() ?? [])]).toEqual(["a", "b", "c", "d", "e"]);
  });

  it("take a word for every 31, and one for none", () => {
    const words = (count: number) => {
      const values = Array.from({ length: count }, (_, at) => `v${at}`);
      const policy = policyOf(plain);
      const facts = { many: { kind: "set-of", values, ...about } } as const;
      return enumerationsOf({ ...policy, facts }).get("many")?.words;
    };
    expect([0, 1, 31, 32, 62, 63].map(words)).toEqual([1, 1, 1, 2, 2, 3]);
  });
});
