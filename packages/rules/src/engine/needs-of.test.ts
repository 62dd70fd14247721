import { describe, expect, it } from "vitest";
import { boolean, date, oneOf, plus, ref } from "../language/index.js";
import { definePolicy, policyFromJson, type Policy } from "../language/policy.js";
import { GuichetError } from "../language/problem.js";
import { decide } from "./decide.js";
import { loan } from "./loan.fixture.js";
import { needsOf } from "./needs-of.js";

const asked = { holder: "desk", privacy: "internal" } as const;
const page = { document: "page", section: "1", confidence: "certain" } as const;
const about = {
  question: "What then?",
  jurisdiction: "FR",
  locales: ["en"],
  rates: {},
  sources: { page: { title: "A page", kind: "house-rule", dated: true, checkedOn: "2026-01-01" } },
} as const;

/** Reads, as facts, what the loan policy answers. */
const trolley = definePolicy({
  ...about,
  id: "trolley-round",
  title: "Trolley round",
  datedBy: "loan.on",
  facts: {
    loan: {
      on: date({ label: "day", ...asked }),
      lent: boolean({ label: "lent", ...asked }),
      dueOn: date({ label: "due", ...asked }),
      shelf: oneOf(["ward", "store", "cellar"], { label: "shelf", ...asked }),
    },
    round: { early: boolean({ label: "early round", ...asked, holder: "practitioner" }) },
  },
  decisions: { visit: boolean({ label: "visit" }), visitOn: date({ label: "visit on" }) },
  editions: [
    {
      inForceFrom: "open",
      source: page,
      tables: [
        {
          decides: "visit",
          id: "T-1",
          is: {
            all: [
              { fact: "loan.lent", operator: "equal", value: true },
              { fact: "round.early", operator: "equal", value: true },
            ],
          },
        },
        { decides: "visitOn", id: "T-2", is: plus(ref("loan.dueOn"), "P1D") },
      ],
    },
  ],
});

const bind = {
  "loan.lent": { policy: "book-loan", decision: "lent" },
  "loan.dueOn": { policy: "book-loan", decision: "dueOn" },
} as const;
const today = { loan: { on: "2024-05-02" } } as const;

describe("needsOf", () => {
  it("asks a question that several policies have once, the one that changes most first", () => {
    const { decisions, needs } = needsOf([loan, trolley], {});
    expect(decisions["book-loan"]).toEqual(decide(loan, {}));
    const paths = needs.map(({ fact }) => fact);
    expect(paths.length).toBe(new Set(paths).size);
    expect(needs[0]).toEqual({
      fact: "loan.on",
      holder: "desk",
      affects: ["lent", "dueOn", "reminderOn", "feeCents", "duties"].map((name) => `book-loan/${name}`),
    });
    expect(paths).toEqual([
      ...["loan.on", "loan.days", "reader.infectious"],
      // These change one answer each, and stand as the policies declare them.
      ...["loan.backOn", "reader.kind", "book.kind", "book.marks", "loan.lent", "loan.dueOn", "round.early"],
    ]);
  });

  it("leaves each policy its own facts", () => {
    const { decisions } = needsOf([loan, trolley], { ...today, round: { early: false } });
    expect(decisions["trolley-round"].outcome).toEqual({ visit: false });
  });

  it("feeds the answer of one policy to another", () => {
    const facts = {
      ...today,
      reader: { infectious: false },
      book: { kind: "novel" },
      round: { early: true },
    } as const;
    const { decisions } = needsOf([loan, trolley], facts, bind);
    expect(decisions["trolley-round"].outcome).toEqual({ visit: true, visitOn: "2024-06-03" });
  });

  it("asks, for an answer that is still open, what that answer depends on", () => {
    const { needs } = needsOf([loan, trolley], { ...today, round: { early: true } }, bind);
    const about = (fact: string) => needs.find((need) => need.fact === fact)?.affects;
    expect(about("reader.infectious")).toEqual(["book-loan/lent", "book-loan/duties", "trolley-round/visit"]);
    expect(about("book.kind")).toEqual(["book-loan/lent", "trolley-round/visit"]);
    expect(about("loan.lent")).toBeUndefined();
    const behind = needs.filter(({ affects }) => affects.includes("trolley-round/visit"));
    expect(behind.map(({ fact }) => fact)).toEqual(["reader.infectious", "book.kind"]);
  });

  it("names the holder that the first policy names", () => {
    const early = { ...trolley.facts.round.early, holder: "desk" };
    const second = policyFromJson(
      JSON.stringify({ ...trolley, id: "second-round", facts: { ...trolley.facts, round: { early } } }),
    );
    const holders = (...policies: readonly [Policy, Policy]) =>
      needsOf(policies, {}).needs.find(({ fact }) => fact === "round.early")?.holder;
    expect([holders(trolley, second), holders(second, trolley)]).toEqual(["practitioner", "desk"]);
  });

  it("asks for the fact itself where the policy that answers is not in force", () => {
    const { needs } = needsOf([loan, trolley], { loan: { on: "2023-12-31" } }, bind);
    expect(needs.map(({ fact }) => fact)).toEqual(["loan.lent", "loan.dueOn", "round.early"]);
  });

  it("prefers a fact that is supplied to the answer bound to it", () => {
    const facts = { loan: { ...today.loan, dueOn: "2024-12-24" } } as const;
    const { decisions } = needsOf([loan, trolley], facts, bind);
    expect(decisions["trolley-round"].outcome).toEqual({ visitOn: "2024-12-25" });
  });
});

