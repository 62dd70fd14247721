import { describe, expect, it } from "vitest";
import { amount, boolean, citing, oneOf, ref } from "../language/index.js";
import { definePolicy, policyFromJson } from "../language/policy.js";
import { teleExpertise } from "../policies/tele-expertise/index.js";
import { loan } from "./loan.fixture.js";
import { whyNot } from "./why-not.js";

const facts = {
  loan: { on: "2024-05-02", backOn: "2024-06-10", days: 7 },
  reader: { kind: "visitor", infectious: true },
  book: { kind: "atlas", marks: ["torn"] },
} as const;

const rules = citing("rules");
const cites = [rules("3")] as const;
const late = { fact: "loan.days", operator: "greaterThan", value: 7 };

describe("whyNot", () => {
  it("names the case that gives the answer, and the case before it that decides instead", () => {
    expect(whyNot(loan, facts, "lent", true)).toEqual({
      decision: "lent",
      given: false,
      hindrances: [{ case: "L-1-lent", unmet: [], insteadOf: "L-1-infectious" }],
    });
  });

  it("names the comparisons that keep a case from holding", () => {
    const healthy = {
      ...facts,
      reader: { kind: "visitor", infectious: false },
      book: { kind: "novel", marks: [] },
    } as const;
    expect(whyNot(loan, healthy, "lent", false).hindrances).toEqual([
      { case: "L-1-infectious", unmet: [{ fact: "reader.infectious", operator: "equal", value: true }] },
      { case: "L-1-atlas", unmet: [{ fact: "book.kind", operator: "equal", value: "atlas" }] },
    ]);
  });

  it("names the guard of a table that is one expression", () => {
    expect(whyNot(loan, facts, "feeCents", 200).hindrances).toEqual([
      { case: "L-4", unmet: [{ fact: "decision.late", operator: "equal", value: true }] },
    ]);
  });

  it("names every case that would put an element into a set", () => {
    expect(
      whyNot(loan, { ...facts, book: { kind: "novel", marks: [] } }, "duties", "repair").hindrances,
    ).toEqual([
      { case: "L-5-torn", unmet: [{ fact: "book.marks", operator: "contains", value: "torn" }] },
      { case: "L-5-wet", unmet: [{ fact: "book.marks", operator: "contains", value: "wet" }] },
    ]);
  });

  it("says that it is the answer after all, for a value and for an element", () => {
    expect(whyNot(loan, facts, "lent", false)).toMatchObject({ given: true, hindrances: [] });
    expect(whyNot(loan, facts, "duties", "disinfect")).toMatchObject({ given: true, hindrances: [] });
    expect(whyNot(loan, facts, "duties", "dry").given).toBe(false);
  });

  it("has nothing to name where no case of the edition leads there", () => {
    expect(whyNot(loan, facts, "shelf", "store")).toMatchObject({ given: false, hindrances: [] });
    expect(whyNot(loan, facts, "feeCents", 201).hindrances).toEqual([]);
  });

  it("looks into the edition of the day", () => {
    const later = { ...facts, loan: { on: "2025-05-02", days: 7 } } as const;
    expect(whyNot(loan, later, "lent", false).hindrances).toEqual([]);
  });

  it("counts a comparison with a fact nobody knows as unmet: it may turn out either way", () => {
    const unknown = { loan: { on: "2025-05-02", days: 0 } } as const;
    expect(whyNot(loan, unknown, "feeCents", 250).hindrances).toEqual([]);
    const phone = {
      act: { on: "2024-06-03" },
      consent: { given: false, informedOf: ["reason"] },
      request: { channel: "phone", urgent: true },
      responder: { profession: "physician" },
    } as const;
    expect(whyNot(teleExpertise, phone, "responderAct", "TE2").hindrances).toEqual([
      { case: "TE-11-responder-act", unmet: [{ fact: "decision.eligible", operator: "equal", value: true }] },
    ]);
    expect(whyNot(teleExpertise, phone, "responderBillingRefusals", "same-health-centre").hindrances).toEqual(
      [
        {
          case: "TE-17-centre-responder",
          unmet: [
            { fact: "decision.eligible", operator: "equal", value: true },
            { fact: "act.sameHealthCentre", operator: "equal", value: true },
          ],
        },
      ],
    );
  });

  it("counts a rate whose key nobody knows as unmet too", () => {
    const phone = {
      act: { on: "2026-06-03" },
      consent: { given: false, informedOf: ["reason"] },
      request: { channel: "phone", urgent: true, dentalCase: "none" },
      responder: { profession: "physician" },
    } as const;
    const cap = { fact: "rate.requesterActsPerYear", value: "none" };
    const eligible = { fact: "decision.eligible", operator: "equal", value: true };
    expect(
      whyNot(teleExpertise, phone, "requesterBillingRefusals", "profession-cannot-bill").hindrances,
    ).toEqual([
      { case: "TE-14-requester", unmet: [eligible, { ...cap, operator: "equal" }] },
      {
        case: "TE-14-requester-dentist",
        unmet: [
          eligible,
          { ...cap, operator: "notEqual" },
          { fact: "decision.dentalCaseAllowsRequest", operator: "equal", value: false },
        ],
      },
    ]);
  });

  it("turned the other way, all that is unmet gives the answer", () => {
    const [hindrance] = whyNot(loan, facts, "reminderOn", "2024-06-10").hindrances;
    expect(hindrance).toEqual({
      case: "L-3-late",
      unmet: [{ fact: "decision.late", operator: "equal", value: true }],
    });
    const turned = { ...facts, loan: { ...facts.loan, days: late.value + 1 } };
    expect(whyNot(loan, turned, "reminderOn", "2024-06-10").given).toBe(true);
  });
});

