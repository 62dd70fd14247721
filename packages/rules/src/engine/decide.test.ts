import { describe, expect, it } from "vitest";
import { boolean, citing, oneOf } from "../language/index.js";
import { definePolicy, type Policy } from "../language/policy.js";
import { decide } from "./decide.js";
import { factsBehind } from "./facts-behind.js";
import { loan } from "./loan.fixture.js";

const rules = citing("rules");

const ready = {
  loan: { on: "2024-05-02", backOn: "2024-06-10", days: 8 },
  reader: { kind: "visitor", card: "R-100", infectious: false },
  book: { kind: "novel", marks: ["torn"] },
} as const;

describe("what decide answers", () => {
  it("is decided when every completion gives the same outcome, however many facts are missing", () => {
    const { loan: days, book } = ready;
    const decision = decide(loan, { loan: days, book, reader: { kind: "visitor", infectious: false } });
    expect(decision.status).toBe("decided");
    expect(decision.outcome).toEqual({
      lent: true,
      dueOn: "2024-06-02",
      reminderOn: "2024-06-10",
      feeCents: 200,
      duties: ["repair"],
      shelf: "ward",
    });
    expect([decision.open, decision.needs]).toEqual([{}, []]);
  });

  it("is open otherwise: what is settled, what the rest can still be, and what to ask", () => {
    const decision = decide(loan, {
      loan: { on: "2024-05-02", days: 8 },
      book: { kind: "novel", marks: [] },
    });
    expect(decision.status).toBe("open");
    expect(decision.outcome).toEqual({ dueOn: "2024-06-02", shelf: "ward" });
    expect(decision.open).toEqual({
      lent: { oneOf: [false, true] },
      reminderOn: { from: "2024-05-02", to: null },
      feeCents: { from: 0, to: 200 },
      duties: { certain: [], possible: ["disinfect"] },
    });
    expect(decision.needs).toEqual([
      { fact: "reader.infectious", holder: "record", affects: ["lent", "duties"] },
      { fact: "loan.backOn", holder: "desk", affects: ["reminderOn"] },
      { fact: "reader.kind", holder: "patient", affects: ["feeCents"] },
    ]);
  });

  it("is not in force on the day before the first edition, and in force on its first day", () => {
    const before = decide(loan, { loan: { on: "2023-12-31" } });
    expect(JSON.parse(JSON.stringify(before))).toEqual({
      format: "guichet-decision/1",
      policy: "book-loan",
      edition: null,
      governingDate: "2023-12-31",
      amendments: [],
      fingerprint: null,
      status: "not-in-force",
    });
    expect(decide(loan, { loan: { on: "2024-01-01" } })).toMatchObject({
      status: "open",
      edition: "2024-01-01",
    });
  });

  it("takes the edition of the day: the last day of one, the first day of the next", () => {
    const lent = (on: `${number}-${number}-${number}`) =>
      decide(loan, { loan: { on }, reader: { infectious: true } }).outcome?.lent;
    expect([lent("2024-12-31"), lent("2025-01-01")]).toEqual([false, true]);
  });

  it("names the amendments of which something holds, each once while the day is unknown", () => {
    const holds = [{ from: "2024-05-01", to: "2024-05-31" }, { from: "2025-01-01" }];
    const amended: Policy = { ...loan, amendments: [{ id: "works", title: "Works", holds }] };
    const on = (day?: string) => decide(amended, day === undefined ? {} : { loan: { on: day } }).amendments;
    expect([on("2024-04-30"), on("2024-05-31"), on("2025-01-01"), on()]).toEqual([
      [],
      ["works"],
      ["works"],
      ["works"],
    ]);
  });

  it("names no edition, day or fingerprint while the day is unknown, and settles what every edition says", () => {
    const decision = decide(loan, {});
    expect(decision).toMatchObject({ edition: null, governingDate: null, fingerprint: null, status: "open" });
    expect(decision.outcome).toEqual({ shelf: "ward" });
  });
});

