import { describe, expect, it } from "vitest";
import { policyFromJson } from "../language/policy.js";
import type { Locale } from "../language/locale.js";
import { loyaltyDiscount } from "../policies/loyalty-discount/index.js";
import { loyaltyDiscountEn } from "../policies/loyalty-discount/en.js";
import { recordHandover } from "../policies/record-handover/index.js";
import { recordHandoverEn } from "../policies/record-handover/en.js";
import { teleExpertise } from "../policies/tele-expertise/index.js";
import { teleExpertiseEn } from "../policies/tele-expertise/en.js";
import { teleExpertiseFr } from "../policies/tele-expertise/fr.js";
import { teleExpertiseRu } from "../policies/tele-expertise/ru.js";
import { constraintsInWords } from "./constraint-in-words.js";
import type { Constraint } from "./constraint.js";
import { diffInWords } from "./diff-in-words.js";
import { diffDays, diffPolicies, type PolicyDiff } from "./diff-policies.js";

/** Intl writes spaces that do not break. */
const plain = (text: string): string => text.replaceAll(/\s/g, " ");
const inAll = (diff: PolicyDiff): readonly string[] =>
  [teleExpertiseEn, teleExpertiseFr, teleExpertiseRu].map((locale) =>
    plain(diffInWords(diff, locale).summary),
  );
const nothing: PolicyDiff = { equivalent: true, periods: [] };

describe("a difference in words", () => {
  it("is one sentence in each language for a new tariff", () => {
    expect(inAll(diffDays(teleExpertise, "2025-12-31", "2026-01-01"))).toEqual([
      "From 1 January 2026: fee of the responder rises from €20.00 to €23.00 (region whose fees apply: mainland France) and from €24.00 to €27.60 (region whose fees apply: overseas department); nothing else changes.",
      "À partir du 1er janvier 2026 : rémunération du professionnel requis : hausse de 20,00 € à 23,00 € (région dont le tarif s’applique : métropole) et de 24,00 € à 27,60 € (région dont le tarif s’applique : département d’outre-mer) ; rien d’autre ne change.",
      "С 1 января 2026 года: оплата отвечающему: рост с 20,00 € до 23,00 € (регион, чьи тарифы применяются: метрополия) и с 24,00 € до 27,60 € (регион, чьи тарифы применяются: заморский департамент); больше ничего не меняется.",
    ]);
  });

  it("says that nothing changes where nothing does", () => {
    expect(inAll(nothing)).toEqual(["Nothing changes.", "Rien ne change.", "Ничего не меняется."]);
    expect(diffInWords(nothing, teleExpertiseEn).periods).toEqual([]);
  });

  it("falls where it rose, until the day before", () => {
    expect(inAll(diffDays(teleExpertise, "2026-01-01", "2025-12-31"))[0]).toMatch(
      /^From 1 \w+ 20\d\d to 31 December 2025: fee of the responder falls from €23\.00 to €20\.00 /,
    );
  });

  it("needs no condition where the former answer tells the cases already", () => {
    const copy = JSON.stringify(loyaltyDiscount).replaceAll('"value":7', '"value":10');
    const diff = diffPolicies(loyaltyDiscount, policyFromJson(copy));
    expect(diffInWords(diff, loyaltyDiscountEn).summary).toBe(
      "On every day: discount, in percent rises from 7 to 10; nothing else changes.",
    );
    expect(diffInWords(diff, loyaltyDiscountEn).periods[0]?.changes[0]).toMatchObject({
      where: [],
      anyOf: [],
    });
  });

  it("names a term and the facts it helps", () => {
    const longer = policyFromJson(JSON.stringify(recordHandover).replaceAll('"P8D"', '"P10D"'));
    const { changes } = diffInWords(diffPolicies(recordHandover, longer), recordHandoverEn).periods[0] ?? {};
    expect(changes).toEqual([
      {
        decision: "latestHandoverOn",
        change:
          "latest day of hand-over: changes from day the request was received + 8 days to day the request was received + 10 days",
        where: [],
        anyOf: [],
      },
      {
        decision: "deadlineMissed",
        change: "the time limit is missed: changes from yes to no",
        where: ["day of delivery is no later than day the request was received + 10 days"],
        anyOf: [],
      },
    ]);
  });

  it("tells what comes and what goes, together where it does so in the same cases", () => {
    const { changes = [] } =
      diffInWords(diffDays(teleExpertise, "2018-12-31", "2020-01-01"), teleExpertiseEn).periods[0] ?? {};
    const of = (decision: string) => changes.filter((change) => change.decision === decision);
    expect(of("responderClaimIdentifiers").map(({ change }) => change)).toEqual([
      "identifiers in the responder's claim: now also identifier of the requester and identifier of the patient",
    ]);
    expect(of("refusals")[0]?.change).toMatch(/^reasons against the tele-expertise: no longer /);
    expect(of("refusals")[0]).toMatchObject({ where: [], anyOf: [] });
  });

  it("says once what all kinds of cases have in common", () => {
    const { changes = [] } =
      diffInWords(diffDays(teleExpertise, "2018-12-31", "2020-01-01"), teleExpertiseEn).periods[0] ?? {};
    const eligible = changes.find(({ decision }) => decision === "eligible");
    expect(eligible?.where).toEqual([
      "patient has consented: yes",
      "channel of the exchange: secure health messaging or dedicated platform",
      "profession of whoever asks for the opinion: physician, midwife or dentist",
      "profession of whoever gives the opinion: physician, midwife or dentist",
    ]);
    expect(eligible?.anyOf).toEqual([
      ["detained: yes"],
      ["resident of a nursing or medico-social home: yes"],
      ["lives in an underserved area: yes"],
      ["rare disease: yes"],
      ["long-term condition (ALD): yes"],
    ]);
  });

  it("names the answers alone where there is too much to tell in a sentence", () => {
    const { summary } = diffInWords(diffDays(teleExpertise, "2018-12-31", "2020-01-01"), teleExpertiseEn);
    expect(summary).toMatch(/^From [^:]+: these answers change: [^;]+; nothing else changes\.$/);
    expect(summary).toContain("fee of the responder, ");
  });

  it("says when a policy comes into force or ceases to be", () => {
    const inForce = (before: boolean): PolicyDiff => ({
      equivalent: false,
      periods: [{ from: null, to: "2025-12-31", inForce: { before, after: !before }, changes: [] }],
    });
    expect([inForce(true), inForce(false)].map((diff) => diffInWords(diff, teleExpertiseEn).summary)).toEqual(
      [
        "Until 31 December 2025: the policy is no longer in force.",
        "Until 31 December 2025: the policy is in force, which it was not.",
      ],
    );
  });
});

