import { describe, expect, it } from "vitest";
import { decide } from "../../engine/decide.js";
import { explain } from "../../engine/explain.js";
import { loanEn, loanFr } from "../../engine/loan-locales.fixture.js";
import { loan } from "../../engine/loan.fixture.js";
import { policyFromJson } from "../../language/policy.js";
import { amendLocale } from "./amend-locale.js";
import { amend } from "./amend.js";
import { defineAmendment } from "./define-amendment.js";
import { endedChanges } from "./ended-changes.js";

const source = {
  title: "Memo of the ward",
  kind: "house-rule",
  dated: true,
  checkedOn: "2025-06-01",
} as const;
const about = { policy: "book-loan", source } as const;

const atlases = defineAmendment(loan, {
  ...about,
  id: "atlases-too",
  title: "Atlases are lent",
  from: "2024-03-01",
  to: "2024-03-31",
  changes: [{ edition: "2024-01-01", replaces: "L-1-atlas", case: { id: "A-1", then: true } }],
  texts: { en: { cases: { "A-1": "In March every book is lent." } } },
});

const dearer = defineAmendment(loan, {
  ...about,
  id: "dearer",
  title: "A higher late fee for visitors",
  from: "2025-03-01",
  to: "2025-09-30",
  changes: [{ rate: "lateFee", for: ["visitor"], value: 300 }],
});

const cleaned = defineAmendment(loan, {
  ...about,
  id: "cleaned",
  title: "Books are cleaned",
  from: "2024-06-01",
  changes: [
    { element: "clean", of: ["decision.duties"] },
    { element: "sticky", of: ["book.marks"] },
    {
      edition: "2024-01-01",
      decision: "duties",
      case: {
        id: "C-1",
        when: { fact: "book.marks", operator: "contains", value: "sticky" },
        then: ["clean"],
      },
    },
  ],
  texts: {
    en: { cases: { "C-1": "A sticky book is cleaned." }, values: { clean: "clean it", sticky: "sticky" } },
    fr: {
      cases: { "C-1": "Un livre collant est nettoyé." },
      values: { clean: "le nettoyer", sticky: "collant" },
      source: "Note du service",
      sections: { "Books are cleaned": "Les livres sont nettoyés" },
    },
  },
});

const marked = <Mark extends string>(on: `${number}-${number}-${number}`, marks: readonly Mark[]) =>
  ({
    loan: { on, backOn: "2025-12-31", days: 20 },
    reader: { kind: "visitor", infectious: false },
    book: { kind: "atlas", marks },
  }) as const;
const onDay = (on: `${number}-${number}-${number}`) => marked<never>(on, []);

describe("a case in the place of another", () => {
  const amended = amend(loan, atlases);

  it.each([
    ["2024-02-29", false, []],
    ["2024-03-01", true, ["atlases-too"]],
    ["2024-03-31", true, ["atlases-too"]],
    ["2024-04-01", false, []],
    ["2025-01-01", true, []],
  ] as const)("decides on %s: %s", (on, lent, amendments) => {
    const decision = decide(amended, onDay(on));
    expect(decision.outcome?.lent).toBe(lent);
    expect(decision.amendments).toEqual(amendments);
  });

  it("may hold on a single day", () => {
    const oneDay = amend(loan, { ...atlases, to: atlases.from });
    const days = ["2024-02-29", "2024-03-01", "2024-03-02"] as const;
    expect(days.map((on) => decide(oneDay, onDay(on)).outcome?.lent)).toEqual([false, true, false]);
  });

  it("is named as the reason, with the clinic's document", () => {
    const because = decide(amended, onDay("2024-03-01")).because?.[0];
    expect(because?.cases).toEqual([{ id: "A-1", certain: true }]);
    expect(because?.cites).toEqual([
      { document: "atlases-too", section: "Atlases are lent", confidence: "certain" },
    ]);
  });

  it("leaves the name of the issued edition, and outside its days the fingerprint", () => {
    for (const on of ["2024-02-29", "2024-03-01", "2024-04-01", "2025-01-01"] as const) {
      const [ours, theirs] = [decide(amended, onDay(on)), decide(loan, onDay(on))];
      expect(ours.edition).toBe(theirs.edition);
      expect(ours.fingerprint === theirs.fingerprint, on).toBe(on !== "2024-03-01");
    }
  });

  it("is named while the day is not known", () => {
    expect(decide(amended, { reader: { infectious: false } }).amendments).toEqual(["atlases-too"]);
  });

  it("does not touch the policy", () => {
    expect(loan.editions).toHaveLength(2);
    expect(amended.editions.map(({ inForceFrom, repeats }) => [inForceFrom, repeats])).toEqual([
      ["2024-01-01", undefined],
      ["2024-03-01", "2024-01-01"],
      ["2024-04-01", "2024-01-01"],
      ["2025-01-01", undefined],
    ]);
  });

  it("survives JSON", () => {
    const read = policyFromJson(JSON.stringify(amended));
    expect(read).toEqual(amended);
    const decided = decide(read, onDay("2024-03-01"));
    expect(JSON.stringify(decided)).toBe(JSON.stringify(decide(amended, onDay("2024-03-01"))));
  });
});

