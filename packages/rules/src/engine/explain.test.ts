import { describe, expect, it } from "vitest";
import { decide } from "./decide.js";
import type { Decision } from "./decision.js";
import { explain } from "./explain.js";
import { loanEn, loanFr, loanRu } from "./loan-locales.fixture.js";
import { loan } from "./loan.fixture.js";

// Intl separates with spaces that do not break.
const said = (decision: Decision<typeof loan>, locale: typeof loanEn) =>
  explain(decision, locale).sentences.map((sentence) => sentence.replace(/[\u00a0\u202f]/g, " "));

const settled = decide(loan, {
  loan: { on: "2024-02-01", backOn: "2024-03-09", days: 8 },
  reader: { kind: "visitor", card: "R-100", infectious: true },
  book: { kind: "atlas", marks: ["torn", "wet"] },
});
const open = decide(loan, { loan: { on: "2024-02-01" }, book: { marks: ["torn"] } });
const nothingKnown = decide(loan, {});

describe("a settled decision in words", () => {
  it("reads in English: the answer, its reasons, what the sources leave open", () => {
    expect(said(settled, loanEn)).toEqual([
      "lent: no. Books stay away from infectious readers. (The source is silent here.)",
      "due on: 1 March 2024. A loan of 1 February 2024 ends on 1 March 2024.",
      "reminder on: 9 March 2024. The reader is reminded on 9 March 2024.",
      "fee: €2.00. A late book costs €2.00.",
      "duties: repair it, dry it, disinfect it. A torn book is repaired; with these marks (torn, wet) the fee is " +
        "€2.00. A wet book is dried. The book is disinfected.",
      "shelf: the ward. Books stand on the ward.",
      "Our reading of the source, not its words: lent.",
      "A source used here does not say from when it holds.",
    ]);
  });

  it("reads in French, with the first of a month as it is said", () => {
    expect(said(settled, loanFr)).toEqual([
      "prêté : non. Pas de livre pour un lecteur contagieux. (La source ne dit rien sur ce point.)",
      "à rendre le : 1er mars 2024. Un prêt du 1er février 2024 se termine le 1er mars 2024.",
      "rappel : 9 mars 2024. Le lecteur reçoit un rappel le 9 mars 2024.",
      "tarif : 2,00 €. Un livre en retard coûte 2,00 €.",
      "à faire : à réparer, à sécher, à désinfecter. Un livre déchiré est réparé ; avec ces marques (déchiré, " +
        "mouillé), le tarif est 2,00 €. Un livre mouillé est séché. Le livre est désinfecté.",
      "rayon : le service. Les livres sont dans le service.",
      "Notre lecture de la source, et non ses termes : prêté.",
      "Une source utilisée ici ne dit pas depuis quand elle s’applique.",
    ]);
  });

  it("reads in Russian, without the full stop of an abbreviated year", () => {
    expect(said(settled, loanRu)).toEqual([
      "выдаётся: нет. Заразному читателю книги не выдаются. (Источник об этом умалчивает.)",
      "вернуть не позднее: 1 марта 2024 года. Книга, выданная 1 февраля 2024 года, возвращается не позднее " +
        "1 марта 2024 года.",
      "напоминание: 9 марта 2024 года. Напоминание читателю: 9 марта 2024 года.",
      "плата: 2,00 €. Опоздание стоит 2,00 €.",
      "что сделать: починить, высушить, продезинфицировать. Порванная книга чинится; отметки: порвана, намокла, " +
        "плата: 2,00 €. Мокрая книга сушится. Книга дезинфицируется.",
      "полка: отделение. Книги стоят в отделении.",
      "Наше толкование источника, а не его слова: выдаётся.",
      "Один из источников не указывает, с какого дня он действует.",
    ]);
  });

  it("has a word of its own for none, and one for nothing", () => {
    const early = decide(loan, {
      loan: { on: "2024-02-01", days: 0 },
      reader: { infectious: false },
      book: { marks: [] },
    });
    expect(said(early, loanEn)).toContain("reminder on: no reminder. Nobody is reminded.");
    expect(said(early, loanEn)).toContain("duties: nothing.");
    expect(said(early, loanFr)).toContain("rappel : aucun. Personne ne reçoit de rappel.");
    expect(said(early, loanRu)).toContain("что сделать: ничего.");
  });

  it("gives the pieces too: reasons by case, and where to look them up", () => {
    const explained = explain(settled, loanFr);
    expect(explained).toMatchObject({
      locale: "fr",
      status: "decided",
      title: "Prêt de livres",
      open: [],
      questions: [],
    });
    expect(explained.answers[0]).toEqual({
      decision: "lent",
      label: "prêté",
      answer: "non",
      reasons: [
        { case: "L-1-infectious", sentence: "Pas de livre pour un lecteur contagieux.", certain: true },
      ],
      sources: [{ title: "Affiche du chariot", section: "1", confidence: "interpretation" }],
      confidence: "interpretation",
      gap: true,
    });
    expect(explained.answers.find(({ decision }) => decision === "shelf")?.sources).toEqual([
      { title: "Règlement du chariot", section: "en entier", confidence: "certain" },
    ]);
  });
});

