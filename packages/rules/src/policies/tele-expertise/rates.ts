import { amount, integer, setOf } from "../../language/index.js";
import { facts } from "./facts.js";
import {
  dentistsAgreement,
  medicalAgreement2024,
  medicalAgreement6,
  medicalAgreement9,
  midwivesAgreement,
  nursesAgreement,
  physiotherapistsAgreement,
  platformPage,
  podiatristsAgreement,
  publicHealthCode,
  speechTherapistsAgreement,
} from "./sources.js";

export const rates = {
  /** Who may ask for an opinion. Read before 2022-04-01; since then the answer is everybody, and no table asks. */
  entitledRequesters: setOf(facts.requester.profession.values, {
    label: "professions that may ask for an opinion",
    rows: [
      {
        from: "2019-02-10",
        value: ["physician", "midwife", "dentist"],
        cites: [publicHealthCode("art. R6316-1, version of 22 October 2010", "likely")],
      },
      {
        from: "2021-06-05",
        value: [
          "physician",
          "midwife",
          "dentist",
          "speech-therapist",
          "nurse",
          "advanced-practice-nurse",
          "physiotherapist",
          "podiatrist",
          "orthoptist",
          "pharmacist",
          "other-health-professional",
        ],
        cites: [publicHealthCode("art. R6316-1, version of 5 June 2021 (decree 2021-707)")],
      },
    ],
  }),

  /** Level 1, before 2022-04-01: what the responder bills. */
  level1AnswerFee: amount("EUR", {
    label: "fee of the responder, level 1",
    by: ["act.region"],
    rows: [
      {
        for: ["metropolitan"],
        from: "2019-02-10",
        value: 1200,
        cites: [medicalAgreement6("act TE1, fee"), platformPage("fees")],
      },
      {
        for: ["overseas"],
        from: "2019-02-10",
        value: 1200,
        cites: [medicalAgreement6("act TE1, fee; no overseas amount was found", "interpretation")],
      },
    ],
  }),
  /** Level 1, before 2022-04-01: what counts towards the requester's yearly lump sum. */
  level1RequestFee: amount("EUR", {
    label: "share of the requester, level 1",
    by: ["act.region"],
    rows: [
      {
        for: ["metropolitan"],
        from: "2019-02-10",
        value: 500,
        cites: [medicalAgreement6("lump sum of the requester, level 1"), platformPage("fees")],
      },
      {
        for: ["overseas"],
        from: "2019-02-10",
        value: 500,
        cites: [
          medicalAgreement6(
            "lump sum of the requester, level 1; no overseas amount was found",
            "interpretation",
          ),
        ],
      },
    ],
  }),
  /** Level 2, before 2022-04-01: what the responder bills. */
  level2AnswerFee: amount("EUR", {
    label: "fee of the responder, level 2",
    by: ["act.region"],
    rows: [
      {
        for: ["metropolitan"],
        from: "2019-02-10",
        value: 2000,
        cites: [medicalAgreement6("act TE2 of level 2, fee"), platformPage("fees")],
      },
      {
        for: ["overseas"],
        from: "2019-02-10",
        value: 2000,
        cites: [medicalAgreement6("act TE2 of level 2, fee; no overseas amount was found", "interpretation")],
      },
    ],
  }),
  /** Level 2, before 2022-04-01: what counts towards the requester's yearly lump sum. */
  level2RequestFee: amount("EUR", {
    label: "share of the requester, level 2",
    by: ["act.region"],
    rows: [
      {
        for: ["metropolitan"],
        from: "2019-02-10",
        value: 1000,
        cites: [medicalAgreement6("lump sum of the requester, level 2"), platformPage("fees")],
      },
      {
        for: ["overseas"],
        from: "2019-02-10",
        value: 1000,
        cites: [
          medicalAgreement6(
            "lump sum of the requester, level 2; no overseas amount was found",
            "interpretation",
          ),
        ],
      },
    ],
  }),
  /** The most a requester is paid for a whole year before 2022-04-01. No table reads it: it limits a year, not an act. */
  yearlyLumpSumCeiling: amount("EUR", {
    label: "ceiling of the requester's yearly lump sum",
    rows: [
      {
        from: "2019-02-10",
        value: 50000,
        cites: [medicalAgreement6("lump sum of the requester, yearly ceiling")],
      },
    ],
  }),

  /** The single act since 2022-04-01: what the responder bills. */
  answerFee: amount("EUR", {
    label: "fee of the responder",
    by: ["act.region"],
    rows: [
      { for: ["metropolitan"], from: "2022-04-01", value: 2000, cites: [medicalAgreement9("act TE2, fee")] },
      {
        for: ["metropolitan"],
        from: "2026-01-01",
        value: 2300,
        cites: [medicalAgreement2024("act TE2, fee")],
      },
      {
        for: ["overseas"],
        from: "2022-04-01",
        value: 2400,
        cites: [medicalAgreement9("act TE2, overseas fee", "likely")],
      },
      {
        for: ["overseas"],
        from: "2026-01-01",
        value: 2760,
        cites: [medicalAgreement2024("act TE2, overseas fee", "likely")],
      },
    ],
  }),
  /** The single act since 2022-04-01: what the requester bills. */
  requestFee: amount("EUR", {
    label: "fee of the requester",
    by: ["act.region"],
    rows: [
      { for: ["metropolitan"], from: "2022-04-01", value: 1000, cites: [medicalAgreement9("act RQD, fee")] },
      {
        for: ["overseas"],
        from: "2022-04-01",
        value: 1200,
        cites: [medicalAgreement9("act RQD, overseas fee", "likely")],
      },
    ],
  }),

  /** Level-1 opinions one responder may bill for one patient in a civil year, before 2022-04-01. */
  level1ActsPerYear: integer({
    label: "level-1 opinions per year, responder and patient",
    rows: [
      {
        from: "2019-02-10",
        value: 4,
        cites: [medicalAgreement6("art. 28.6.2, acts per year, level 1", "likely")],
      },
    ],
  }),
  /** Level-2 opinions one responder may bill for one patient in a civil year, before 2022-04-01. */
  level2ActsPerYear: integer({
    label: "level-2 opinions per year, responder and patient",
    rows: [
      {
        from: "2019-02-10",
        value: 2,
        cites: [medicalAgreement6("art. 28.6.2, acts per year, level 2", "likely")],
      },
    ],
  }),

  /** Opinions one responder may bill for one patient in a civil year; none: the profession cannot bill an opinion. */
  responderActsPerYear: integer({
    label: "opinions per year, responder and patient",
    orNone: true,
    by: ["responder.profession"],
    rows: [
      { from: "2022-04-01", value: "none", cites: [medicalAgreement9("act TE2, who may bill it", "likely")] },
      {
        for: ["physician"],
        from: "2022-04-01",
        value: 4,
        cites: [medicalAgreement9("act TE2, acts per year", "likely")],
      },
      {
        for: ["midwife"],
        from: "2022-09-05",
        value: 2,
        cites: [midwivesAgreement("midwife who answers, acts per year", "likely")],
      },
      {
        for: ["dentist"],
        from: "2025-02-01",
        value: 4,
        cites: [
          dentistsAgreement("art. 9 (agreement, art. 58); no number of acts was found", "interpretation"),
        ],
      },
    ],
  }),
  /** Requests one requester may bill for one patient in a civil year; none: the profession cannot bill a request. */
  requesterActsPerYear: integer({
    label: "requests per year, requester and patient",
    orNone: true,
    by: ["requester.profession"],
    rows: [
      { from: "2022-04-01", value: "none", cites: [medicalAgreement9("act RQD, who may bill it", "likely")] },
      {
        for: ["physician"],
        from: "2022-04-01",
        value: 4,
        cites: [medicalAgreement9("act RQD, acts per year", "likely")],
      },
      {
        for: ["speech-therapist"],
        from: "2022-04-06",
        value: 4,
        cites: [
          speechTherapistsAgreement(
            "act RQD; the day is likely, no number of acts was found",
            "interpretation",
          ),
        ],
      },
      {
        for: ["midwife"],
        from: "2022-09-05",
        value: 2,
        cites: [midwivesAgreement("midwife who asks, acts per year", "likely")],
      },
      {
        for: ["nurse"],
        from: "2023-03-23",
        value: 4,
        cites: [nursesAgreement("act RQD, acts per year", "likely")],
      },
      {
        for: ["advanced-practice-nurse"],
        from: "2023-03-23",
        value: 4,
        cites: [nursesAgreement("act RQD, acts per year", "likely")],
      },
      {
        for: ["physiotherapist"],
        from: "2024-02-22",
        value: 2,
        cites: [physiotherapistsAgreement("art. 2.3.2, acts per year")],
      },
      {
        for: ["podiatrist"],
        from: "2024-03-07",
        value: 2,
        cites: [podiatristsAgreement("act RQD, acts per year", "likely")],
      },
      {
        for: ["dentist"],
        from: "2025-02-01",
        value: 4,
        cites: [
          dentistsAgreement("art. 9 (agreement, art. 58); no number of acts was found", "interpretation"),
        ],
      },
    ],
  }),
};