describe("the facts of a class in words", () => {
  const said = (locale: Locale, ...constraints: Constraint[]): readonly string[] =>
    constraintsInWords(locale, constraints);
  const plusOf = (fact: string, days: number) => ({
    fact,
    plus: days === 0 ? [] : [{ months: 0, days }],
  });

  it("are values, ranges and what a set holds, its elements together", () => {
    const told = (element: string, present: boolean): Constraint => ({
      fact: "consent.informedOf",
      element,
      present,
    });
    expect(
      said(
        teleExpertiseEn,
        { fact: "request.urgent", oneOf: [false] },
        told("reason", true),
        { fact: "responder.profession", oneOf: ["physician", "midwife"] },
        told("return-mode", true),
        told("responder-identity", false),
        {
          fact: "usage.responderActs",
          ranges: [
            { from: null, to: 1 },
            { from: 4, to: 4 },
          ],
        },
        { fact: "act.on", ranges: [{ from: "2026-01-01", to: null }] },
      ),
    ).toEqual([
      "urgent request: no",
      "what the patient has been told: including the reason for the opinion and how the answer comes back",
      "profession of whoever gives the opinion: physician or midwife",
      "what the patient has been told: without who will give the opinion",
      expect.stringMatching(/: up to 1 or 4$/),
      expect.stringMatching(/: from 1 January 2026 on$/),
    ]);
  });

  it("start from the plain fact where one day is compared with another one and a term", () => {
    const [delivery, request] = ["delivery.on", "request.receivedOn"];
    const compared = (isBefore: boolean): readonly string[] =>
      said(
        recordHandoverEn,
        { left: plusOf(request, 8), right: plusOf(delivery, 0), isBefore },
        { left: plusOf(delivery, 0), right: plusOf(request, 8), isBefore },
      );
    const [day, last] = ["day of delivery", "day the request was received + 8 days"];
    expect(compared(true)).toEqual([`${day} is after ${last}`, `${day} is before ${last}`]);
    expect(compared(false)).toEqual([`${day} is no later than ${last}`, `${day} is no earlier than ${last}`]);
  });

  it("are weekdays by their names, texts by what they are and are not", () => {
    const weekday: Constraint = { weekdayOf: plusOf("act.on", 0), oneOf: ["monday", "sunday"] };
    expect([teleExpertiseEn, teleExpertiseFr, teleExpertiseRu].flatMap((one) => said(one, weekday))).toEqual([
      expect.stringMatching(/^weekday of .*: Monday or Sunday$/),
      expect.stringMatching(/^jour de la semaine \(.*\) : lundi ou dimanche$/),
      expect.stringMatching(/^день недели \(.*\): понедельник или воскресенье$/),
    ]);
    expect(
      said(
        teleExpertiseEn,
        { texts: ["a", "b"], same: true },
        { texts: ["a", "b"], same: false },
        { fact: "a", noneOf: ["x", "y"] },
      ),
    ).toEqual(["a and b are the same", "a and b differ", "a: none of x, y"]);
  });
});
