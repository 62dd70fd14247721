import { defineExamples, type FactsOf, type OutcomeOfPolicy } from "../../language/index.js";
import { teleExpertise } from "./policy.js";

type Facts = FactsOf<typeof teleExpertise>;

const act = { on: "2024-06-03", region: "metropolitan", sameHealthCentre: false } satisfies Facts["act"];

const patient = {
  longTermCondition: false,
  rareDisease: false,
  underservedArea: false,
  medicoSocialResident: false,
  detained: false,
  hospitalisedAtRequester: false,
  knownToResponder: false,
} satisfies Facts["patient"];

const consent = {
  given: true,
  informedOf: ["reason", "responder-identity", "responder-specialty", "return-mode"],
} satisfies Facts["consent"];

const request = {
  urgent: false,
  channel: "dedicated-platform",
  complex: false,
  dentalCase: "none",
} satisfies Facts["request"];

const usage = {
  responderLevel1Acts: 0,
  responderLevel2Acts: 0,
  responderActs: 0,
  requesterActs: 0,
} satisfies Facts["usage"];

// The ordinary opinion of today: one physician asks another, and nothing stands against it. Each example changes one thing.
const today = {
  act,
  requester: { profession: "physician" },
  responder: { profession: "physician" },
  patient,
  consent,
  request,
  usage,
} satisfies Facts;

// The ordinary opinion of the first years: the same, for a patient with a long-term condition.
const before2022 = {
  ...today,
  act: { ...act, on: "2020-09-14" },
  patient: { ...patient, longTermCondition: true },
} satisfies Facts;

const knownAndComplex = {
  ...before2022,
  patient: { ...before2022.patient, knownToResponder: true },
  request: { ...request, complex: true },
} satisfies Facts;

// A dentist asks about a suspected oral cancer, in the first year of the dentists' agreement.
const oralCancer = {
  ...today,
  act: { ...act, on: "2025-03-10" },
  requester: { profession: "dentist" },
  request: { ...request, dentalCase: "oral-cancer-or-rare-disease" },
} satisfies Facts;

const everyCondition = [
  "third-party-payment",
  "fully-reimbursed",
  "no-extra-fee",
  "not-combinable",
] satisfies OutcomeOfPolicy<typeof teleExpertise>["billing"];

// Who could ask before 5 June 2021, and who may since.
const askedEarly = ["midwife", "dentist"] as const;
const askedLater = [
  ...askedEarly,
  "speech-therapist",
  "nurse",
  "advanced-practice-nurse",
  "physiotherapist",
  "podiatrist",
  "orthoptist",
  "other-health-professional",
] as const;

