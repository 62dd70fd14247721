import { describe, expect, it } from "vitest";
import type { IsoDay } from "../src/calendar/civil-day.js";
import { decide } from "../src/engine/decide.js";
import type { FactsOf, OutcomeOfPolicy } from "../src/language/policy.js";
import { teleExpertise } from "../src/policies/index.js";

/** Each day on which an answer changes, with the day before it: the answers that change. */
describe("the days of tele-expertise", () => {
  type Facts = FactsOf<typeof teleExpertise>;
  type Outcome = Partial<OutcomeOfPolicy<typeof teleExpertise>>;
  type Profession = NonNullable<Facts["requester"]>["profession"];
  interface Change {
    readonly requester?: Profession;
    readonly responder?: Profession;
    readonly region?: "metropolitan" | "overseas";
    readonly patient?: Facts["patient"];
    readonly dentalCase?: "medico-social-resident" | "oral-cancer-or-rare-disease";
    readonly level2?: true;
  }

  const outcomeOn = (on: IsoDay, change: Change): Outcome => {
    const level2 = change.level2 ?? false;
    const decision = decide(teleExpertise, {
      act: { on, region: change.region ?? "metropolitan", sameHealthCentre: false },
      requester: { profession: change.requester ?? "physician" },
      responder: { profession: change.responder ?? "physician" },
      patient: {
        longTermCondition: true,
        rareDisease: false,
        underservedArea: false,
        medicoSocialResident: false,
        detained: false,
        hospitalisedAtRequester: false,
        knownToResponder: level2,
        ...change.patient,
      },
      consent: {
        given: true,
        informedOf: ["reason", "responder-identity", "responder-specialty", "return-mode"],
      },
      request: {
        urgent: false,
        channel: "dedicated-platform",
        complex: level2,
        dentalCase: change.dentalCase ?? "none",
      },
      usage: { responderLevel1Acts: 0, responderLevel2Acts: 0, responderActs: 0, requesterActs: 0 },
    });
    return decision.outcome ?? {};
  };

  const cannotBill = { requesterBillingRefusals: ["profession-cannot-bill"], requesterFeeCents: 0 } as const;
  const bills = { requesterBillingRefusals: [], requesterAct: "RQD", requesterFeeCents: 1000 } as const;
  const cannotAnswer = {
    responderBillingRefusals: ["profession-cannot-bill"],
    responderFeeCents: 0,
  } as const;
  const answers = { responderBillingRefusals: [], responderAct: "TE2", responderFeeCents: 2000 } as const;
  const level1 = {
    level: "1",
    responderAct: "TE1",
    responderFeeCents: 1200,
    requesterFeeCents: 500,
  } as const;
  const level2 = {
    level: "2",
    responderAct: "TE2",
    responderFeeCents: 2000,
    requesterFeeCents: 1000,
  } as const;
  const single = {
    level: "single",
    responderAct: "TE2",
    responderFeeCents: 2000,
    requesterAct: "RQD",
  } as const;
  const noCategory = { patient: { longTermCondition: false } } as const;
  const ofStructure = {
    responder: "dentist",
    dentalCase: "medico-social-resident",
    patient: { knownToResponder: true },
  } as const;
  const oralCancer = { requester: "dentist", dentalCase: "oral-cancer-or-rare-disease" } as const;

  const rows: readonly (readonly [string, Change, IsoDay, Outcome, IsoDay, Outcome])[] = [
    [
      "cover starts",
      {},
      "2019-02-09",
      { refusals: ["not-covered-yet"], level: "none" },
      "2019-02-10",
      level1,
    ],
    [
      "any professional may ask",
      { requester: "nurse" },
      "2021-06-04",
      { refusals: ["requester-not-entitled"] },
      "2021-06-05",
      { refusals: [], ...cannotBill },
    ],
    [
      "pharmacists may ask too",
      { requester: "pharmacist" },
      "2021-06-04",
      { eligible: false },
      "2021-06-05",
      { eligible: true },
    ],
    ["the levels end", {}, "2022-03-31", level1, "2022-04-01", single],
    ["TE2 changes its meaning", { level2: true }, "2022-03-31", level2, "2022-04-01", single],
    [
      "every patient is eligible",
      noCategory,
      "2022-03-31",
      { refusals: ["patient-category-not-eligible"] },
      "2022-04-01",
      { refusals: [], eligible: true },
    ],
    [
      "the requester bills",
      {},
      "2022-03-31",
      { requesterAct: "none", requesterPayment: "annual-lump-sum" },
      "2022-04-01",
      { requesterAct: "RQD", requesterPayment: "per-act" },
    ],
    [
      "overseas fees start",
      { region: "overseas" },
      "2022-03-31",
      { responderFeeCents: 1200 },
      "2022-04-01",
      { responderFeeCents: 2400, requesterFeeCents: 1200 },
    ],
    [
      "speech therapists bill",
      { requester: "speech-therapist" },
      "2022-04-05",
      cannotBill,
      "2022-04-06",
      bills,
    ],
    ["midwives ask", { requester: "midwife" }, "2022-09-04", cannotBill, "2022-09-05", bills],
    ["midwives answer", { responder: "midwife" }, "2022-09-04", cannotAnswer, "2022-09-05", answers],
    ["nurses bill", { requester: "nurse" }, "2023-03-22", cannotBill, "2023-03-23", bills],
    [
      "advanced-practice nurses bill",
      { requester: "advanced-practice-nurse" },
      "2023-03-22",
      cannotBill,
      "2023-03-23",
      bills,
    ],
    [
      "physiotherapists bill",
      { requester: "physiotherapist" },
      "2024-02-21",
      cannotBill,
      "2024-02-22",
      bills,
    ],
    ["podiatrists bill", { requester: "podiatrist" }, "2024-03-06", cannotBill, "2024-03-07", bills],
    ["dentists answer for a home", ofStructure, "2025-01-31", cannotAnswer, "2025-02-01", answers],
    [
      "dentists answer a dentist",
      { ...oralCancer, responder: "dentist" },
      "2025-01-31",
      cannotAnswer,
      "2025-02-01",
      answers,
    ],
    ["dentists ask", oralCancer, "2025-01-31", cannotBill, "2025-02-01", bills],
    [
      "the fee rises",
      {},
      "2025-12-31",
      { responderFeeCents: 2000, requesterFeeCents: 1000 },
      "2026-01-01",
      { responderFeeCents: 2300, requesterFeeCents: 1000 },
    ],
    [
      "the overseas fee rises",
      { region: "overseas" },
      "2025-12-31",
      { responderFeeCents: 2400, requesterFeeCents: 1200 },
      "2026-01-01",
      { responderFeeCents: 2760, requesterFeeCents: 1200 },
    ],
    [
      "the midwives' fee rises",
      { responder: "midwife" },
      "2025-12-31",
      answers,
      "2026-01-01",
      { responderFeeCents: 2300 },
    ],
  ];

  it.each(rows)("%s: not on the day before, on the day itself", (_, change, before, then, on, now) => {
    expect(outcomeOn(before, change)).toMatchObject(then);
    expect(outcomeOn(on, change)).toMatchObject(now);
  });

  it("are all the days on which an edition or a rate begins", () => {
    const starts = teleExpertise.editions.map(({ inForceFrom }) => inForceFrom as string);
    const changes = Object.values(teleExpertise.rates).flatMap(({ rows: dated }) =>
      dated.map(({ from }) => from as string),
    );
    const days = new Set([...starts, ...changes].filter((day) => day !== "open"));
    expect([...days].sort()).toEqual([...new Set(rows.map(([, , , , on]) => on as string))].sort());
  });

  it.each<readonly [string, Profession]>([
    ["orthoptists", "orthoptist"],
    ["pharmacists", "pharmacist"],
    ["other professionals", "other-health-professional"],
  ])("bring no day for %s: they may ask and never bill", (_, requester) => {
    expect(outcomeOn("2026-11-21", { requester })).toMatchObject({ eligible: true, ...cannotBill });
  });
});