describe("an answer that does not go with the facts", () => {
  it("is refused where it contradicts what is given", () => {
    const given = [
      {
        id: "due-soon",
        label: "A book is due on the day of the loan.",
        holds: { fact: "loan.dueOn", operator: "lessThanInclusive", value: { fact: "loan.on" } },
      },
    ];
    const strict = policyFromJson(JSON.stringify({ ...trolley, given }));
    expect(() => needsOf([loan, strict], today, bind)).toThrow(
      'trolley-round, facts "loan.dueOn", "loan.on": together they contradict what is given',
    );
  });

  it("is refused where it is out of the fact's bounds", () => {
    const days = { kind: "integer", label: "days", holder: "desk", privacy: "internal" };
    const counting = (id: string, facts: object, is: unknown) =>
      policyFromJson(
        JSON.stringify({
          ...loan,
          ...{ id, locales: ["en"], given: [], rates: {}, facts: { on: loan.facts.loan.on, ...facts } },
          datedBy: "on",
          decisions: { count: { kind: "integer", label: "count" } },
          editions: [
            {
              inForceFrom: "open",
              source: { document: "rules", section: "1", confidence: "certain" },
              tables: [{ decides: "count", id: "C-1", is }],
            },
          ],
        }),
      );
    const reading = counting("reading", { days: { ...days, max: 9 } }, { fact: "days" });
    const bound = { days: { policy: "answering", decision: "count" } };
    const answers = (count: number) => () =>
      needsOf([counting("answering", {}, count), reading], { on: "2024-05-02" }, bound);
    const { decisions } = answers(9)();
    expect(decisions["reading"]?.outcome).toEqual({ count: 9 });
    const message =
      'reading, fact "days": the answer of answering/count does not fit: the number is too large; ' +
      "supply the fact, or leave out the binding";
    expect(answers(10)).toThrow(expect.objectContaining({ code: "facts-refused", message }));
  });
});

describe("facts that are wrong", () => {
  const refused = (facts: unknown) => {
    try {
      needsOf([loan, trolley], facts as typeof today);
    } catch (error) {
      if (!GuichetError.isInstance(error)) throw error;
      expect(error.code).toBe("facts-refused");
      return error.message.split("\n");
    }
    return [];
  };

  it("are those no policy knows, whether or not a policy knows their group", () => {
    expect(refused({ ...today, round: { early: true } })).toEqual([]);
    expect(refused({ loan: { onn: "2024-05-02" } })).toEqual([
      'book-loan, fact "loan.onn": unknown fact; did you mean "on"',
    ]);
    expect(refused({ round: { earli: true } })).toEqual([
      'trolley-round, fact "round.earli": unknown fact; did you mean "early"',
    ]);
    expect(refused({ rund: { early: true } }).length).toBe(1);
    expect(refused(JSON.parse('{ "__proto__": {}, "round": { "__proto__": {} } }'))).toEqual([
      'book-loan, fact "__proto__": the name is not allowed; leave it out',
      'trolley-round, fact "round.__proto__": the name is not allowed; leave it out',
    ]);
  });

  it("are named once, also where several policies read them", () => {
    expect(refused({ loan: { on: "2024-02-30" } })).toEqual([
      'book-loan, fact "loan.on": not a day of the calendar; supply a day of the calendar, YYYY-MM-DD',
    ]);
    expect(refused({ loan: { on: "2024-05-02", backOn: "2024-05-01" } })[0]).toContain("comes back after");
    expect(refused({ round: null })).toEqual([
      'trolley-round, fact "round": null is not a value; leave it out when it is unknown',
    ]);
    expect(refused({ loan: { on: "2024-02-30", days: 91 }, book: { kind: 1 } })).toHaveLength(3);
    expect(refused(null)).toEqual([
      "book-loan, facts: not an object of facts; supply an object with a property for each known fact",
    ]);
  });
});

