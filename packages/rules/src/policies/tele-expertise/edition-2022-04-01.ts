import { defineEdition, minus, ref } from "../../language/index.js";
import {
  dentistsAgreement,
  faq,
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
import { vocabulary } from "./vocabulary.js";

/** One level, for every patient; requester and responder each bill an act of their own. */
export const teleExpertiseFrom20220401 = defineEdition(vocabulary, {
  inForceFrom: "2022-04-01",
  source: medicalAgreement9("tele-expertise"),
  tables: [
    {
      decides: "consentToObtain",
      id: "TE-6-to-tell",
      is: minus(
        ["reason", "responder-identity", "responder-specialty", "return-mode"],
        ref("consent.informedOf"),
      ),
      cites: [faq("information of the patient")],
    },
    {
      decides: "refusals",
      hitPolicy: "collect",
      cases: [
        {
          id: "TE-6-consent",
          when: { fact: "consent.given", operator: "equal", value: false },
          then: ["consent-missing"],
          cites: [faq("information of the patient")],
        },
        {
          id: "TE-6-information",
          when: { fact: "decision.consentToObtain", operator: "isEmpty", value: false },
          then: ["consent-information-incomplete"],
          cites: [faq("information of the patient")],
        },
        {
          id: "TE-5",
          when: { fact: "request.urgent", operator: "equal", value: true },
          then: ["urgent-request"],
          cites: [faq("urgency; guidance, not found in the agreements", "interpretation")],
        },
        {
          id: "TE-2",
          when: {
            fact: "request.channel",
            operator: "notIn",
            value: ["secure-health-messaging", "dedicated-platform"],
          },
          then: ["channel-not-secure"],
          cites: [faq("equipment and security")],
        },
        // Who asks is no reason any more: see the remark TE-7-everybody.
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
      id: "TE-11-level",
      onlyWhen: { fact: "decision.eligible", operator: "equal", value: true },
      is: "single",
      cites: [medicalAgreement9("end of the levels")],
    },

    {
      decides: "dentalCaseAllowsAnswer",
      is: {
        any: [
          { fact: "responder.profession", operator: "notEqual", value: "dentist" },
          {
            all: [
              { fact: "request.dentalCase", operator: "equal", value: "medico-social-resident" },
              { fact: "patient.knownToResponder", operator: "equal", value: true },
            ],
          },
          {
            all: [
              { fact: "request.dentalCase", operator: "equal", value: "oral-cancer-or-rare-disease" },
              { fact: "requester.profession", operator: "equal", value: "dentist" },
            ],
          },
        ],
      },
    },
    {
      decides: "responderBillingRefusals",
      hitPolicy: "collect",
      onlyWhen: { fact: "decision.eligible", operator: "equal", value: true },
      cases: [
        {
          id: "TE-14-responder",
          when: { fact: "rate.responderActsPerYear", operator: "equal", value: "none" },
          then: ["profession-cannot-bill"],
          cites: [medicalAgreement9("act TE2, who may bill it", "likely")],
        },
        {
          id: "TE-14-responder-dentist",
          when: {
            all: [
              { fact: "rate.responderActsPerYear", operator: "notEqual", value: "none" },
              { fact: "decision.dentalCaseAllowsAnswer", operator: "equal", value: false },
            ],
          },
          then: ["profession-cannot-bill"],
          cites: [
            dentistsAgreement("art. 9 (agreement, art. 58), the two cases"),
            dentistsAgreement("art. 9 (agreement, art. 58), patient known to the dentist", "likely"),
          ],
        },
        {
          id: "TE-8-responder",
          when: {
            all: [
              { fact: "decision.dentalCaseAllowsAnswer", operator: "equal", value: true },
              {
                fact: "usage.responderActs",
                operator: "greaterThanInclusive",
                value: ref("rate.responderActsPerYear"),
              },
            ],
          },
          then: ["annual-cap-reached"],
          cites: [
            medicalAgreement9(
              "act TE2, acts per year; counted per civil year, responder and patient",
              "interpretation",
            ),
            faq("number of acts per year", "interpretation"),
          ],
        },
        {
          id: "TE-17-centre-responder",
          when: { fact: "act.sameHealthCentre", operator: "equal", value: true },
          then: ["same-health-centre"],
          cites: [medicalAgreement9("two professionals of one health centre", "likely")],
        },
        {
          id: "TE-17-stay-responder",
          when: { fact: "patient.hospitalisedAtRequester", operator: "equal", value: true },
          then: ["hospital-stay"],
          cites: [medicalAgreement9("in-patient of the requesting hospital", "likely")],
        },
      ],
    },
    {
      decides: "responderAct",
      id: "TE-11-responder-act",
      onlyWhen: {
        all: [
          { fact: "decision.eligible", operator: "equal", value: true },
          { fact: "decision.responderBillingRefusals", operator: "isEmpty", value: true },
        ],
      },
      is: "TE2",
      cites: [medicalAgreement9("act TE2")],
    },
    {
      decides: "responderFeeCents",
      id: "TE-11-responder-fee",
      onlyWhen: { fact: "decision.responderAct", operator: "equal", value: "TE2" },
      is: ref("rate.answerFee"),
      cites: [medicalAgreement9("act TE2, fee")],
    },

    {
      decides: "dentalCaseAllowsRequest",
      is: {
        any: [
          { fact: "requester.profession", operator: "notEqual", value: "dentist" },
          { fact: "request.dentalCase", operator: "equal", value: "oral-cancer-or-rare-disease" },
        ],
      },
    },
    {
      decides: "requesterBillingRefusals",
      hitPolicy: "collect",
      onlyWhen: { fact: "decision.eligible", operator: "equal", value: true },
      cases: [
        {
          id: "TE-14-requester",
          when: { fact: "rate.requesterActsPerYear", operator: "equal", value: "none" },
          then: ["profession-cannot-bill"],
          cites: [medicalAgreement9("act RQD, who may bill it", "likely")],
        },
        {
          id: "TE-14-requester-dentist",
          when: {
            all: [
              { fact: "rate.requesterActsPerYear", operator: "notEqual", value: "none" },
              { fact: "decision.dentalCaseAllowsRequest", operator: "equal", value: false },
            ],
          },
          then: ["profession-cannot-bill"],
          cites: [dentistsAgreement("art. 9 (agreement, art. 58), dentist who asks")],
        },
        {
          id: "TE-8-requester",
          when: {
            all: [
              { fact: "decision.dentalCaseAllowsRequest", operator: "equal", value: true },
              {
                fact: "usage.requesterActs",
                operator: "greaterThanInclusive",
                value: ref("rate.requesterActsPerYear"),
              },
            ],
          },
          then: ["annual-cap-reached"],
          cites: [
            medicalAgreement9(
              "act RQD, acts per year; counted per civil year, requester and patient",
              "interpretation",
            ),
          ],
        },
        {
          id: "TE-17-centre-requester",
          when: { fact: "act.sameHealthCentre", operator: "equal", value: true },
          then: ["same-health-centre"],
          cites: [medicalAgreement9("two professionals of one health centre", "likely")],
        },
        {
          id: "TE-17-stay-requester",
          when: { fact: "patient.hospitalisedAtRequester", operator: "equal", value: true },
          then: ["hospital-stay"],
          cites: [medicalAgreement9("in-patient of the requesting hospital", "likely")],
        },
      ],
    },
    {
      decides: "requesterAct",
      id: "TE-11-requester-act",
      onlyWhen: {
        all: [
          { fact: "decision.eligible", operator: "equal", value: true },
          { fact: "decision.requesterBillingRefusals", operator: "isEmpty", value: true },
        ],
      },
      is: "RQD",
      cites: [medicalAgreement9("act RQD")],
    },
    {
      decides: "requesterFeeCents",
      id: "TE-11-requester-fee",
      onlyWhen: { fact: "decision.requesterAct", operator: "equal", value: "RQD" },
      is: ref("rate.requestFee"),
      cites: [medicalAgreement9("act RQD, fee")],
    },
    {
      decides: "requesterPayment",
      id: "TE-12-per-act",
      onlyWhen: { fact: "decision.requesterAct", operator: "equal", value: "RQD" },
      is: "per-act",
      cites: [medicalAgreement9("act RQD, billed by the requester")],
    },

    {
      decides: "billing",
      id: "TE-13",
      onlyWhen: {
        any: [
          { fact: "decision.responderAct", operator: "equal", value: "TE2" },
          { fact: "decision.requesterAct", operator: "equal", value: "RQD" },
        ],
      },
      is: ["third-party-payment", "fully-reimbursed", "no-extra-fee", "not-combinable"],
      cites: [faq("billing"), medicalAgreement9("third-party payment, no extra fee, no other act")],
    },
    {
      decides: "responderClaimIdentifiers",
      id: "TE-12-responder-claim",
      onlyWhen: { fact: "decision.responderAct", operator: "equal", value: "TE2" },
      is: ["requester-identifier", "patient-identifier"],
      cites: [medicalAgreement9("claim of the responder")],
    },
    {
      decides: "requesterClaimIdentifiers",
      id: "TE-12-requester-claim",
      onlyWhen: { fact: "decision.requesterAct", operator: "equal", value: "RQD" },
      is: ["responder-identifier", "patient-identifier"],
      cites: [medicalAgreement9("claim of the requester", "likely")],
    },
  ],
  remarks: [
    { id: "TE-1", cites: [faq("physicians concerned"), platformPage("who may practise tele-expertise")] },
    { id: "TE-3", cites: [medicalAgreement9("patients concerned"), faq("patients concerned")] },
    {
      id: "TE-7-everybody",
      cites: [publicHealthCode("art. R6316-1, version of 5 June 2021 (decree 2021-707)")],
    },
    { id: "TE-15", cites: [platformPage("asking for an opinion")] },
    { id: "TE-16", cites: [faq("reasons for an opinion"), platformPage("conditions")] },
    {
      id: "TE-11-code",
      about: "conflict",
      cites: [medicalAgreement6("act TE2 of level 2"), medicalAgreement9("act TE2")],
    },
    {
      id: "TE-12-who-bills",
      about: "conflict",
      cites: [faq("billing"), medicalAgreement9("act RQD, billed by the requester")],
    },
    {
      id: "TE-8-counting",
      about: "conflict",
      cites: [faq("number of acts per year"), medicalAgreement9("acts per year", "interpretation")],
    },
    {
      id: "TE-8-size",
      about: "conflict",
      cites: [
        faq("number of acts per year"),
        physiotherapistsAgreement("art. 2.3.2, acts per year"),
        midwivesAgreement("midwife who asks, acts per year", "likely"),
        podiatristsAgreement("act RQD, acts per year", "likely"),
      ],
    },
    {
      id: "TE-7-auxiliaries",
      about: "conflict",
      cites: [
        faq("between whom"),
        publicHealthCode("art. R6316-1, version of 5 June 2021 (decree 2021-707)"),
      ],
    },
    {
      id: "TE-5-guidance",
      about: "conflict",
      cites: [faq("urgency", "interpretation"), medicalAgreement9("tele-expertise", "interpretation")],
    },
    { id: "TE-3-start", about: "conflict", cites: [medicalAgreement9("start of the act TE2")] },
    {
      id: "TE-14-start-speech-therapists",
      about: "conflict",
      cites: [speechTherapistsAgreement("act RQD, start", "interpretation")],
    },
    { id: "TE-14-start-midwives", about: "conflict", cites: [midwivesAgreement("start", "likely")] },
    { id: "TE-14-start-nurses", about: "conflict", cites: [nursesAgreement("act RQD, start", "likely")] },
    {
      id: "TE-14-start-dentists",
      about: "conflict",
      cites: [dentistsAgreement("art. 9 (agreement, art. 58), start", "interpretation")],
    },
    {
      id: "TE-8-no-number",
      about: "gap",
      cites: [
        speechTherapistsAgreement("act RQD; no number of acts was found", "interpretation"),
        dentistsAgreement("art. 9 (agreement, art. 58); no number of acts was found", "interpretation"),
      ],
    },
    {
      id: "TE-8-year",
      about: "gap",
      cites: [
        medicalAgreement6("art. 28.6.2, acts per year", "interpretation"),
        medicalAgreement9("acts per year", "interpretation"),
      ],
    },
    {
      id: "TE-8-levels",
      about: "gap",
      cites: [
        faq("number of acts per year", "interpretation"),
        medicalAgreement9("act TE2, acts per year", "interpretation"),
      ],
    },
    {
      id: "TE-14-others",
      about: "gap",
      cites: [publicHealthCode("art. R6316-1, version of 5 June 2021 (decree 2021-707)", "likely")],
    },
    {
      id: "TE-14-dentist-resident",
      about: "gap",
      cites: [dentistsAgreement("art. 9 (agreement, art. 58), patient known to the dentist", "likely")],
    },
    {
      id: "TE-11-overseas",
      about: "gap",
      cites: [
        medicalAgreement9("act TE2, overseas fee", "likely"),
        medicalAgreement2024("act TE2, overseas fee", "likely"),
      ],
    },
    {
      id: "TE-17-sources",
      about: "gap",
      cites: [
        medicalAgreement9("two professionals of one health centre", "likely"),
        medicalAgreement9("in-patient of the requesting hospital", "likely"),
      ],
    },
    { id: "TE-8-volume", about: "gap", cites: [medicalAgreement9("share of remote acts", "likely")] },
    { id: "TE-12-answer-time", about: "gap", cites: [medicalAgreement9("time to answer", "likely")] },
    {
      id: "TE-14-reports",
      about: "gap",
      cites: [medicalAgreement6("art. 28.6", "likely"), medicalAgreement9("tele-expertise", "likely")],
    },
  ],
});
