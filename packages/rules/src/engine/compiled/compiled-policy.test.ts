import { describe, expect, it } from "vitest";
import { policyFromJson } from "../../language/policy.js";
import { Compilation, type Backend } from "../compile/compilation.js";
import { everything } from "../compile/everything.fixture.js";
import { decide, type DecideOptions } from "../decide.js";
import type { Decision } from "../decision.js";
import { factsBehind } from "../facts-behind.js";
import { caseIdsOf } from "./case-ids-of.js";
import { decideCompiled, moduleFormat } from "./decide-compiled.js";
import { decisionText } from "./decision-text.js";

/** The page was last compared on 2026-01-31, the poster on 2025-12-31. */
const free = policyFromJson(JSON.stringify({ ...everything, given: [] }));

const visit = { endsOn: "2026-11-30", at: "09:00", acts: 4, cap: 6 };
const others = {
  side: "north",
  corner: "north",
  unit: "x",
  team: "y",
  held: ["b"],
  marks: ["m0"],
  mark: "m1",
};

function factsOn(on: string) {
  return { urgent: false, known: true, visit: { on, ...visit }, ...others };
}

describe.each<Backend>(["generated", "closures"])("a policy compiled to %s", (backend) => {
  const compiled = new Compilation(free, backend);
  const answer = (on: string, options?: DecideOptions) => compiled.decide(factsOn(on), options);

  it("is not in force before its first edition, and tells the facts all the same", () => {
    const before = answer("2025-12-31");
    expect(before).toEqual(decide(free, factsOn("2025-12-31")));
    expect(before?.status).toBe("not-in-force");
    expect(before && [...factsBehind(before)]).toEqual([...factsBehind(decide(free, factsOn("2025-12-31")))]);
    expect(answer("2026-01-01")?.edition).toBe("2026-01-01");
    expect(answer("2026-12-31")?.edition).toBe("2026-01-01");
    expect(answer("2027-01-01")?.edition).toBe("2027-01-01");
  });

  it("leaves to others what is given: facts that do not go together are wrong on all days", () => {
    const bound = new Compilation(everything, backend);
    expect(bound.decide(factsOn("2025-12-31"))).toBeUndefined();
    expect(bound.decide(factsOn("2026-01-01"))).toBeDefined();
    expect(bound.decide({ ...factsOn("2026-01-01"), urgent: true })).toBeUndefined();
  });

  it("looks for a year, or the horizon it is given, and leaves what is no horizon to others", () => {
    const stale = (on: string, options?: DecideOptions) => {
      const got = answer(on, options);
      expect(got && JSON.stringify(got)).toBe(JSON.stringify(decide(free, factsOn(on), options)));
      return got?.freshness?.stale;
    };
    expect([stale("2026-12-31"), stale("2027-01-01")]).toEqual([false, true]);
    expect(stale("2026-02-28", { horizon: "P1M" })).toBe(false);
    expect(stale("2026-03-01", { horizon: "P1M" })).toBe(true);
    expect(stale("2027-01-01", { horizon: "P2Y" })).toBe(false);
    expect(answer("2026-12-31", { horizon: "one year" as "P1Y" })).toBeUndefined();
  });

  it("leaves it to others to refuse what is stale", () => {
    expect(answer("2026-12-31", { staleSources: "refuse" })).toBeDefined();
    expect(answer("2027-01-01", { staleSources: "refuse" })).toBeUndefined();
    expect(answer("2027-01-01", { staleSources: "refuse", horizon: "P2Y" })).toBeDefined();
    expect(answer("2027-01-01", { staleSources: "report" })).toBeDefined();
  });

  it("needs what its day looks at, and nothing else", () => {
    const { held, ...known } = factsOn("2026-11-21");
    expect(held).toEqual(["b"]);
    expect(compiled.decide(known)).toBeUndefined();
    const later = compiled.decide({ ...known, visit: { ...known.visit, on: "2027-01-01" } });
    expect(later?.status).toBe("decided");
    expect(later && factsBehind(later).has("held")).toBe(false);
    const { side, ...sideless } = factsOn("2027-01-01");
    expect(side).toBe("north");
    expect(compiled.decide(sideless)).toBeUndefined();
    const { on, ...dayless } = factsOn("2026-11-21").visit;
    expect(on).toBe("2026-11-21");
    expect(compiled.decide({ ...factsOn("2026-11-21"), visit: dayless })).toBeUndefined();
  });

  it("gives reasons and texts that are the same each time, and are those of the diagrams", () => {
    const expected = decide(free, factsOn("2026-11-21"));
    for (let again = 0; again < 2; again += 1) {
      const got = answer("2026-11-21") as Decision;
      expect(decisionText(got)).toBe(JSON.stringify(expected));
      expect(decisionText(expected)).toBe(JSON.stringify(expected));
      expect(caseIdsOf(got)).toEqual(caseIdsOf(expected));
      expect(got.because).toEqual(expected.because);
      expect(got.freshness).toEqual(expected.freshness);
      expect(Object.isFrozen(got.because)).toBe(true);
      expect(Object.keys(got)).toEqual(Object.keys(expected));
    }
  });
});

describe("the ids of the cases", () => {
  it("are none where nothing is in force", () => {
    expect(caseIdsOf(decide(free, factsOn("2025-12-31")))).toEqual({});
  });

  it("of a set that is empty are none, and those of others are told by the diagrams too", () => {
    const ids = caseIdsOf(decide(free, factsOn("2027-01-01")));
    expect(ids).toMatchObject({ where: ["E-24"], lacking: ["E-26"], count: ["E-27"], late: [] });
  });
});

describe("a module that was broken", () => {
  it("answers nothing for a stretch of days that is not there: that is for decide", () => {
    const data = { policy: "none", names: [["day"]], facts: [{ name: "day", slot: 0, is: "day" as const }] };
    const rest = { decisions: [], outcome: [], day: 0, partial: 1, given: false, starts: [null] };
    const decideNone = decideCompiled({
      format: moduleFormat,
      data: { ...data, ...rest, sources: {}, rates: {}, editions: [] },
      read: () => () => [20000, false, "2024-10-04"],
      segments: [],
    });
    expect(decideNone({})).toBeUndefined();
  });
});