export const teleExpertiseExamples = defineExamples(teleExpertise, [
  {
    shows: "One physician asks another, nothing stands against the opinion, and each of them bills an act.",
    facts: today,
    expect: {
      refusals: [],
      eligible: true,
      responderAct: "TE2",
      responderFeeCents: 2000,
      requesterAct: "RQD",
      requesterFeeCents: 1000,
    },
    cases: ["TE-1-eligible", "TE-11-level"],
  },

  // The days on which the rules change.
  {
    shows: "The day before cover starts, nothing is asked and nothing is paid.",
    facts: { ...before2022, act: { ...act, on: "2019-02-09" } },
    expect: {
      refusals: ["not-covered-yet"],
      consentToObtain: [],
      eligible: false,
      level: "none",
      responderAct: "none",
      responderFeeCents: 0,
      requesterAct: "none",
      requesterFeeCents: 0,
      requesterPayment: "none",
      responderBillingRefusals: [],
      requesterBillingRefusals: [],
      billing: [],
      responderClaimIdentifiers: [],
      requesterClaimIdentifiers: [],
    },
    cases: ["TE-0"],
  },
  {
    shows:
      "On the first day of cover, the responder bills level 1 and the requester shares in the yearly lump sum.",
    facts: { ...before2022, act: { ...act, on: "2019-02-10" } },
    expect: {
      refusals: [],
      eligible: true,
      level: "1",
      responderAct: "TE1",
      responderFeeCents: 1200,
      requesterAct: "none",
      requesterFeeCents: 500,
      requesterPayment: "annual-lump-sum",
      billing: everyCondition,
      responderClaimIdentifiers: ["requester-identifier", "patient-identifier"],
      requesterClaimIdentifiers: [],
    },
    cases: [
      "TE-1-eligible",
      "TE-9-level-1",
      "TE-10-level-1",
      "TE-12-lump-sum",
      "TE-13",
      "TE-12-responder-claim",
    ],
  },
  {
    shows: "On the last day of the two levels, a patient outside the listed groups is not covered.",
    facts: { ...today, act: { ...act, on: "2022-03-31" } },
    expect: {
      refusals: ["patient-category-not-eligible"],
      eligible: false,
      level: "none",
      responderAct: "none",
    },
    cases: ["TE-4", "TE-1-refused"],
  },
  {
    shows: "From 1 April 2022 every patient is covered, and each side bills its own act.",
    facts: { ...today, act: { ...act, on: "2022-04-01" } },
    expect: {
      refusals: [],
      consentToObtain: [],
      eligible: true,
      level: "single",
      responderAct: "TE2",
      responderFeeCents: 2000,
      requesterAct: "RQD",
      requesterFeeCents: 1000,
      requesterPayment: "per-act",
      billing: everyCondition,
      responderClaimIdentifiers: ["requester-identifier", "patient-identifier"],
      requesterClaimIdentifiers: ["responder-identifier", "patient-identifier"],
    },
    cases: [
      "TE-11-level",
      "TE-11-responder-act",
      "TE-11-responder-fee",
      "TE-11-requester-act",
      "TE-11-requester-fee",
      "TE-12-per-act",
      "TE-13",
      "TE-12-responder-claim",
      "TE-12-requester-claim",
    ],
  },

  // Patients, before 2022-04-01: each group is enough on its own.
  {
    shows: "A rare disease was enough before 1 April 2022.",
    facts: { ...before2022, patient: { ...patient, rareDisease: true } },
    expect: { refusals: [], eligible: true },
  },
  {
    shows: "Living in an underserved area was enough before 1 April 2022.",
    facts: { ...before2022, patient: { ...patient, underservedArea: true } },
    expect: { refusals: [], eligible: true },
  },
  {
    shows: "Living in a medico-social home was enough before 1 April 2022.",
    facts: { ...before2022, patient: { ...patient, medicoSocialResident: true } },
    expect: { refusals: [], eligible: true },
  },
  {
    shows: "Being detained was enough before 1 April 2022.",
    facts: { ...before2022, patient: { ...patient, detained: true } },
    expect: { refusals: [], eligible: true },
  },

  // Consent, urgency, channel.
  {
    shows: "Consent was needed from the first day on.",
    facts: { ...before2022, consent: { ...consent, given: false } },
    expect: { refusals: ["consent-missing"], eligible: false },
    cases: ["TE-6-consent"],
  },
  {
    shows: "Before 1 April 2022 neither the information of the patient nor urgency was a condition.",
    facts: { ...before2022, consent: { given: true, informedOf: [] }, request: { ...request, urgent: true } },
    expect: { refusals: [], consentToObtain: [], eligible: true },
  },
  {
    shows: "One point not told to the patient is enough to refuse.",
    facts: {
      ...today,
      consent: { ...consent, informedOf: ["reason", "responder-identity", "responder-specialty"] },
    },
    expect: {
      refusals: ["consent-information-incomplete"],
      consentToObtain: ["return-mode"],
      eligible: false,
    },
    cases: ["TE-6-information", "TE-6-to-tell"],
  },
  {
    shows: "A patient who was asked nothing has everything still to be told.",
    facts: { ...today, consent: { given: false, informedOf: [] } },
    expect: {
      refusals: ["consent-missing", "consent-information-incomplete"],
      consentToObtain: ["reason", "responder-identity", "responder-specialty", "return-mode"],
    },
    cases: ["TE-6-consent", "TE-6-information", "TE-6-to-tell"],
  },
  {
    shows: "A patient who was told everything and did not consent has nothing left to be told.",
    facts: { ...today, consent: { ...consent, given: false } },
    expect: { refusals: ["consent-missing"], consentToObtain: [], eligible: false },
    cases: ["TE-6-consent"],
  },
  {
    shows: "An urgent request is no tele-expertise.",
    facts: { ...today, request: { ...request, urgent: true } },
    expect: { refusals: ["urgent-request"], eligible: false },
    cases: ["TE-5"],
  },
  {
    shows: "Ordinary email cannot carry the exchange, and nothing is paid.",
    facts: { ...today, request: { ...request, channel: "ordinary-email" } },
    expect: {
      refusals: ["channel-not-secure"],
      eligible: false,
      responderFeeCents: 0,
      requesterFeeCents: 0,
      billing: [],
    },
    cases: ["TE-2", "TE-1-refused"],
  },
  {
    shows: "A phone call alone could not carry the exchange before 1 April 2022 either.",
    facts: { ...before2022, request: { ...request, channel: "phone" } },
    expect: { refusals: ["channel-not-secure"], eligible: false },
    cases: ["TE-2"],
  },
  {
    shows: "Secure health messaging serves as well as a dedicated platform.",
    facts: { ...today, request: { ...request, channel: "secure-health-messaging" } },
    expect: { refusals: [], eligible: true },
  },
  {
    shows: "All that stands against the opinion is named, not only the first reason.",
    facts: {
      ...today,
      responder: { profession: "nurse" },
      consent: { given: false, informedOf: ["reason"] },
      request: { ...request, urgent: true, channel: "other" },
    },
    expect: {
      refusals: [
        "consent-missing",
        "consent-information-incomplete",
        "urgent-request",
        "channel-not-secure",
        "responder-not-entitled",
      ],
      consentToObtain: ["responder-identity", "responder-specialty", "return-mode"],
    },
  },
  {
    shows: "An unsecured channel settles the answer while all else is still unknown.",
    facts: { act: { on: "2024-06-03" }, request: { channel: "ordinary-email" } },
    expect: {
      eligible: false,
      level: "none",
      responderAct: "none",
      responderFeeCents: 0,
      requesterFeeCents: 0,
    },
    cases: ["TE-1-refused"],
  },

  // Who may ask, who may answer.
  {
    shows: "Until 4 June 2021 a pharmacist could not ask.",
    facts: { ...before2022, act: { ...act, on: "2021-06-04" }, requester: { profession: "pharmacist" } },
    expect: { refusals: ["requester-not-entitled"], eligible: false },
    cases: ["TE-7-requester"],
  },
  ...askedEarly.map((profession) => ({
    shows: `Until 4 June 2021 a ${profession} could ask.`,
    facts: { ...before2022, act: { ...act, on: "2021-06-04" }, requester: { profession } } satisfies Facts,
    expect: { refusals: [], eligible: true },
  })),
  ...askedLater.map((profession) => ({
    shows: `From 5 June 2021 one more profession may ask, or may still: ${profession.replaceAll("-", " ")}.`,
    facts: { ...before2022, act: { ...act, on: "2021-06-05" }, requester: { profession } } satisfies Facts,
    expect: { refusals: [], eligible: true },
  })),
  {
    shows: "From 5 June 2021 a pharmacist may ask, and nobody is paid for it.",
    facts: { ...before2022, act: { ...act, on: "2021-06-05" }, requester: { profession: "pharmacist" } },
    expect: {
      refusals: [],
      eligible: true,
      level: "1",
      responderBillingRefusals: [],
      requesterBillingRefusals: ["profession-cannot-bill"],
      responderAct: "none",
      responderFeeCents: 0,
      requesterFeeCents: 0,
      requesterPayment: "none",
      billing: [],
      responderClaimIdentifiers: [],
    },
    cases: ["TE-14-requester"],
  },
  {
    shows: "A nurse could not answer before 1 April 2022.",
    facts: { ...before2022, responder: { profession: "nurse" } },
    expect: { refusals: ["responder-not-entitled"], eligible: false },
    cases: ["TE-7-responder"],
  },
  {
    shows: "A midwife could answer before 1 April 2022, and nobody was paid for it.",
    facts: { ...before2022, responder: { profession: "midwife" } },
    expect: {
      eligible: true,
      responderBillingRefusals: ["profession-cannot-bill"],
      requesterBillingRefusals: [],
      responderAct: "none",
      requesterFeeCents: 0,
      requesterPayment: "none",
    },
    cases: ["TE-14-responder"],
  },
  {
    shows: "A pharmacist may not answer today.",
    facts: { ...today, responder: { profession: "pharmacist" } },
    expect: { refusals: ["responder-not-entitled"], eligible: false },
    cases: ["TE-7-responder"],
  },
  {
    shows: "A request that its requester cannot bill leaves the responder's act untouched.",
    facts: { ...today, requester: { profession: "orthoptist" } },
    expect: {
      eligible: true,
      responderAct: "TE2",
      responderFeeCents: 2000,
      requesterBillingRefusals: ["profession-cannot-bill"],
      requesterAct: "none",
      requesterFeeCents: 0,
      requesterPayment: "none",
      billing: everyCondition,
      requesterClaimIdentifiers: [],
    },
    cases: ["TE-14-requester"],
  },

  // Levels, before 2022-04-01.
  {
    shows: "A complex request about a patient the responder knows is level 2.",
    facts: knownAndComplex,
    expect: { level: "2", responderAct: "TE2", responderFeeCents: 2000, requesterFeeCents: 1000 },
    cases: ["TE-9-level-2", "TE-10-level-2"],
  },
  {
    shows: "A complex request about a patient the responder does not know is level 1.",
    facts: { ...knownAndComplex, patient: before2022.patient },
    expect: { level: "1", responderAct: "TE1" },
    cases: ["TE-9-level-1", "TE-10-level-1"],
  },
  {
    shows: "A simple request about a patient the responder knows is level 1.",
    facts: { ...knownAndComplex, request },
    expect: { level: "1", responderAct: "TE1" },
    cases: ["TE-9-level-1"],
  },
  {
    shows: "Overseas, the mainland fees of the two levels are used, because no others were found.",
    facts: { ...before2022, act: { ...before2022.act, region: "overseas" } },
    expect: { responderFeeCents: 1200, requesterFeeCents: 500 },
    cases: ["TE-10-level-1"],
  },

  // Acts per year, before 2022-04-01.
  {
    shows: "With three level-1 opinions billed, a fourth is still paid.",
    facts: { ...before2022, usage: { ...usage, responderLevel1Acts: 3 } },
    expect: { responderBillingRefusals: [], responderAct: "TE1" },
  },
  {
    shows: "With four level-1 opinions billed, neither side is paid for a fifth.",
    facts: { ...before2022, usage: { ...usage, responderLevel1Acts: 4 } },
    expect: {
      eligible: true,
      level: "1",
      responderBillingRefusals: ["annual-cap-reached"],
      responderAct: "none",
      responderFeeCents: 0,
      requesterFeeCents: 0,
      requesterPayment: "none",
    },
    cases: ["TE-8-level-1"],
  },
  {
    shows: "With five level-1 opinions billed, the limit stays reached.",
    facts: { ...before2022, usage: { ...usage, responderLevel1Acts: 5 } },
    expect: { responderBillingRefusals: ["annual-cap-reached"] },
    cases: ["TE-8-level-1"],
  },
  {
    shows: "With one level-2 opinion billed, a second is still paid.",
    facts: { ...knownAndComplex, usage: { ...usage, responderLevel2Acts: 1 } },
    expect: { responderBillingRefusals: [], responderAct: "TE2" },
  },
  {
    shows: "With two level-2 opinions billed, neither side is paid for a third.",
    facts: { ...knownAndComplex, usage: { ...usage, responderLevel2Acts: 2 } },
    expect: { responderBillingRefusals: ["annual-cap-reached"], responderAct: "none", requesterFeeCents: 0 },
    cases: ["TE-8-level-2"],
  },
  {
    shows: "With three level-2 opinions billed, the limit stays reached.",
    facts: { ...knownAndComplex, usage: { ...usage, responderLevel2Acts: 3 } },
    expect: { responderBillingRefusals: ["annual-cap-reached"] },
    cases: ["TE-8-level-2"],
  },
  {
    shows: "The two levels are counted apart: four level-1 opinions leave level 2 open.",
    facts: { ...knownAndComplex, usage: { ...usage, responderLevel1Acts: 4 } },
    expect: { responderBillingRefusals: [], responderAct: "TE2" },
  },

  // Acts per year, since 2022-04-01.
  {
    shows: "With three opinions billed, a physician's fourth is still paid.",
    facts: { ...today, usage: { ...usage, responderActs: 3 } },
    expect: { responderBillingRefusals: [], responderAct: "TE2" },
  },
  {
    shows:
      "With four opinions billed, the responder is not paid for a fifth; the requester is paid all the same.",
    facts: { ...today, usage: { ...usage, responderActs: 4 } },
    expect: {
      responderBillingRefusals: ["annual-cap-reached"],
      responderAct: "none",
      responderFeeCents: 0,
      responderClaimIdentifiers: [],
      requesterBillingRefusals: [],
      requesterAct: "RQD",
      billing: everyCondition,
    },
    cases: ["TE-8-responder"],
  },
  {
    shows: "With five opinions billed, the limit stays reached.",
    facts: { ...today, usage: { ...usage, responderActs: 5 } },
    expect: { responderBillingRefusals: ["annual-cap-reached"] },
    cases: ["TE-8-responder"],
  },
  {
    shows: "With three requests billed, a physician's fourth is still paid.",
    facts: { ...today, usage: { ...usage, requesterActs: 3 } },
    expect: { requesterBillingRefusals: [], requesterAct: "RQD" },
  },
  {
    shows:
      "With four requests billed, the requester is not paid for a fifth; the responder is paid all the same.",
    facts: { ...today, usage: { ...usage, requesterActs: 4 } },
    expect: {
      requesterBillingRefusals: ["annual-cap-reached"],
      requesterAct: "none",
      requesterFeeCents: 0,
      requesterPayment: "none",
      requesterClaimIdentifiers: [],
      responderBillingRefusals: [],
      responderAct: "TE2",
    },
    cases: ["TE-8-requester"],
  },
  {
    shows: "With five requests billed, the limit stays reached.",
    facts: { ...today, usage: { ...usage, requesterActs: 5 } },
    expect: { requesterBillingRefusals: ["annual-cap-reached"] },
    cases: ["TE-8-requester"],
  },
  {
    shows: "With both limits reached nobody is paid, and there is nothing to bill.",
    facts: { ...today, usage: { ...usage, responderActs: 4, requesterActs: 4 } },
    expect: { eligible: true, level: "single", responderAct: "none", requesterAct: "none", billing: [] },
    cases: ["TE-8-responder", "TE-8-requester"],
  },

  // Fees, since 2022-04-01.
  {
    shows: "On the last day of 2025 the responder is paid the old fee.",
    facts: { ...today, act: { ...act, on: "2025-12-31" } },
    expect: { responderFeeCents: 2000, requesterFeeCents: 1000 },
    cases: ["TE-11-responder-fee"],
  },
  {
    shows: "From 2026 the responder's fee is higher; the requester's is unchanged.",
    facts: { ...today, act: { ...act, on: "2026-01-01" } },
    expect: { responderFeeCents: 2300, requesterFeeCents: 1000 },
    cases: ["TE-11-responder-fee", "TE-11-requester-fee"],
  },
  {
    shows: "Overseas, both fees are higher until the end of 2025.",
    facts: { ...today, act: { ...act, on: "2025-12-31", region: "overseas" } },
    expect: { responderFeeCents: 2400, requesterFeeCents: 1200 },
  },
  {
    shows: "Overseas, the responder's fee rises in 2026 as well.",
    facts: { ...today, act: { ...act, on: "2026-01-01", region: "overseas" } },
    expect: { responderFeeCents: 2760, requesterFeeCents: 1200 },
  },

  // The other professions, each on the day before and on its first day.
  {
    shows: "Until 5 April 2022 a speech therapist's request cannot be billed.",
    facts: { ...today, act: { ...act, on: "2022-04-05" }, requester: { profession: "speech-therapist" } },
    expect: { requesterBillingRefusals: ["profession-cannot-bill"], requesterAct: "none" },
    cases: ["TE-14-requester"],
  },
  {
    shows: "From 6 April 2022 a speech therapist bills the request.",
    facts: { ...today, act: { ...act, on: "2022-04-06" }, requester: { profession: "speech-therapist" } },
    expect: { requesterBillingRefusals: [], requesterAct: "RQD", requesterFeeCents: 1000 },
  },
  {
    shows: "A speech therapist's fourth request of the year is paid.",
    facts: { ...today, requester: { profession: "speech-therapist" }, usage: { ...usage, requesterActs: 3 } },
    expect: { requesterBillingRefusals: [], requesterAct: "RQD" },
  },
  {
    shows: "A speech therapist's fifth request of the year is not paid.",
    facts: { ...today, requester: { profession: "speech-therapist" }, usage: { ...usage, requesterActs: 4 } },
    expect: { requesterBillingRefusals: ["annual-cap-reached"] },
    cases: ["TE-8-requester"],
  },
  {
    shows: "Until 4 September 2022 midwives bill neither requests nor opinions.",
    facts: {
      ...today,
      act: { ...act, on: "2022-09-04" },
      requester: { profession: "midwife" },
      responder: { profession: "midwife" },
    },
    expect: {
      eligible: true,
      responderBillingRefusals: ["profession-cannot-bill"],
      requesterBillingRefusals: ["profession-cannot-bill"],
      billing: [],
    },
    cases: ["TE-14-responder", "TE-14-requester"],
  },
  {
    shows: "From 5 September 2022 midwives bill both.",
    facts: {
      ...today,
      act: { ...act, on: "2022-09-05" },
      requester: { profession: "midwife" },
      responder: { profession: "midwife" },
    },
    expect: { responderAct: "TE2", responderFeeCents: 2000, requesterAct: "RQD", requesterFeeCents: 1000 },
  },
  {
    shows: "A midwife's second opinion and second request of the year are paid.",
    facts: {
      ...today,
      requester: { profession: "midwife" },
      responder: { profession: "midwife" },
      usage: { ...usage, responderActs: 1, requesterActs: 1 },
    },
    expect: { responderAct: "TE2", requesterAct: "RQD" },
  },
  {
    shows: "A midwife's third opinion and third request of the year are not paid.",
    facts: {
      ...today,
      requester: { profession: "midwife" },
      responder: { profession: "midwife" },
      usage: { ...usage, responderActs: 2, requesterActs: 2 },
    },
    expect: {
      responderBillingRefusals: ["annual-cap-reached"],
      requesterBillingRefusals: ["annual-cap-reached"],
      billing: [],
    },
    cases: ["TE-8-responder", "TE-8-requester"],
  },
  {
    shows: "Until 22 March 2023 a nurse's request cannot be billed.",
    facts: { ...today, act: { ...act, on: "2023-03-22" }, requester: { profession: "nurse" } },
    expect: { requesterBillingRefusals: ["profession-cannot-bill"] },
    cases: ["TE-14-requester"],
  },
  {
    shows: "From 23 March 2023 a nurse bills the request.",
    facts: { ...today, act: { ...act, on: "2023-03-23" }, requester: { profession: "nurse" } },
    expect: { requesterBillingRefusals: [], requesterAct: "RQD" },
  },
  {
    shows: "Until 22 March 2023 an advanced-practice nurse's request cannot be billed.",
    facts: {
      ...today,
      act: { ...act, on: "2023-03-22" },
      requester: { profession: "advanced-practice-nurse" },
    },
    expect: { requesterBillingRefusals: ["profession-cannot-bill"] },
    cases: ["TE-14-requester"],
  },
  {
    shows: "From 23 March 2023 an advanced-practice nurse bills the request.",
    facts: {
      ...today,
      act: { ...act, on: "2023-03-23" },
      requester: { profession: "advanced-practice-nurse" },
    },
    expect: { requesterBillingRefusals: [], requesterAct: "RQD" },
  },
  {
    shows: "A nurse's fourth request of the year is paid.",
    facts: { ...today, requester: { profession: "nurse" }, usage: { ...usage, requesterActs: 3 } },
    expect: { requesterAct: "RQD" },
  },
  {
    shows: "A nurse's fifth request of the year is not paid.",
    facts: { ...today, requester: { profession: "nurse" }, usage: { ...usage, requesterActs: 4 } },
    expect: { requesterBillingRefusals: ["annual-cap-reached"] },
    cases: ["TE-8-requester"],
  },
  {
    shows: "Until 21 February 2024 a physiotherapist's request cannot be billed.",
    facts: { ...today, act: { ...act, on: "2024-02-21" }, requester: { profession: "physiotherapist" } },
    expect: { requesterBillingRefusals: ["profession-cannot-bill"] },
    cases: ["TE-14-requester"],
  },
  {
    shows: "From 22 February 2024 a physiotherapist bills the request.",
    facts: { ...today, act: { ...act, on: "2024-02-22" }, requester: { profession: "physiotherapist" } },
    expect: { requesterBillingRefusals: [], requesterAct: "RQD" },
  },
  {
    shows: "A physiotherapist's second request of the year is paid.",
    facts: { ...today, requester: { profession: "physiotherapist" }, usage: { ...usage, requesterActs: 1 } },
    expect: { requesterAct: "RQD" },
  },
  {
    shows: "A physiotherapist's third request of the year is not paid.",
    facts: { ...today, requester: { profession: "physiotherapist" }, usage: { ...usage, requesterActs: 2 } },
    expect: { requesterBillingRefusals: ["annual-cap-reached"] },
    cases: ["TE-8-requester"],
  },
  {
    shows: "Until 6 March 2024 a podiatrist's request cannot be billed.",
    facts: { ...today, act: { ...act, on: "2024-03-06" }, requester: { profession: "podiatrist" } },
    expect: { requesterBillingRefusals: ["profession-cannot-bill"] },
    cases: ["TE-14-requester"],
  },
  {
    shows: "From 7 March 2024 a podiatrist bills the request.",
    facts: { ...today, act: { ...act, on: "2024-03-07" }, requester: { profession: "podiatrist" } },
    expect: { requesterBillingRefusals: [], requesterAct: "RQD" },
  },
  {
    shows: "A podiatrist's second request of the year is paid.",
    facts: { ...today, requester: { profession: "podiatrist" }, usage: { ...usage, requesterActs: 1 } },
    expect: { requesterAct: "RQD" },
  },
  {
    shows: "A podiatrist's third request of the year is not paid.",
    facts: { ...today, requester: { profession: "podiatrist" }, usage: { ...usage, requesterActs: 2 } },
    expect: { requesterBillingRefusals: ["annual-cap-reached"] },
    cases: ["TE-8-requester"],
  },

  // Dentists.
  {
    shows: "Until 31 January 2025 dentists bill neither requests nor opinions.",
    facts: { ...oralCancer, act: { ...act, on: "2025-01-31" }, responder: { profession: "dentist" } },
    expect: {
      eligible: true,
      responderBillingRefusals: ["profession-cannot-bill"],
      requesterBillingRefusals: ["profession-cannot-bill"],
    },
    cases: ["TE-14-responder", "TE-14-requester"],
  },
  {
    shows: "From 1 February 2025 one dentist may ask another about a suspected oral cancer, and both bill.",
    facts: { ...oralCancer, act: { ...act, on: "2025-02-01" }, responder: { profession: "dentist" } },
    expect: { responderAct: "TE2", responderFeeCents: 2000, requesterAct: "RQD", requesterFeeCents: 1000 },
  },
  {
    shows: "A physician who answers a dentist bills the opinion as ever.",
    facts: oralCancer,
    expect: { responderAct: "TE2", requesterAct: "RQD" },
  },
  {
    shows: "A dentist who answers a physician about a suspected oral cancer cannot bill the opinion.",
    facts: { ...oralCancer, requester: { profession: "physician" }, responder: { profession: "dentist" } },
    expect: {
      responderBillingRefusals: ["profession-cannot-bill"],
      responderAct: "none",
      requesterBillingRefusals: [],
      requesterAct: "RQD",
    },
    cases: ["TE-14-responder-dentist"],
  },
  {
    shows: "A dentist who knows the resident of a medico-social home bills the opinion a nurse asked for.",
    facts: {
      ...today,
      act: { ...act, on: "2025-03-10" },
      requester: { profession: "nurse" },
      responder: { profession: "dentist" },
      patient: { ...patient, medicoSocialResident: true, knownToResponder: true },
      request: { ...request, dentalCase: "medico-social-resident" },
    },
    expect: { responderBillingRefusals: [], responderAct: "TE2", requesterAct: "RQD" },
  },
  {
    shows: "A dentist who does not know the resident cannot bill the opinion.",
    facts: {
      ...today,
      act: { ...act, on: "2025-03-10" },
      requester: { profession: "nurse" },
      responder: { profession: "dentist" },
      patient: { ...patient, medicoSocialResident: true },
      request: { ...request, dentalCase: "medico-social-resident" },
    },
    expect: {
      responderBillingRefusals: ["profession-cannot-bill"],
      responderAct: "none",
      requesterAct: "RQD",
    },
    cases: ["TE-14-responder-dentist"],
  },
  {
    shows: "A dentist who asks about a resident of a medico-social home cannot bill the request.",
    facts: { ...oralCancer, request: { ...request, dentalCase: "medico-social-resident" } },
    expect: {
      requesterBillingRefusals: ["profession-cannot-bill"],
      requesterAct: "none",
      responderAct: "TE2",
    },
    cases: ["TE-14-requester-dentist"],
  },
  {
    shows: "A dentist outside the dental cases is not checked against the number of acts.",
    facts: {
      ...oralCancer,
      responder: { profession: "dentist" },
      request,
      usage: { ...usage, responderActs: 9, requesterActs: 9 },
    },
    expect: {
      responderBillingRefusals: ["profession-cannot-bill"],
      requesterBillingRefusals: ["profession-cannot-bill"],
    },
    cases: ["TE-14-responder-dentist", "TE-14-requester-dentist"],
  },
  {
    shows: "A dentist's fourth opinion and fourth request of the year are paid.",
    facts: {
      ...oralCancer,
      responder: { profession: "dentist" },
      usage: { ...usage, responderActs: 3, requesterActs: 3 },
    },
    expect: { responderAct: "TE2", requesterAct: "RQD" },
  },
  {
    shows: "A dentist's fifth opinion and fifth request of the year are not paid.",
    facts: {
      ...oralCancer,
      responder: { profession: "dentist" },
      usage: { ...usage, responderActs: 4, requesterActs: 4 },
    },
    expect: {
      responderBillingRefusals: ["annual-cap-reached"],
      requesterBillingRefusals: ["annual-cap-reached"],
    },
    cases: ["TE-8-responder", "TE-8-requester"],
  },

  // Where the two work, and where the patient lies.
  {
    shows: "At the same site of one health centre the opinion may be given, and nobody bills it.",
    facts: { ...today, act: { ...act, sameHealthCentre: true } },
    expect: {
      eligible: true,
      responderBillingRefusals: ["same-health-centre"],
      requesterBillingRefusals: ["same-health-centre"],
      responderAct: "none",
      requesterAct: "none",
      billing: [],
    },
    cases: ["TE-17-centre-responder", "TE-17-centre-requester"],
  },
  {
    shows: "For an in-patient of the requesting hospital nobody bills the opinion.",
    facts: { ...today, patient: { ...patient, hospitalisedAtRequester: true } },
    expect: {
      eligible: true,
      responderBillingRefusals: ["hospital-stay"],
      requesterBillingRefusals: ["hospital-stay"],
    },
    cases: ["TE-17-stay-responder", "TE-17-stay-requester"],
  },
  {
    shows: "All that stands against billing is named.",
    facts: {
      ...today,
      act: { ...act, sameHealthCentre: true },
      requester: { profession: "orthoptist" },
      patient: { ...patient, hospitalisedAtRequester: true },
      usage: { ...usage, responderActs: 4, requesterActs: 4 },
    },
    expect: {
      responderBillingRefusals: ["annual-cap-reached", "same-health-centre", "hospital-stay"],
      requesterBillingRefusals: ["profession-cannot-bill", "same-health-centre", "hospital-stay"],
    },
  },
  {
    shows:
      "Before 1 April 2022 neither the shared health centre nor the hospital stay was a reason against billing.",
    facts: {
      ...before2022,
      act: { ...before2022.act, sameHealthCentre: true },
      patient: { ...before2022.patient, hospitalisedAtRequester: true },
    },
    expect: { responderBillingRefusals: [], requesterBillingRefusals: [], responderAct: "TE1" },
  },

  // What else the first years said.
  {
    shows: "Before 1 April 2022 secure health messaging was a channel too.",
    facts: { ...before2022, request: { ...request, channel: "secure-health-messaging" } },
    expect: { refusals: [], eligible: true },
  },
  {
    shows: "Before 1 April 2022 a dentist could answer, and could not bill it.",
    facts: { ...before2022, responder: { profession: "dentist" } },
    expect: { refusals: [], eligible: true, responderBillingRefusals: ["profession-cannot-bill"] },
    cases: ["TE-14-responder"],
  },
  {
    shows: "Before 1 April 2022 the level-1 opinions of a midwife were not counted.",
    facts: {
      ...before2022,
      responder: { profession: "midwife" },
      usage: { ...usage, responderLevel1Acts: 4 },
    },
    expect: { responderBillingRefusals: ["profession-cannot-bill"] },
  },
  {
    shows: "Nor were the level-2 opinions of a midwife.",
    facts: {
      ...knownAndComplex,
      responder: { profession: "midwife" },
      usage: { ...usage, responderLevel2Acts: 2 },
    },
    expect: { responderBillingRefusals: ["profession-cannot-bill"] },
  },
  {
    shows: "Level-2 opinions did not count against one of level 1.",
    facts: { ...before2022, usage: { ...usage, responderLevel2Acts: 2 } },
    expect: { level: "1", responderBillingRefusals: [] },
  },
  {
    shows: "Level 2 was paid overseas as elsewhere.",
    facts: { ...knownAndComplex, act: { ...knownAndComplex.act, region: "overseas" } },
    expect: { responderFeeCents: 2000, requesterFeeCents: 1000 },
    cases: ["TE-10-level-2"],
  },

  // What else the later agreements say.
  {
    shows: "A dentist who knows the patient bills no opinion outside the two dental cases.",
    facts: {
      ...oralCancer,
      responder: { profession: "dentist" },
      patient: { ...patient, knownToResponder: true },
      request,
    },
    expect: { responderBillingRefusals: ["profession-cannot-bill"] },
    cases: ["TE-14-responder-dentist"],
  },
  {
    shows: "An advanced practice nurse may bill a fourth request.",
    facts: {
      ...today,
      requester: { profession: "advanced-practice-nurse" },
      usage: { ...usage, requesterActs: 3 },
    },
    expect: { requesterBillingRefusals: [] },
  },
  {
    shows: "An advanced practice nurse may not bill a fifth request.",
    facts: {
      ...today,
      requester: { profession: "advanced-practice-nurse" },
      usage: { ...usage, requesterActs: 4 },
    },
    expect: { requesterBillingRefusals: ["annual-cap-reached"] },
  },
]);