describe("the record of a decision", () => {
  it("has exactly the fields of the format, in its order, as JSON and as an object", () => {
    const decision = decide(loan, { loan: { on: "2024-05-02" } });
    const fields = [
      ...["format", "policy", "edition", "governingDate", "amendments", "fingerprint"],
      ...["status", "outcome", "open", "needs", "because", "freshness"],
    ];
    expect(Object.keys(decision)).toEqual(fields);
    const json = JSON.parse(JSON.stringify(decision)) as Record<string, unknown>;
    expect(Object.keys(json)).toEqual(fields);
    expect(json).toEqual({ ...decision });
    expect(structuredClone(decision)).toEqual(json);
  });

  it("holds no value that only a message may print", () => {
    const decision = decide(loan, ready);
    expect(JSON.stringify(decision)).not.toContain("R-100");
    expect(factsBehind(decision).get("reader.card")).toBe("R-100");
  });

  it("is not reached by later changes of the caller's objects", () => {
    const marks: ("torn" | "wet")[] = ["torn"];
    const facts = { loan: { on: "2024-05-02" as const }, book: { marks } };
    const options: { horizon: "P1Y" | "P1D" } = { horizon: "P1Y" };
    const decision = decide(loan, facts, options);
    const now = JSON.stringify(decide(loan, structuredClone(facts), { ...options }));
    Object.assign(facts.loan, { on: "2025-05-02" });
    marks.push("wet");
    options.horizon = "P1D";
    expect(JSON.stringify(decision)).toBe(now);
  });

  it("says the same when it is read later, twice, or after it was frozen", () => {
    const decision = decide(loan, ready);
    const frozen = Object.freeze(decide(loan, ready));
    const { because } = decision;
    expect(decision.because).toBe(because);
    expect(frozen.because).toEqual(because);
    expect(frozen.fingerprint).toBe(decision.fingerprint);
  });
});

describe("the reasons", () => {
  it("name the case, its rates, what it cites, the least confidence and the gap", () => {
    const because = decide(loan, { ...ready, reader: { kind: "staff", infectious: true } }).because ?? [];
    expect(because.map(({ decision }) => decision)).toEqual([
      ...["lent", "dueOn", "reminderOn", "feeCents", "duties", "shelf"],
    ]);
    expect(because[0]).toEqual({
      decision: "lent",
      cases: [{ id: "L-1-infectious", certain: true }],
      rates: [],
      cites: [{ document: "notice", section: "1", confidence: "interpretation" }],
      confidence: "interpretation",
      gap: true,
    });
    // The fee stands on a guard: what the helper behind it cites counts too.
    expect(because[3]).toEqual({
      decision: "feeCents",
      cases: [{ id: "L-4", certain: true }],
      rates: [{ name: "lateFee", for: ["staff"], value: 0, from: "2024-01-01" }],
      cites: [
        { document: "rules", section: "whole", confidence: "certain" },
        { document: "rules", section: "2", confidence: "certain" },
        { document: "rules", section: "3, staff", confidence: "likely" },
      ],
      confidence: "likely",
      gap: false,
    });
  });

  const reasonFor = (facts: Parameters<typeof decide<typeof loan>>[1], name: string) =>
    decide(loan, facts).because?.find(({ decision }) => decision === name);

  it("are not certain where another case may be the one, with the same result", () => {
    const atlas = { loan: { on: "2024-05-02" }, book: { kind: "atlas" } } as const;
    expect(reasonFor(atlas, "lent")?.cases).toEqual([
      { id: "L-1-infectious", certain: false },
      { id: "L-1-atlas", certain: false },
    ]);
    expect(reasonFor({ ...atlas, reader: { infectious: false } }, "lent")?.cases).toEqual([
      { id: "L-1-atlas", certain: true },
    ]);
  });

  it("are certain on an unknown day only where every edition names them", () => {
    const uncertain = reasonFor(
      { loan: { days: 3 }, reader: { infectious: false }, book: { kind: "novel" } },
      "lent",
    );
    expect(uncertain?.cases).toEqual([
      { id: "L-1-lent", certain: false },
      { id: "L-1-always", certain: false },
    ]);
    expect(reasonFor({ loan: { days: 3 } }, "reminderOn")?.cases).toEqual([
      { id: "L-3-none", certain: true },
    ]);
  });

  it("list every row of a rate that may have been read, and the one that was once its key is known", () => {
    const late = { on: "2025-03-01", days: 15 } as const;
    expect(reasonFor({ loan: late, reader: { kind: "staff" } }, "feeCents")?.rates).toEqual([
      { name: "lateFee", for: ["staff"], value: 0, from: "2024-01-01" },
    ]);
    const july = { ...late, on: "2025-07-01" } as const;
    expect(reasonFor({ loan: july, reader: { kind: "visitor" } }, "feeCents")?.rates).toEqual([
      { name: "lateFee", value: 250, from: "2025-07-01" },
    ]);
  });

  it("of a default are the edition where what it depends on cites nothing", () => {
    const early = { loan: { on: "2025-05-02", days: 14 } } as const;
    expect(reasonFor(early, "feeCents")).toMatchObject({
      cases: [],
      cites: [{ document: "rules", section: "whole, second printing", confidence: "certain" }],
    });
  });

  it("have no case for a default, only the sources of what it depends on, and nothing for an empty set", () => {
    const early = { loan: { on: "2024-05-02", days: 7 }, book: { marks: [] } } as const;
    expect(reasonFor(early, "feeCents")).toMatchObject({
      cases: [],
      cites: [{ document: "rules", section: "2" }],
    });
    const clean = { ...early, reader: { infectious: false } };
    expect(reasonFor(clean, "duties")).toMatchObject({ cases: [], cites: [], confidence: "certain" });
  });
});