/** Several decisions in one table, public conditions, and rates whose keys may be unknown. */
const trolley = definePolicy({
  id: "trolley-round",
  title: "Trolley round",
  question: "What does the trolley take along?",
  jurisdiction: "FR",
  datedBy: "loan.on",
  locales: ["en"],
  sources: loan.sources,
  facts: loan.facts,
  given: [
    {
      id: "back-later",
      label: "A book comes back after it was lent.",
      holds: { fact: "loan.on", operator: "lessThanInclusive", value: ref("loan.backOn") },
    },
  ],
  decisions: {
    lent: boolean({ label: "lent" }),
    shelf: oneOf(["ward", "store"], { label: "shelf" }),
    free: boolean({ label: "free" }),
    gift: boolean({ label: "gift" }),
  },
  rates: {
    fee: amount("EUR", {
      label: "fee",
      by: ["reader.kind", "book.kind"],
      rows: [
        { from: "open", value: 200, cites },
        { for: ["staff"], from: "open", value: 0, cites },
      ],
    }),
    limit: amount("EUR", {
      label: "limit",
      by: ["book.kind"],
      rows: [
        { for: ["novel"], from: "open", value: 100, cites },
        { for: ["atlas"], from: "open", value: 100, cites },
      ],
    }),
  },
  editions: [
    {
      inForceFrom: "2024-01-01",
      source: rules("whole"),
      tables: [
        {
          decides: ["lent", "shelf"],
          hitPolicy: "first",
          cases: [
            {
              id: "T-back",
              when: { fact: "loan.backOn", operator: "lessThan", value: "2024-01-01" },
              then: { lent: true, shelf: "store" },
            },
            {
              id: "T-week",
              when: { fact: "loan.days", operator: "equal", value: 7 },
              then: { lent: true, shelf: "ward" },
            },
          ],
          otherwise: { id: "T-other", then: { lent: false, shelf: "store" } },
        },
        {
          decides: "free",
          id: "T-free",
          is: {
            any: [
              {
                all: [
                  { fact: "reader.kind", operator: "equal", value: "staff" },
                  { fact: "book.kind", operator: "equal", value: "novel" },
                ],
              },
              { not: { fact: "loan.days", operator: "greaterThan", value: 7 } },
            ],
          },
        },
        {
          decides: "gift",
          hitPolicy: "first",
          cases: [
            {
              id: "T-gift",
              when: {
                all: [
                  { fact: "rate.fee", operator: "lessThan", value: ref("rate.limit") },
                  { fact: "reader.infectious", operator: "equal", value: true },
                ],
              },
              then: true,
            },
          ],
          otherwise: { id: "T-none", then: false },
        },
      ],
    },
  ],
});

describe("whyNot of several decisions, of conditions and of rates", () => {
  const novel = {
    loan: { on: "2024-05-02", days: 7 },
    reader: { kind: "visitor", infectious: false },
    book: { kind: "novel" },
  } as const;

  it("looks at the one decision that is asked for", () => {
    expect(whyNot(trolley, novel, "lent", false).hindrances).toEqual([
      { case: "T-other", unmet: [], insteadOf: "T-week" },
    ]);
  });

  it("names the case that decides, whatever a fact that nobody knows would have to be", () => {
    // A book that came back before it was lent is against what is given.
    expect(whyNot(trolley, novel, "shelf", "store").hindrances).toEqual([
      { case: "T-back", unmet: [{ fact: "loan.backOn", operator: "lessThan", value: "2024-01-01" }] },
      { case: "T-other", unmet: [], insteadOf: "T-week" },
    ]);
  });

  const unmet = (facts: typeof novel | object, expected: boolean, decision: "free" | "gift" = "free") =>
    whyNot(trolley, facts as typeof novel, decision, expected).hindrances.map((one) =>
      one.unmet.map(({ fact }) => fact),
    );

  it("names every part of a condition that would have to turn", () => {
    const late = { ...novel, loan: { ...novel.loan, days: 8 } };
    expect(unmet(late, true)).toEqual([["reader.kind", "loan.days"]]);
    const staff = { ...novel, reader: { kind: "staff", infectious: false } };
    expect(unmet(staff, false)).toEqual([["reader.kind", "book.kind", "loan.days"]]);
  });

  it("leaves out parts of a condition where one of them is enough", () => {
    expect(unmet(novel, false)).toEqual([["loan.days"]]);
  });

  it("counts a rate as known once every fact of its key is", () => {
    const staff = { ...novel, reader: { kind: "staff", infectious: false } };
    expect(unmet(staff, true, "gift")).toEqual([["reader.infectious"]]);
    expect(unmet(novel, true, "gift")).toEqual([["rate.fee", "reader.infectious"]]);
    const unknown = { loan: staff.loan, reader: staff.reader };
    expect(unmet(unknown, true, "gift")).toEqual([["rate.fee", "reader.infectious"]]);
  });
});

