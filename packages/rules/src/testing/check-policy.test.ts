import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide } from "../engine/decide.js";
import type { Decision } from "../engine/decision.js";
import { plainLocale } from "../language/plain-locale.js";
import { policyFromJson, type Policy } from "../language/policy.js";
import { GuichetError } from "../language/problem.js";
import { checkPolicy, type CheckOptions, type LawProblem } from "./check-policy.js";
import { laws, type LawName } from "./laws.js";
import { openingHours } from "./opening-hours.fixture.js";
import { visitorParking } from "./visitor-parking.js";

type Decide = (policy: Policy, facts: object) => Decision;

const changed = (decision: Decision, change: object): Decision =>
  ({ ...JSON.parse(JSON.stringify(decision)), ...change }) as Decision;

let asked = 0;
const known = (facts: object): number => Object.keys(facts).length;

/** For each law something that breaks it: an engine that goes wrong, or a policy, an example or a text. */
const plants: Readonly<Record<LawName, readonly [Policy, CheckOptions]>> = {
  decidesTheSameTwice: byDecide((policy, facts) => changed(decide(policy, facts), { asked: (asked += 1) })),
  orderOfFactsIsIrrelevant: byDecide((policy, facts) =>
    changed(decide(policy, facts), { first: Object.keys(facts)[0] ?? null }),
  ),
  moreFactsNeverContradict: byDecide((policy, facts) => decide(policy, known(facts) > 1 ? {} : facts)),
  needsSettle: byDecide((policy) => decide(policy, {})),
  survivesJson: byDecide((policy, facts) =>
    policy === openingHours ? decide(policy, facts) : changed(decide(policy, facts), { status: "open" }),
  ),
  agreesWithEvaluate: byDecide((policy, facts) => {
    const decision = decide(policy, facts);
    return decision.status === "decided"
      ? changed(decision, { outcome: { ...decision.outcome, entry: "back" } })
      : decision;
  }),
  everyReasonIsCited: byDecide((policy, facts) => {
    const decision = decide(policy, facts);
    return changed(decision, { because: decision.because?.map((one) => ({ ...one, cites: [] })) });
  }),
  noValueInErrors: byDecide((policy, facts) => {
    try {
      return decide(policy, facts);
    } catch {
      throw new Error(`cannot decide ${JSON.stringify(facts)}`);
    }
  }),
  pastIsFrozen: byDecide((policy, facts) =>
    policy.editions.length > 1 ? changed(decide(policy, facts), { status: "open" }) : decide(policy, facts),
  ),
  policyLawsHold: [edited('"then":"none"', '"then":"back"'), {}],
  examplesHold: [
    openingHours,
    {
      examples: [
        {
          shows: "Open at night.",
          facts: { visit: { on: "2026-05-04", hour: 3 }, staff: false },
          expect: { entry: "front" },
        },
      ],
    },
  ],
  everyAnswerHasWords: [
    openingHours,
    {
      locales: [
        {
          ...plainLocale(openingHours),
          cases: { "OH-1": "{rate.lastHour}", "OH-2": "", "OH-3": "", "OH-4": "" },
        },
      ],
    },
  ],
};

describe("checkPolicy", () => {
  it("says nothing of a policy that holds", () => {
    checkPolicy(openingHours, { locales: [plainLocale(openingHours)], runs: 100 });
    checkPolicy(visitorParking, { locales: [plainLocale(visitorParking)], runs: 10 });
  });

  it.each(Object.entries(plants))("sees that %s is broken", (law, [policy, options]) => {
    const broken = problemsOf(policy, { ...options, seed: 7 }).find((problem) => problem.law === law);
    expect(broken).toMatchObject({ code: "law-broken", seed: 7 });
    expect(broken?.message).toMatch(
      /^opening-hours, law "\w+": .+, as for .+; .+\{ seed: 7 \}\) to look closer$/,
    );
  });

  it("sees facts that are wrong and accepted", () => {
    const decideAnything: Decide = (policy, facts) => {
      try {
        return decide(policy, facts);
      } catch {
        return decide(policy, {});
      }
    };
    const problem = problemsOf(openingHours, { decide: decideAnything }).find(
      ({ law }) => law === "noValueInErrors",
    );
    expect(problem?.message).toContain("is accepted");
  });

  it("gives the smallest case, and the witness of a broken law as facts that can be decided", () => {
    const [policy] = plants.policyLawsHold;
    const [problem] = problemsOf(policy, {});
    const [witness] = problem?.counterexample as readonly [object];
    expect(decide(policy, witness).outcome).toMatchObject({ refusals: ["closed"], entry: "back" });
  });

  it("names every broken law at once", () => {
    const broken: Decide = (policy) => changed(decide(policy, {}), { asked: (asked += 1) });
    const names = problemsOf(openingHours, { decide: broken }).map(({ law }) => law);
    expect(names).toEqual(
      expect.arrayContaining(["decidesTheSameTwice", "needsSettle", "agreesWithEvaluate", "noValueInErrors"]),
    );
  });

  it("draws the same again with the same seed", () => {
    const options = { ...plants.agreesWithEvaluate[1], seed: 3 };
    expect(problemsOf(openingHours, options)).toEqual(problemsOf(openingHours, options));
  });
});

describe("a law", () => {
  it("is a property that any runner of fast-check takes", () => {
    for (const law of Object.values(laws)) fc.assert(law(openingHours), { numRuns: 20 });
    expect(fc.check(laws.policyLawsHold(plants.policyLawsHold[0])).failed).toBe(true);
  });
});

function byDecide(decideWith: Decide): readonly [Policy, CheckOptions] {
  return [openingHours, { decide: decideWith }];
}

function edited(from: string, to: string): Policy {
  return policyFromJson(JSON.stringify(openingHours).replace(from, to));
}

function problemsOf(policy: Policy, options: CheckOptions): readonly LawProblem[] {
  try {
    checkPolicy(policy, options);
    return [];
  } catch (error) {
    if (GuichetError.isInstance(error)) return error.problems as readonly LawProblem[];
    throw error;
  }
}