describe("the reasons of decisions that share a table or read each other", () => {
  const shared = definePolicy({
    id: "trolley-round",
    title: "Trolley round",
    question: "What does the trolley take along?",
    jurisdiction: "FR",
    datedBy: "on",
    locales: ["en"],
    sources: loan.sources,
    facts: { on: loan.facts.loan.on },
    decisions: {
      lent: boolean({ label: "lent" }),
      lentUntil: oneOf(["noon", "night"], { label: "lent until" }),
      until: boolean({ label: "whether there is an end" }),
    },
    rates: {},
    editions: [
      {
        inForceFrom: "open",
        source: rules("whole"),
        tables: [
          { decides: "lentUntil", id: "T-until", is: "noon", cites: [rules("1")] },
          {
            decides: ["lent", "until"],
            hitPolicy: "first",
            cases: [
              {
                id: "T-noon",
                when: { fact: "decision.lentUntil", operator: "equal", value: "noon" },
                then: { lent: true, until: true },
                cites: [rules("2")],
              },
            ],
            otherwise: { id: "T-other", then: { lent: false, until: false } },
          },
        ],
      },
    ],
  });

  it("are those of its own rows, and not those of another public decision", () => {
    const { because = [] } = decide(shared, { on: "2024-05-02" });
    const told = because.map(({ decision, cases, cites }) => [
      decision,
      ...cases.map(({ id }) => id),
      ...cites.map(({ section }) => section),
    ]);
    expect(told).toEqual([
      ["lent", "T-noon", "2"],
      ["lentUntil", "T-until", "1"],
      ["until", "T-noon", "2"],
    ]);
  });
});

describe("facts that are wrong", () => {
  it("are refused with every problem, and without a value", () => {
    const wrong = { loan: { on: "2024-02-30" }, reader: { card: 77123 } } as never;
    const problems = ["not-a-date", "wrong-type"].map((code) => expect.objectContaining({ code }));
    expect(() => decide(loan, wrong)).toThrow(expect.objectContaining({ code: "facts-refused", problems }));
    expect(() => decide(loan, wrong)).not.toThrow("77123");
  });

  it("are refused when they contradict what is given", () => {
    const facts = { loan: { on: "2024-05-02", backOn: "2024-05-01" } } as const;
    expect(() => decide(loan, facts)).toThrow("A book comes back after it was lent.");
    expect(() => decide(loan, { loan: { ...facts.loan, backOn: "2024-05-02" } })).not.toThrow();
  });
});