describe("whyNot without a settled answer", () => {
  it("asks for what is missing first", () => {
    const message = "book-loan: there is no settled answer to compare with; supply what it still needs first";
    const open = expect.objectContaining({ code: "still-open", message });
    expect(() => whyNot(loan, { loan: { on: "2024-05-02" } }, "lent", true)).toThrow(open);
  });

  it("asks for the governing date where the outcome is the same on every day", () => {
    const { shelf } = loan.decisions;
    const tables = [{ decides: "shelf", id: "L-6", is: "ward" }];
    const [edition] = loan.editions;
    const editions = [{ ...edition, inForceFrom: "open", tables }];
    const always = policyFromJson(JSON.stringify({ ...loan, decisions: { shelf }, editions }));
    const message = 'book-loan: there is no settled answer to compare with; supply "loan.on" first';
    const open = expect.objectContaining({ code: "still-open", message });
    expect(() => whyNot(always, {}, "shelf", "store")).toThrow(open);
    const dated = { loan: { on: "2024-05-02" } };
    expect(whyNot(always, dated, "shelf", "store")).toMatchObject({ given: false, hindrances: [] });
  });

  it("has nothing to compare with on a day before the first edition", () => {
    const before = { loan: { on: "2023-12-31" } } as const;
    const message = "book-loan: there is no settled answer to compare with; ask about a day in force";
    const notInForce = expect.objectContaining({ code: "not-in-force", message });
    expect(() => whyNot(loan, before, "lent", true)).toThrow(notInForce);
  });
});

describe("whyNot of a decision that is a condition", () => {
  const about = { label: "a fact", holder: "desk", privacy: "internal" };
  const hours = { fact: "hours", operator: "lessThan", value: { fact: "most" } };
  const urgent = { fact: "urgent", operator: "equal", value: true };
  const policy = policyFromJson(
    JSON.stringify({
      ...{ id: "conditions", title: "Conditions", question: "What then?", jurisdiction: "FR", datedBy: "on" },
      ...{ locales: ["en"], rates: {} },
      sources: { rules: { title: "Rules", kind: "house-rule", dated: true, checkedOn: "2026-01-01" } },
      facts: {
        on: { kind: "date", ...about },
        urgent: { kind: "boolean", ...about },
        hours: { kind: "integer", ...about },
        most: { kind: "integer", ...about },
      },
      decisions: Object.fromEntries(
        ["one", "all", "any", "not"].map((name) => [name, { kind: "boolean", label: name }]),
      ),
      editions: [
        {
          inForceFrom: "open",
          source: cites[0],
          tables: [
            { decides: "one", id: "C-1", is: hours },
            { decides: "all", id: "C-2", is: { all: [urgent, hours] } },
            { decides: "any", id: "C-3", is: { any: [urgent, hours] } },
            { decides: "not", id: "C-4", is: { not: { any: [urgent, hours] } } },
          ],
        },
      ],
    }),
  );
  const day = { on: "2026-01-10" };
  const unmetOf = (known: object, decision: string, expected: boolean) => {
    const { given, hindrances } = whyNot(policy, { ...day, ...known }, decision as never, expected as never);
    return given ? "given" : hindrances.flatMap(({ unmet }) => unmet);
  };

  it.each([
    {
      known: { urgent: false, hours: 5, most: 5 },
      unmet: [[hours], [urgent, hours], [urgent, hours], "given"],
    },
    { known: { urgent: true, hours: 5, most: 5 }, unmet: [[hours], [hours], "given", [urgent]] },
    { known: { urgent: true, hours: 4, most: 5 }, unmet: ["given", "given", "given", [urgent, hours]] },
    { known: { urgent: false, hours: 4, most: 5 }, unmet: ["given", [urgent], "given", [hours]] },
  ])("names what is unmet of $known", ({ known, unmet }) => {
    expect(["one", "all", "any", "not"].map((name) => unmetOf(known, name, true))).toEqual(unmet);
  });

  it("names what would have to turn out otherwise for it not to be", () => {
    const known = { urgent: true, hours: 4, most: 5 };
    expect(unmetOf(known, "one", false)).toEqual([hours]);
    expect(unmetOf(known, "all", false)).toEqual([urgent, hours]);
    expect(unmetOf(known, "any", false)).toEqual([urgent, hours]);
  });
});