describe("policies that disagree", () => {
  const { days } = loan.facts.loan;
  /** Asks a policy whose days late are declared in another way together with the loans. */
  const other = (declared: object) => () => {
    const facts = { ...loan.facts, loan: { ...loan.facts.loan, days: declared } };
    return needsOf([policyFromJson(JSON.stringify({ ...loan, id: "other", facts })), loan], {});
  };

  it("about bounds or units are refused", () => {
    const message =
      'fact "loan.days": other and book-loan declare it differently; ask the two policies one after the other';
    const code = "policies-disagree";
    const refused = expect.objectContaining({ code, problems: [expect.objectContaining({ code, message })] });
    expect(other({ ...days, max: 91 })).toThrow(refused);
    expect(other({ ...days, unit: "weeks" })).toThrow("declare it differently");
  });

  it("are each compared with the first that declares the fact", () => {
    const facts = { ...loan.facts, loan: { ...loan.facts.loan, days: { ...days, max: 91 } } };
    const named = (id: string, declared: object = loan.facts) =>
      policyFromJson(JSON.stringify({ ...loan, id, facts: declared }));
    expect(() => needsOf([named("one"), named("two", facts), named("three")], {})).toThrow(
      /^[^\n]*one and two declare it differently[^\n]*$/,
    );
  });

  it("about words, holders or the order of keys may be asked together", () => {
    expect(other({ ...days, label: "lateness", holder: "MIS", privacy: "personal" })).not.toThrow();
    expect(other(Object.fromEntries(Object.entries(days).reverse()))).not.toThrow();
  });
});

describe("bindings that are wrong", () => {
  const binding =
    (path: string, decision: string, policy = "book-loan") =>
    () =>
      needsOf([loan, trolley], {}, { [path]: { policy, decision } });

  it("name a fact, a policy and a public decision that exist", () => {
    const code = "binding-refused";
    const message = 'binding "loan.lend": no policy has this fact; name a fact of one of the policies';
    const refused = expect.objectContaining({ code, problems: [expect.objectContaining({ code, message })] });
    expect(binding("loan.lend", "lent")).toThrow(refused);
    const unknown = (name: string) =>
      `there is no decision "${name}"; name a public decision of one of the policies`;
    expect(binding("loan.lent", "lend")).toThrow(unknown("book-loan/lend"));
    expect(binding("loan.lent", "late")).toThrow(unknown("book-loan/late"));
    expect(binding("loan.lent", "lent", "book")).toThrow(unknown("book/lent"));
  });

  it("fit the kind, the values, and what may be none", () => {
    const unfit =
      "the decision has answers the fact cannot have; bind a decision of the fact's kind and values";
    expect(binding("loan.shelf", "shelf")).not.toThrow();
    expect(binding("loan.lent", "dueOn")).toThrow(unfit);
    expect(binding("loan.dueOn", "reminderOn")).toThrow(
      "the decision may be none, and a fact never is; bind a decision that is never none",
    );
    const shelf = { ...trolley.facts.loan.shelf, values: ["ward", "cellar"] };
    const narrow = policyFromJson(
      JSON.stringify({ ...trolley, facts: { ...trolley.facts, loan: { ...trolley.facts.loan, shelf } } }),
    );
    const toShelf = { "loan.shelf": { policy: "book-loan", decision: "shelf" } };
    expect(() => needsOf([loan, narrow], {}, toShelf)).toThrow(unfit);
  });

  it("name a policy that stands before the one that asks", () => {
    const late = "book-loan answers after it is asked; put it earlier in the list";
    expect(() => needsOf([trolley, loan], {}, bind)).toThrow(late);
    expect(binding("loan.lent", "visit", "trolley-round")).toThrow("trolley-round answers after it is asked");
  });
});