describe("another value of a rate", () => {
  const amended = amend(loan, dearer);
  const fee = (on: `${number}-${number}-${number}`) => decide(amended, onDay(on)).outcome?.feeCents;

  it("holds from its first day on, and ends where a row of the policy gives the key a new value", () => {
    expect(
      ["2025-02-28", "2025-03-01", "2025-06-30", "2025-07-01", "2025-10-01"].map((on) =>
        fee(on as "2025-02-28"),
      ),
    ).toEqual([200, 300, 300, 250, 250]);
    expect(decide(amended, onDay("2025-07-01")).amendments).toEqual([]);
    expect(endedChanges(loan, dearer)).toEqual([
      {
        code: "amendment-ended",
        amendment: "dearer",
        change: 0,
        endsOn: "2025-06-30",
        writtenUntil: "2025-09-30",
        endedBy: "2025-07-01",
      },
    ]);
  });

  it("leaves the other keys alone", () => {
    const patient = { ...onDay("2025-03-01"), reader: { kind: "patient" } } as const;
    expect(decide(amended, patient).outcome?.feeCents).toBe(200);
  });

  it("gives way to the amendment that is given later", () => {
    const cheaper = defineAmendment(loan, {
      ...dearerAbout,
      from: "2025-04-01",
      to: "2025-04-30",
      changes: [{ rate: "lateFee", for: ["visitor"], value: 50 }],
    });
    const both = amend(loan, dearer, cheaper);
    const days = ["2025-03-31", "2025-04-01", "2025-04-30", "2025-05-01"] as const;
    expect(days.map((on) => decide(both, onDay(on)).outcome?.feeCents)).toEqual([300, 50, 50, 300]);
    expect(decide(both, onDay("2025-04-15")).amendments).toEqual(["dearer", "cheaper"]);
  });
  const dearerAbout = { ...about, id: "cheaper", title: "A lower late fee in April" } as const;
});

describe("an element more", () => {
  const amended = amend(loan, cleaned);

  it("is accepted in facts and given in answers", () => {
    const decision = decide(amended, marked("2024-06-01", ["sticky", "torn"]));
    expect(decision.outcome?.duties).toEqual(["repair", "clean"]);
  });

  it("is given on no other day", () => {
    expect(decide(amended, marked("2024-05-31", ["sticky"])).outcome?.duties).toEqual([]);
  });

  it("ends with the edition, because a later one does not have the case", () => {
    expect(decide(amended, marked("2025-01-01", ["sticky"])).amendments).toEqual([]);
    expect(endedChanges(loan, cleaned)).toMatchObject([
      { change: 2, endsOn: "2024-12-31", writtenUntil: null, endedBy: "2025-01-01" },
    ]);
  });

  it("has its words in the languages it is written in", () => {
    const decision = decide(amended, marked("2024-06-01", ["sticky"]));
    const said = (locale: Parameters<typeof explain>[1]) =>
      explain(decision, locale as never).answers.find((one) => one.decision === "duties");
    expect(said(amendLocale(loanEn, amended, cleaned) as never)).toMatchObject({
      answer: "clean it",
      reasons: [{ sentence: "A sticky book is cleaned." }],
    });
    expect(said(amendLocale(loanFr, amended, cleaned) as never)).toMatchObject({
      answer: "le nettoyer",
      sources: [{ title: "Note du service", section: "Les livres sont nettoyés" }],
    });
  });

  it("is missed in a language that lacks its words", () => {
    const unworded = amend(loan, { ...cleaned, texts: {} });
    expect(() => amendLocale(loanEn, unworded, { ...cleaned, texts: {} })).toThrow(
      /no text for "C-1"[^]*no text for "clean"/,
    );
  });
});

describe("a case more", () => {
  const added = (change: object) =>
    amend(loan, {
      ...about,
      id: "more",
      title: "More",
      from: "2024-02-01",
      changes: [{ edition: "2024-01-01", ...change }],
    } as never);
  const never = { id: "N-1", when: { fact: "book.kind", operator: "equal", value: "atlas" }, then: true };

  it("goes before the case it names, or else after all of them", () => {
    const before = added({ decision: "lent", case: never, before: "L-1-atlas" });
    expect(decide(before, onDay("2024-02-01") as never).outcome).toMatchObject({ lent: true });
    const after = added({ decision: "lent", case: never });
    expect(decide(after, onDay("2024-02-01") as never).outcome).toMatchObject({ lent: false });
    const last = added({ decision: "lent", case: never, before: "L-1-lent" });
    expect(last.editions[1]?.tables[0]).toEqual(after.editions[1]?.tables[0]);
  });

  it("makes a table of an expression, which then answers otherwise", () => {
    const amended = added({ decision: "shelf", case: { ...never, then: "store" } });
    expect(decide(amended, onDay("2024-02-01") as never).outcome).toMatchObject({ shelf: "store" });
    const novel = { ...onDay("2024-02-01"), book: { kind: "novel" } };
    expect(decide(amended, novel as never).outcome).toMatchObject({ shelf: "ward" });
  });

  it("takes the place of an otherwise or an expression", () => {
    const otherwise = added({ replaces: "L-1-lent", case: { id: "N-1", then: false } });
    const novel = { ...onDay("2024-02-01"), book: { kind: "novel" } };
    expect(decide(otherwise, novel as never).outcome).toMatchObject({ lent: false });
    const expression = added({ replaces: "L-6", case: { id: "N-1", then: "store" } });
    expect(decide(expression, novel as never).outcome).toMatchObject({ shelf: "store" });
  });

  it("changes an edition from its own first day on where the amendment covers it", () => {
    const amended = amend(loan, {
      ...about,
      id: "more",
      title: "More",
      from: "2024-06-01",
      changes: [{ edition: "2025-01-01", replaces: "L-1-always", case: { id: "N-1", then: false } }],
    });
    const days = ["2024-12-31", "2025-01-01"] as const;
    const novel = { book: { kind: "novel" }, reader: { infectious: false } } as const;
    expect(days.map((on) => decide(amended, { ...novel, loan: { on } }).outcome?.lent)).toEqual([
      true,
      false,
    ]);
    expect(amended.editions.map(({ inForceFrom }) => inForceFrom)).toEqual(["2024-01-01", "2025-01-01"]);
  });
});
