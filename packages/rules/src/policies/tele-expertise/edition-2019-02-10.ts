import { defineEdition, ref } from "../../language/index.js";
import { faq, medicalAgreement6, medicalAgreement9, platformPage, publicHealthCode } from "./sources.js";
import { vocabulary } from "./vocabulary.js";

/** Two levels, for some patients only; the responder alone bills, and only among physicians. */
export const teleExpertiseFrom20190210 = defineEdition(vocabulary, {
  inForceFrom: "2019-02-10",
  source: medicalAgreement6("art. 28.6"),
  tables: [
    {
      decides: "refusals",
      hitPolicy: "collect",
      cases: [
        {
          id: "TE-4",
          when: {
            all: [
              { fact: "patient.longTermCondition", operator: "equal", value: false },
              { fact: "patient.rareDisease", operator: "equal", value: false },
              { fact: "patient.underservedArea", operator: "equal", value: false },
              { fact: "patient.medicoSocialResident", operator: "equal", value: false },
              { fact: "patient.detained", operator: "equal", value: false },
            ],
          },
          then: ["patient-category-not-eligible"],
          cites: [medicalAgreement6("patients concerned"), platformPage("patients concerned")],
        },
        {
          id: "TE-6-consent",
          when: { fact: "consent.given", operator: "equal", value: false },
          then: ["consent-missing"],
          cites: [medicalAgreement6("consent of the patient"), platformPage("conditions")],
        },
        {
          id: "TE-2",
          when: {
            fact: "request.channel",
            operator: "notIn",
            value: ["secure-health-messaging", "dedicated-platform"],
          },
          then: ["channel-not-secure"],
          cites: [medicalAgreement6("secured exchange"), faq("equipment and security")],
        },
        {
          id: "TE-7-requester",
          when: { fact: "requester.profession", operator: "notIn", value: ref("rate.entitledRequesters") },
          then: ["requester-not-entitled"],
          cites: [publicHealthCode("art. R6316-1, who may ask", "likely")],
        },
        {
          id: "TE-7-responder",
          when: {
            fact: "responder.profession",
            operator: "notIn",
            value: ["physician", "midwife", "dentist"],
          },
          then: ["responder-not-entitled"],
          cites: [publicHealthCode("art. R6316-1, who may answer")],
        },
      ],
    },
    {
      decides: "eligible",
      hitPolicy: "first",
      cases: [
        {
          id: "TE-1-refused",
          when: { fact: "decision.refusals", operator: "isEmpty", value: false },
          then: false,
        },
      ],
      otherwise: { id: "TE-1-eligible", then: true },
    },
    {
      decides: "level",
      hitPolicy: "first",
      onlyWhen: { fact: "decision.eligible", operator: "equal", value: true },
      cases: [
        {
          id: "TE-9-level-2",
          when: {
            all: [
              { fact: "patient.knownToResponder", operator: "equal", value: true },
              { fact: "request.complex", operator: "equal", value: true },
            ],
          },
          then: "2",
          cites: [platformPage("level 1 or 2"), medicalAgreement6("art. 28.6.2, level 2", "likely")],
        },
      ],
      otherwise: {
        id: "TE-9-level-1",
        then: "1",
        cites: [platformPage("level 1 or 2"), medicalAgreement6("art. 28.6.2, level 1", "likely")],
      },
    },
    {
      decides: "responderBillingRefusals",
      hitPolicy: "collect",
      onlyWhen: { fact: "decision.eligible", operator: "equal", value: true },
      cases: [
        {
          id: "TE-14-responder",
          when: { fact: "responder.profession", operator: "notEqual", value: "physician" },
          then: ["profession-cannot-bill"],
          cites: [medicalAgreement6("physician who answers")],
        },
        {
          id: "TE-8-level-1",
          when: {
            all: [
              { fact: "responder.profession", operator: "equal", value: "physician" },
              { fact: "decision.level", operator: "equal", value: "1" },
              {
                fact: "usage.responderLevel1Acts",
                operator: "greaterThanInclusive",
                value: ref("rate.level1ActsPerYear"),
              },
            ],
          },
          then: ["annual-cap-reached"],
          cites: [medicalAgreement6("art. 28.6.2, acts per year; counted per civil year", "interpretation")],
        },
        {
          id: "TE-8-level-2",
          when: {
            all: [
              { fact: "responder.profession", operator: "equal", value: "physician" },
              { fact: "decision.level", operator: "equal", value: "2" },
              {
                fact: "usage.responderLevel2Acts",
                operator: "greaterThanInclusive",
                value: ref("rate.level2ActsPerYear"),
              },
            ],
          },
          then: ["annual-cap-reached"],
          cites: [medicalAgreement6("art. 28.6.2, acts per year; counted per civil year", "interpretation")],
        },
      ],
    },
    {
      decides: "requesterBillingRefusals",
      hitPolicy: "collect",
      onlyWhen: { fact: "decision.eligible", operator: "equal", value: true },
      cases: [
        {
          id: "TE-14-requester",
          when: { fact: "requester.profession", operator: "notEqual", value: "physician" },
          then: ["profession-cannot-bill"],
          cites: [medicalAgreement6("physician who asks")],
        },
      ],
    },
    // One claim pays both, so a reason against either pays neither.
    {
      decides: ["responderAct", "responderFeeCents", "requesterFeeCents"],
      hitPolicy: "first",
      onlyWhen: {
        all: [
          { fact: "decision.eligible", operator: "equal", value: true },
          { fact: "decision.responderBillingRefusals", operator: "isEmpty", value: true },
          { fact: "decision.requesterBillingRefusals", operator: "isEmpty", value: true },
        ],
      },
      cases: [
        {
          id: "TE-10-level-2",
          when: { fact: "decision.level", operator: "equal", value: "2" },
          then: {
            responderAct: "TE2",
            responderFeeCents: ref("rate.level2AnswerFee"),
            requesterFeeCents: ref("rate.level2RequestFee"),
          },
          cites: [medicalAgreement6("act TE2 of level 2"), platformPage("fees")],
        },
      ],
      otherwise: {
        id: "TE-10-level-1",
        then: {
          responderAct: "TE1",
          responderFeeCents: ref("rate.level1AnswerFee"),
          requesterFeeCents: ref("rate.level1RequestFee"),
        },
        cites: [medicalAgreement6("act TE1"), platformPage("fees")],
      },
    },
    {
      decides: "requesterPayment",
      id: "TE-12-lump-sum",
      onlyWhen: { fact: "decision.responderAct", operator: "notEqual", value: "none" },
      is: "annual-lump-sum",
      cites: [medicalAgreement6("lump sum of the requester"), platformPage("billing")],
    },
    {
      decides: "billing",
      id: "TE-13",
      onlyWhen: { fact: "decision.responderAct", operator: "notEqual", value: "none" },
      is: ["third-party-payment", "fully-reimbursed", "no-extra-fee", "not-combinable"],
      cites: [
        medicalAgreement6("third-party payment, full reimbursement, no extra fee"),
        medicalAgreement6(
          "not combined with another act: stated for the years since 2022 only",
          "interpretation",
        ),
      ],
    },
    {
      decides: "responderClaimIdentifiers",
      id: "TE-12-responder-claim",
      onlyWhen: { fact: "decision.responderAct", operator: "notEqual", value: "none" },
      is: ["requester-identifier", "patient-identifier"],
      cites: [platformPage("billing"), medicalAgreement6("claim of the responder")],
    },
  ],
  remarks: [
    { id: "TE-1", cites: [platformPage("who may practise tele-expertise"), faq("physicians concerned")] },
    { id: "TE-12-ceiling", cites: [medicalAgreement6("lump sum of the requester, yearly ceiling")] },
    { id: "TE-15", cites: [platformPage("asking for an opinion")] },
    { id: "TE-16", cites: [platformPage("conditions"), faq("reasons for an opinion")] },
    {
      id: "TE-3-opening",
      about: "conflict",
      cites: [platformPage("patients concerned"), medicalAgreement9("patients concerned")],
    },
    {
      id: "TE-9-both",
      about: "conflict",
      cites: [platformPage("level 1 or 2"), medicalAgreement6("art. 28.6.2, level 2", "likely")],
    },
    {
      id: "TE-11-code",
      about: "conflict",
      cites: [medicalAgreement6("act TE2 of level 2"), medicalAgreement9("act TE2")],
    },
    {
      id: "TE-10-overseas",
      about: "gap",
      cites: [medicalAgreement6("act TE1, fee; no overseas amount was found", "interpretation")],
    },
    {
      id: "TE-6-before",
      about: "gap",
      cites: [
        medicalAgreement6("consent of the patient", "likely"),
        faq("information of the patient", "likely"),
      ],
    },
    {
      id: "TE-13-before",
      about: "gap",
      cites: [
        medicalAgreement6(
          "not combined with another act: stated for the years since 2022 only",
          "interpretation",
        ),
      ],
    },
    {
      id: "TE-17-before",
      about: "gap",
      cites: [medicalAgreement9("two professionals of one health centre", "interpretation")],
    },
    { id: "TE-4-epidemic", about: "gap", cites: [medicalAgreement6("patients concerned", "interpretation")] },
    {
      id: "TE-8-year",
      about: "gap",
      cites: [
        medicalAgreement6("art. 28.6.2, acts per year", "interpretation"),
        medicalAgreement9("acts per year", "interpretation"),
      ],
    },
    {
      id: "TE-14-reports",
      about: "gap",
      cites: [medicalAgreement6("art. 28.6", "likely"), medicalAgreement9("tele-expertise", "likely")],
    },
  ],
});