describe("an open decision in words", () => {
  it("says in English what is possible and what to ask whom", () => {
    expect(said(open, loanEn)).toEqual([
      "due on: 1 March 2024. A loan of 1 February 2024 ends on 1 March 2024.",
      "shelf: the ward. Books stand on the ward.",
      "lent: yes or no.",
      "reminder on: from 1 February 2024 on, or none.",
      "fee: between €0.00 and €2.00.",
      "duties: repair it; possibly also disinfect it.",
      "Ask the front desk: days late.",
      "Ask the patient's record: infectious.",
      "Ask the front desk: day of the return.",
      "Ask the patient: kind of reader.",
      "Ask the clinic's information system: kind of book.",
    ]);
  });

  it("says it in French and in Russian", () => {
    expect(said(open, loanFr).slice(2, 7)).toEqual([
      "prêté : oui ou non.",
      "rappel : à partir du 1er février 2024, ou aucun.",
      "tarif : entre 0,00 € et 2,00 €.",
      "à faire : à réparer ; peut-être aussi à désinfecter.",
      "À demander (l’accueil) : jours de retard.",
    ]);
    expect(said(open, loanRu).slice(2, 7)).toEqual([
      "выдаётся: да или нет.",
      "напоминание: с 1 февраля 2024 года либо отсутствует.",
      "плата: от 0,00 € до 2,00 €.",
      "что сделать: починить; возможно также: продезинфицировать.",
      "Уточнить (регистратура): дней опоздания.",
    ]);
  });

  it("uses the words a locale keeps for one decision", () => {
    const valuesOf = { ...loanEn.valuesOf, "decision.shelf": { store: "the cellar" } };
    const unsettled = { ...open, open: { shelf: { oneOf: ["ward", "store"] } } } as typeof open;
    expect(said(unsettled, { ...loanEn, valuesOf })).toContain("shelf: the ward or the cellar.");
  });

  it("offers the choices of a question, and names the answers it can change", () => {
    const { questions } = explain(nothingKnown, loanFr);
    const question = (fact: string) => questions.find((one) => one.fact === fact);
    expect(question("reader.infectious")).toMatchObject({
      choices: ["oui", "non"],
      affects: ["prêté", "à faire"],
    });
    expect(question("reader.kind")?.choices).toEqual(["patient", "visiteur", "personnel"]);
    expect(question("loan.days")?.choices).toEqual([]);
  });

  it("marks a reason that may be another one", () => {
    const atlas = decide(loan, { loan: { on: "2024-02-01" }, book: { kind: "atlas" } });
    const uncertain =
      "lent: no. Perhaps: Books stay away from infectious readers. " +
      "Perhaps: A book of the kind atlas stays on the trolley. (The source is silent here.)";
    expect(said(atlas, loanEn)).toContain(uncertain);
  });

  it("prints in a message what an open decision can still be, and by its label what has no one value", () => {
    const torn = decide(loan, {
      loan: { on: "2024-02-01", days: 8 },
      reader: { infectious: false },
      book: { marks: ["torn"] },
    });
    expect(said(torn, loanEn)).toContain(
      "duties: repair it. A torn book is repaired; with these marks (torn) the fee is between €0.00 and €2.00.",
    );
    const atlas = decide(loan, { reader: { infectious: true }, loan: { on: "2024-02-01" } });
    expect(said(JSON.parse(JSON.stringify(atlas)) as typeof atlas, loanEn)[1]).toBe(
      "due on: 1 March 2024. A loan of day of the loan ends on 1 March 2024.",
    );
  });
});

describe("a decision of another day in words", () => {
  it("says from when the policy holds", () => {
    const before = decide(loan, { loan: { on: "2023-12-31" } });
    expect(said(before, loanEn)).toEqual(["Not in force: the first edition starts on 1 January 2024."]);
    expect(said(before, loanFr)).toEqual([
      "Pas encore en vigueur : la première édition commence le 1er janvier 2024.",
    ]);
    expect(said(before, loanRu)).toEqual([
      "Ещё не действует: первая редакция вступает в силу 1 января 2024 года.",
    ]);
  });

  it("says when the sources were last compared, once that is long ago", () => {
    const stale = decide(loan, { loan: { on: "2026-07-01" } });
    expect(said(stale, loanEn).at(-1)).toBe("A source used here was last compared on 30 June 2025.");
    expect(said(stale, loanFr).at(-1)).toBe(
      "Une source utilisée ici a été relue pour la dernière fois le 30 juin 2025.",
    );
    expect(said(stale, loanRu).at(-1)).toBe("Один из источников последний раз сверяли 30 июня 2025 года.");
    expect(said(decide(loan, { loan: { on: "2026-06-30" } }), loanEn).join()).not.toContain("compared");
  });
});

describe("what explain never prints", () => {
  it("is a personal or health fact, even where a message asks for it", () => {
    const leaky = {
      ...loanEn,
      cases: { ...loanEn.cases, "L-6": "{reader.card}, {reader.kind}, {book.kind}" },
    };
    expect(said(settled, leaky)).toContain("shelf: the ward. number of the card, kind of reader, atlas");
    expect(JSON.stringify(explain(settled, leaky))).not.toContain("R-100");
  });
});
