import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { policyProblems, refuseProblems } from "./check-policy.js";
import { changed, codesWith, compare, messagesWith, parking, tables, without } from "./parking.fixture.js";
import { policyFromJson } from "./policy.js";
import type { PolicyProblemCode } from "./policy-problem-code.js";
import { GuichetError } from "./problem.js";

describe("policyProblems", () => {
  it("finds nothing in a policy that is right, before and after a JSON round trip", () => {
    expect(policyProblems(parking)).toEqual([]);
    expect(policyFromJson(JSON.stringify(parking))).toEqual(parking);
  });

  it("reports every problem at once, each with its place", () => {
    const policy = changed(
      [...tables, 1, "cases", 0, "when", "all", 1],
      compare("visit.earlierVisit", "lessThan", 1),
    );
    const broken = { ...(policy as typeof parking), title: "", datedBy: "visit.om" };
    expect(() => refuseProblems(broken)).toThrow(GuichetError);
    expect(policyProblems(broken).map(({ message }) => message)).toEqual([
      "visitor-parking, title: the text is empty; write it",
      'visitor-parking, datedBy: no fact "visit.om"; did you mean "visit.on"',
      'visitor-parking, edition 2026-01-01, decision "minutes", case "P-1", when.all[1].fact: ' +
        'no fact "visit.earlierVisit"; did you mean "visit.earlierVisits"',
    ]);
  });

  it("names every required property that is missing", () => {
    const expected = Object.keys(parking).filter((name) => !["given", "laws", "accepts"].includes(name));
    expect(policyProblems({}).map(({ message }) => message)).toEqual(
      expected.map((name) => `policy: "${name}" is missing; add "${name}"`),
    );
  });

  it("suggests the property that was meant", () => {
    const { title, ...rest } = parking;
    expect(policyProblems({ ...rest, titel: title }).map(({ message }) => message)).toContain(
      'visitor-parking: "titel" has no meaning here; did you mean "title"',
    );
  });

  it.each([null, undefined, 0, "", true, [], Symbol("x"), () => 1, new Date(0), 1n, Number.NaN])(
    "refuses what is no policy at all: %s",
    (value) => {
      expect(policyProblems(value)).toHaveLength(
        Array.isArray(value) || typeof value !== "object" || !value ? 1 : 1,
      );
    },
  );

  it("refuses what JSON cannot carry, with its path", () => {
    for (const value of [() => true, new Date(0), /x/, Symbol("s"), new Map(), undefined, Infinity, 1n]) {
      const problems = policyProblems(changed([...tables, 1, "cases", 0, "then"], 0));
      expect(problems).toEqual([]);
      const policy = structuredClone(parking);
      Object.assign(policy.editions[0]?.tables[1]?.cases?.[0] ?? {}, { then: value });
      const found = policyProblems(policy);
      expect(found.map(({ code }) => code)).toEqual(["not-plain-data"]);
      expect(found[0]?.message).toContain("visitor-parking, editions[0].tables[1].cases[0].then: ");
    }
  });

  it.each(["__proto__", "constructor", "prototype", "toString"])(
    "refuses %s as a name, wherever it stands",
    (name) => {
      const fact = parking.facts.minor;
      const decision = parking.decisions.minutes;
      const own = (value: unknown) =>
        JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(value)}}`) as object;
      const merged = (into: object, value: unknown) =>
        JSON.parse(JSON.stringify(into).replace(/\}$/, `,${JSON.stringify(own(value)).slice(1)}`)) as unknown;
      expect(codesWith(["facts"], merged(parking.facts, fact))).toContain("name-reserved");
      expect(codesWith(["facts", "visit"], merged(parking.facts.visit, fact))).toContain("name-reserved");
      expect(codesWith(["decisions"], merged(parking.decisions, decision))).toContain("name-reserved");
      expect(codesWith(["rates"], merged(parking.rates, parking.rates.quiet))).toContain("name-reserved");
      expect(codesWith(["sources"], merged(parking.sources, parking.sources.poster))).toContain(
        "name-reserved",
      );
      expect(codesWith([...tables, 2, "id"], name)).toEqual(["name-reserved"]);
      expect(codesWith(["decisions", "extras", "values", 2], name)).toContain("name-reserved");
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
  );

  it("finds the same when somebody has polluted Object.prototype", () => {
    const polluted = { any: [], all: [], get: 1, values: ["x"], orNone: true, onlyWhen: {}, set: 1 };
    const policy = without(["title"]);
    const before = policyProblems(policy);
    const prototype = Object.prototype as unknown as Record<string, unknown>;
    for (const [key, value] of Object.entries(polluted)) prototype[key] = value;
    let after: unknown;
    try {
      after = policyProblems(policy);
    } finally {
      for (const key of Object.keys(polluted)) Reflect.deleteProperty(prototype, key);
    }
    expect(after).toEqual(before);
  });

  it("answers whatever it is given, and never throws", () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
        (value) => {
          expect(policyProblems(value).length).toBeGreaterThan(0);
        },
      ),
    );
  });

  it("answers for a policy with anything at any place, and never throws", () => {
    const paths = pathsOf(parking);
    fc.assert(
      fc.property(fc.constantFrom(...paths), hostile, (path, value) => {
        for (const problem of policyProblems(changed(path, value))) {
          expect(problem.message).toMatch(/^[^\n]+: [^\n]+; [^\n]+$/);
          expect(problem.message.startsWith(`${problem.where}: `)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  }, 20_000);

  it("never accepts a policy with a property nobody knows, at any place that is not keyed by names", () => {
    const keyed = new Set(["sources", "facts", "visit", "decisions", "rates"]);
    const objects = pathsOf(parking).filter((path) => {
      const value = path.reduce<unknown>(
        (part, step) => (part as Record<string | number, unknown>)[step],
        parking,
      );
      return typeof value === "object" && !Array.isArray(value) && !keyed.has(String(path.at(-1)));
    });
    expect(objects.length).toBeGreaterThan(50);
    for (const path of objects) expect(codesWith([...path, "zzzz"], 1)).toContain("property-unknown");
  });

  it("refuses a case list of 100,000, right or wrong, without running out of stack", () => {
    const right = Array.from({ length: 100_000 }, (_, index) => ({ id: `c-${index}`, then: 1 }));
    expect(codesWith([...tables, 1, "cases"], right)).toEqual(["too-many-nodes"]);
    const wrong = Array.from({ length: 100_000 }, () => null);
    expect(codesWith([...tables, 1, "cases"], wrong).length).toBeGreaterThanOrEqual(100_000);
  }, 20_000);

  it("says what it got, in short, and suggests nothing for what is far too long", () => {
    expect(messagesWith(["title"], true)).toEqual([
      "visitor-parking, title: expected a text, got true; write a text",
    ]);
    expect(messagesWith(["title"], null)).toEqual([
      "visitor-parking, title: expected a text, got null; write a text",
    ]);
    expect(messagesWith(["datedBy"], "visit.on".padEnd(81, "x"))).toEqual([
      `visitor-parking, datedBy: no fact "${"visit.on".padEnd(80, "x")}..."; name a date fact`,
    ]);
    const name = `visit.${"x".repeat(100)}`;
    const visit = { ...parking.facts.visit, [name.slice(6)]: parking.facts.visit.on };
    const policy = { ...parking, facts: { ...parking.facts, visit }, datedBy: name.slice(0, -1) };
    expect(policyProblems(policy).map(({ message }) => message)).toEqual([
      `visitor-parking, datedBy: no fact "${name.slice(0, 80)}..."; name a date fact`,
    ]);
  });

  it("keeps a message on one line and cannot be made to turn the reading direction", () => {
    const [message = ""] = messagesWith([...tables, 2, "id"], "P\u202E\n-3");
    expect(message).toContain('"P\\u{202e}\\n-3"');
  });
});

describe("refuseProblems", () => {
  it("throws one error with all problems, and nothing for a right policy", () => {
    const codes: PolicyProblemCode[] = ["property-missing", "property-missing"];
    expect(() => refuseProblems(parking)).not.toThrow();
    try {
      refuseProblems({
        ...(without(["title"]) as object),
        laws: [{ id: "x", never: compare("minor", "equal", true) }],
      });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(GuichetError);
      expect((error as GuichetError).code).toBe("policy-refused");
      expect((error as GuichetError).problems.map(({ code }) => code)).toEqual(codes);
    }
  });
});

const hostile = fc.oneof(
  fc.anything(),
  fc.constantFrom<unknown>(
    null,
    [],
    {},
    [[]],
    [{}],
    "",
    "open",
    "none",
    -1,
    1.5,
    2 ** 53,
    true,
    "2026-02-30",
  ),
  fc.constantFrom<unknown>(
    { fact: "rate.hour" },
    { fact: "decision.until" },
    { plus: [] },
    { minus: [[], []] },
  ),
  fc.constantFrom<unknown>(
    { all: [] },
    { not: null },
    { weekdayOf: {} },
    compare("visit.asks", "isEmpty", 1),
  ),
);

function pathsOf(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return path.length === 0 ? [] : [path];
  const below = Object.entries(value).flatMap(([key, part]) =>
    pathsOf(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length === 0 ? below : [path, ...below];
}
