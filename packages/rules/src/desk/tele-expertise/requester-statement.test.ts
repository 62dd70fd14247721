import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GuichetError } from "../../language/problem.js";
import { teleExpertise, type TeleExpertise } from "../../policies/tele-expertise/policy.js";
import { arbitraryFacts } from "../../testing/arbitrary-facts.js";
import { complexOpinionOn, opinion, opinionOn } from "./opinion.fixture.js";
import type { StatementActInput } from "./read-statement.js";
import { requesterStatement, type SettledStatement } from "./requester-statement.js";

const level2 = (count: number): readonly StatementActInput[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `act-${String(index).padStart(3, "0")}`,
    facts: complexOpinionOn("2021-05-04"),
  }));

function settled(acts: readonly StatementActInput[], year = 2021): SettledStatement {
  const statement = requesterStatement({ year, acts });
  if (statement.status !== "settled") throw new Error("expected a settled statement");
  return statement;
}

describe("the statement of a year", () => {
  it("sums the shares of the acts, paid early in the next year", () => {
    const acts = [
      { id: "b", facts: complexOpinionOn("2021-12-31") },
      { id: "a", facts: opinionOn("2021-01-01") },
    ];
    const statement = settled(acts);
    expect(statement).toMatchObject({
      year: 2021,
      paidIn: 2022,
      currency: "EUR",
      sumCents: 1500,
      ceilingCents: 50000,
      paidCents: 1500,
      cutCents: 0,
      fellOff: [],
      uncounted: [],
    });
    expect(statement.acts).toMatchObject([
      { id: "a", on: "2021-01-01", feeCents: 500, paidCents: 500, cutCents: 0 },
      { id: "b", on: "2021-12-31", feeCents: 1000, paidCents: 1000, cutCents: 0 },
    ]);
  });

  it("pays 50 acts of 10 EUR in full: the ceiling of 500 EUR is reached, not crossed", () => {
    expect(settled(level2(50))).toMatchObject({
      sumCents: 50000,
      paidCents: 50000,
      cutCents: 0,
      fellOff: [],
    });
  });

  it("pays nothing of the act after that, and lists it", () => {
    const statement = settled(level2(51));
    expect(statement).toMatchObject({ sumCents: 51000, paidCents: 50000, cutCents: 1000 });
    expect(statement.fellOff).toEqual(["act-050"]);
  });

  it("pays the act that crosses the ceiling in part", () => {
    const statement = settled([...level2(50), { id: "first", facts: opinionOn("2021-01-01") }]);
    expect(statement).toMatchObject({ sumCents: 50500, paidCents: 50000, cutCents: 500 });
    expect(statement.acts.at(-1)).toMatchObject({ id: "act-049", paidCents: 500, cutCents: 500 });
  });

  it("takes the acts of one day in the order of their ids, by code unit", () => {
    const acts = ["b", "B", "a10", "a9"].map((id) => ({ id, facts: opinionOn("2021-05-04") }));
    expect(settled(acts).acts.map(({ id }) => id)).toEqual(["B", "a10", "a9", "b"]);
  });

  it("leaves aside what does not count, each act with its reason", () => {
    const refused = {
      ...opinionOn("2022-02-01"),
      consent: { ...opinion.consent, given: false },
    } as const;
    const statement = settled(
      [
        { id: "last-share", facts: opinionOn("2022-03-31") },
        { id: "first-act", facts: opinionOn("2022-04-01") },
        { id: "refused", facts: refused },
        { id: "last-year", facts: opinionOn("2021-12-31") },
        { id: "next-year", facts: { act: { on: "2023-01-01" } } },
        { id: "unsure-act", facts: { act: { on: "2022-04-02" } } },
      ],
      2022,
    );
    expect(statement.acts.map(({ id }) => id)).toEqual(["last-share"]);
    expect(statement.uncounted).toMatchObject([
      { id: "last-year", because: "other-year" },
      {
        id: "refused",
        because: "not-paid",
        refusals: [{ about: "opinion", refusal: "consent-missing" }],
      },
      { id: "first-act", because: "billed-per-act" },
      { id: "unsure-act", because: "billed-per-act" },
      { id: "next-year", because: "other-year" },
    ]);
  });

  it("is empty before health insurance covered the act", () => {
    const statement = settled([{ id: "a", facts: opinionOn("2018-06-01") }], 2018);
    expect(statement).toMatchObject({ ceilingCents: 0, paidCents: 0, acts: [] });
    expect(statement.uncounted).toMatchObject([{ refusals: [{ refusal: "not-covered-yet" }] }]);
  });

  it("reads the ceiling from the policy that decides", () => {
    expect(requesterStatement({ year: 2021, acts: level2(3) }, { policy: withCeiling(2500) })).toMatchObject({
      ceilingCents: 2500,
      paidCents: 2500,
      cutCents: 500,
      fellOff: ["act-002"],
    });
  });
});

describe("a statement with an act that is still open", () => {
  const unsure = { id: "unsure", facts: { ...opinionOn("2021-05-04"), request: { complex: true } } };

  it("says between what the sum lies, and what to ask for that act", () => {
    const acts = [{ id: "sure", facts: opinionOn("2021-05-04") }, unsure];
    const statement = requesterStatement({ year: 2021, acts });
    if (statement.status !== "open") throw new Error("expected an open statement");
    expect(statement.sumCents).toEqual({ from: 500, to: 1000 });
    expect(statement.paidCents).toEqual({ from: 500, to: 1000 });
    expect(statement.acts).toMatchObject([{ id: "sure", feeCents: 500 }]);
    expect(statement.openActs).toMatchObject([
      { id: "unsure", feeCents: { from: 0, to: 500 }, needs: [{ fact: "request.channel" }] },
    ]);
  });

  it("pays the ceiling all the same once the others cross it", () => {
    const statement = requesterStatement({ year: 2021, acts: [...level2(51), unsure] });
    expect(statement).toMatchObject({
      status: "open",
      sumCents: { from: 51000, to: 51500 },
      paidCents: { from: 50000, to: 50000 },
    });
  });
});

describe("bad input to a statement", () => {
  it("is refused with every problem of its shape at once", () => {
    const input = {
      year: 0,
      acts: [{ id: "", facts: { act: { on: "2021-05-04", level: 1 } } }],
      requester: "x",
    };
    expect(problemsOf(() => requesterStatement(input as never))).toEqual([
      ["not-a-whole-number", "year"],
      ["not-a-text", "acts[0].id"],
      ["unknown-fact", "acts[0].facts.act.level"],
      ["property-unknown", "requester"],
    ]);
  });

  it("is refused with every act that has no day or the id of another", () => {
    const acts = [
      { id: "a", facts: opinionOn("2021-05-04") },
      { id: "a", facts: {} },
    ];
    expect(problemsOf(() => requesterStatement({ year: 2021, acts }))).toEqual([
      ["id-repeated", "acts[1].id"],
      ["act-day-unknown", "acts[1].facts.act.on"],
    ]);
  });
});

describe("laws of statements", () => {
  const facts = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(opinionOn("2021-02-03"), complexOpinionOn("2021-09-08")) },
    { weight: 1, arbitrary: arbitraryFacts(teleExpertise) },
  );
  const acts = fc.uniqueArray(fc.record({ id: fc.string({ minLength: 1 }).map((id) => `a${id}`), facts }), {
    selector: ({ id }) => id,
    maxLength: 12,
  });
  // A low ceiling: a dozen acts cross it.
  const policy = withCeiling(3300);
  const paidFor = (some: readonly StatementActInput[]) => {
    const statement = requesterStatement({ year: 2021, acts: some }, { policy });
    if (statement.status !== "settled") throw new Error("complete facts leave nothing open");
    return statement;
  };

  const inShort = ({ acts: paid, uncounted, fellOff }: SettledStatement) => ({
    paid: paid.map(({ id, paidCents }) => [id, paidCents]),
    uncounted: uncounted.map(({ id, because }) => [id, because]),
    fellOff,
  });

  it("pays and cuts what the acts sum up to, act by act and in all, and never more than the ceiling", () => {
    fc.assert(
      fc.property(acts, (some) => {
        const statement = paidFor(some);
        expect(statement.paidCents + statement.cutCents).toBe(statement.sumCents);
        expect(statement.paidCents).toBe(Math.min(statement.sumCents, 3300));
        for (const act of statement.acts) expect(act.paidCents + act.cutCents).toBe(act.feeCents);
        expect(statement.fellOff.length > 0).toBe(statement.cutCents > 0);
      }),
    );
  });

  it("lists every act once, whether it counts or not", () => {
    fc.assert(
      fc.property(acts, (some) => {
        const statement = paidFor(some);
        const listed = [...statement.acts, ...statement.uncounted].map(({ id }) => id);
        expect(listed.toSorted()).toEqual(some.map(({ id }) => id).toSorted());
      }),
    );
  });

  it("does not depend on the order of the acts", () => {
    fc.assert(
      fc.property(
        acts.chain((some) =>
          fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
        ),
        ([some, shuffled]) => {
          expect(inShort(paidFor(shuffled))).toEqual(inShort(paidFor(some)));
        },
      ),
    );
  });

  it("never pays less in all for one more act", () => {
    fc.assert(
      fc.property(acts, facts, (some, another) => {
        const more = [...some, { id: "one-more", facts: another }];
        expect(paidFor(more).paidCents).toBeGreaterThanOrEqual(paidFor(some).paidCents);
      }),
    );
  });
});

function withCeiling(cents: number): TeleExpertise {
  const { yearlyLumpSumCeiling: rate } = teleExpertise.rates;
  const rows = rate.rows.map((row) => ({ ...row, value: cents }));
  const rates = { ...teleExpertise.rates, yearlyLumpSumCeiling: { ...rate, rows } };
  return { ...teleExpertise, rates } as unknown as TeleExpertise;
}

function problemsOf(run: () => unknown): readonly (readonly [string, string])[] {
  try {
    run();
  } catch (error) {
    if (!GuichetError.isInstance(error)) throw error;
    return error.problems.map(({ code, where }) => [code, where.replace("requesterStatement, ", "")]);
  }
  return [];
}
