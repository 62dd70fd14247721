import { shippedLocale } from "../../language/index.js";
import { teleExpertise } from "./policy.js";

export const teleExpertiseEn = shippedLocale(teleExpertise, {
  locale: "en",
  cases: {
    "TE-0": "On the day of the act, health insurance does not cover tele-expertise yet.",
    "TE-1-eligible": "Nothing stands against the tele-expertise.",
    "TE-1-refused": "At least one condition is not met, so this cannot be a tele-expertise.",
    "TE-2": "Question and answer must travel by secure health messaging or on a dedicated platform.",
    "TE-4":
      "The patient belongs to none of the groups covered at the time: long-term condition, rare disease, underserved area, nursing or medico-social home, detention.",
    "TE-5": "The request is urgent; tele-expertise is not meant for urgent requests.",
    "TE-6-consent": "The patient's consent is missing; it must be given before the opinion is asked for.",
    "TE-6-information":
      "Still to be told to the patient before the opinion is asked for: {decision.consentToObtain}.",
    "TE-6-to-tell":
      "Before consenting, the patient is told why the opinion is asked for, who will give it, with which specialty, and how the answer comes back.",
    "TE-7-requester":
      "On the day of the act, these professions alone may ask for an opinion: {rate.entitledRequesters}.",
    "TE-7-responder": "Only a physician, a midwife or a dentist may give the opinion.",
    "TE-8-level-1":
      "For this patient, the responder has already billed the {rate.level1ActsPerYear} level-1 opinions that a civil year allows.",
    "TE-8-level-2":
      "For this patient, the responder has already billed the {rate.level2ActsPerYear} level-2 opinions that a civil year allows.",
    "TE-8-requester":
      "For this patient, the requester has already billed the {rate.requesterActsPerYear} requests that a civil year allows.",
    "TE-8-responder":
      "For this patient, the responder has already billed the {rate.responderActsPerYear} opinions that a civil year allows.",
    "TE-9-level-1":
      "Level 1: the responder does not know the patient yet, or the question needs no analysis of several elements.",
    "TE-9-level-2":
      "Level 2: the responder already knows the patient, and several elements must be analysed.",
    "TE-10-level-1":
      "The responder bills TE1 at {decision.responderFeeCents}; {decision.requesterFeeCents} count towards the requester's yearly lump sum.",
    "TE-10-level-2":
      "The responder bills TE2 (level 2) at {decision.responderFeeCents}; {decision.requesterFeeCents} count towards the requester's yearly lump sum.",
    "TE-11-level": "There is a single level, whether the question is narrow or complex.",
    "TE-11-requester-act": "The requester bills the act RQD.",
    "TE-11-requester-fee": "The requester is paid {decision.requesterFeeCents}.",
    "TE-11-responder-act": "The responder bills the act TE2.",
    "TE-11-responder-fee": "The responder is paid {decision.responderFeeCents}.",
    "TE-12-lump-sum":
      "The requester bills nothing: health insurance pays a lump sum for the whole year, early in the following year.",
    "TE-12-per-act": "The requester bills an act and is paid for it.",
    "TE-12-requester-claim": "The requester's claim identifies the responder and the patient.",
    "TE-12-responder-claim": "The responder's claim identifies the requester and the patient.",
    "TE-13":
      "Health insurance pays directly and in full; no extra fee is asked for, and the act is not combined with another one.",
    "TE-14-requester":
      "The requester's profession could not bill a request on the day of the act; asking for the opinion was open to it all the same.",
    "TE-14-requester-dentist":
      "A dentist bills a request only for a suspected oral cancer or a suspected rare disease with effects in the mouth.",
    "TE-14-responder":
      "The responder's profession could not bill an opinion on the day of the act; giving it was open to it all the same.",
    "TE-14-responder-dentist":
      "A dentist bills an opinion only on a resident of a medico-social home whom the dentist already knows, or, asked by a dentist, on a suspected oral cancer or rare disease with effects in the mouth.",
    "TE-17-centre-requester":
      "Requester and responder work at the same site of one health centre, so the requester cannot bill.",
    "TE-17-centre-responder":
      "Requester and responder work at the same site of one health centre, so the responder cannot bill.",
    "TE-17-stay-requester":
      "The patient is an in-patient of the hospital that asks, which bears the cost itself, so the requester cannot bill.",
    "TE-17-stay-responder":
      "The patient is an in-patient of the hospital that asks, which bears the cost itself, so the responder cannot bill health insurance.",
  },
  remarks: {
    "TE-1":
      "Any physician may ask or answer, whatever the specialty, the sector or the place of practice, even two physicians of the same specialty.",
    "TE-12-ceiling": "For a whole year, a requester's lump sum does not exceed {rate.yearlyLumpSumCeiling}.",
    "TE-15":
      "A request goes to a named responder, or to a specialty and from there to an available responder of that specialty.",
    "TE-16":
      "The requester judges whether to ask; no clinical situation is excluded beforehand, and an opinion may follow a consultation or a technical act, at the practice or on a home visit.",
    "TE-3-opening":
      "The platform's page announces the opening to all patients for 2020; by the agreement it took effect on 1 April 2022. Until 31 March 2022 the listed groups alone are covered.",
    "TE-9-both":
      "For level 2, the platform's page asks for a patient the responder knows and for a complex request; the extract of the nomenclature that was seen names the complex situation only. Both are asked for.",
    "TE-11-code":
      "TE2 is the act of level 2 until 31 March 2022, and the single act since 1 April 2022: the code is read together with the day of the act, never alone.",
    "TE-10-overseas":
      "A surcharge existed in the overseas departments; its amount was not found, and the mainland amounts are used.",
    "TE-6-before":
      "For these years the sources ask for the patient's consent only; the four points to tell the patient come from a later text, and are not asked for.",
    "TE-13-before":
      "That the act is not combined with another one is stated for the years since 2022 only; it is taken to hold before.",
    "TE-17-before":
      "For these years nothing was found on two professionals of one health centre, or on an in-patient of the requesting hospital: neither is looked at.",
    "TE-4-epidemic":
      "The wording of the special rules of the epidemic, from 10 March 2020, was not seen: acts of that time are judged by the ordinary rules. Acts for residents of nursing homes before 10 February 2019 are not decided.",
    "TE-8-year":
      "No source says whether a year is the civil year or twelve months from the first act: the civil year is counted.",
    "TE-14-reports":
      "The agreements were not read from end to end: much of what is cited from them was taken from pages of the health insurance, the professions and platforms that report them. Where that is so, the citation is marked likely.",
    "TE-3": "Every patient qualifies, whatever the reason for the opinion.",
    "TE-7-everybody":
      "Any health professional may ask for an opinion; whether the request can also be billed is a separate question.",
    "TE-12-who-bills":
      "The questions and answers let the responder alone code the act; by the agreement the requester bills RQD since 1 April 2022. Each bills its own act, and names the other; that the requester's claim names the responder is likely.",
    "TE-8-counting":
      "The questions and answers count four opinions a year per patient; a report on the agreement counts them per billing professional and patient. Each professional is counted apart, and each role apart.",
    "TE-8-size":
      "General pages give four acts a year to every requester; the agreements of midwives, physiotherapists and podiatrists give two. Two holds for these three professions, four for physicians and nurses.",
    "TE-7-auxiliaries":
      "The questions and answers open the exchange among all auxiliaries; by the code any health professional asks and the medical professions alone answer. Anyone asks; physicians, midwives and dentists answer; billing is decided apart.",
    "TE-5-guidance":
      "The questions and answers keep urgent requests out; the agreements say nothing of urgency. Urgent requests are refused.",
    "TE-3-start":
      "The single act started on 1 April 2022 according to the health insurance, and in March 2022 according to one local page: 1 April 2022 holds.",
    "TE-14-start-speech-therapists":
      "For speech therapists the start is 6 April 2022 on a platform, 1 April 2022 in the nomenclature, and 28 April 2022 if counted six months from publication: 6 April 2022 holds.",
    "TE-14-start-midwives":
      "For midwives the start is 5 September 2022 according to the health insurance, March or 1 April 2022 on other pages, and 19 September 2022 if counted six months from publication: 5 September 2022 holds.",
    "TE-14-start-nurses":
      "For nurses the start is 23 March 2023 according to two software vendors, and 18 May 2023 if counted six months from publication: 23 March 2023 holds.",
    "TE-14-start-dentists":
      "For dentists the start is 1 February 2025 according to the health insurance, and 26 January 2025 according to a software vendor: 1 February 2025 holds.",
    "TE-8-no-number":
      "For speech therapists and dentists no yearly number was found: four is used, as for physicians.",
    "TE-8-levels":
      "No source says whether opinions billed from January to March 2022, by level, use up the number of the single act for 2022: they do, because the questions and answers count tele-expertises per year, whatever the act.",
    "TE-14-others":
      "For orthoptists, pharmacists and other professions a right to ask was found, and no act to bill: they ask, and do not bill.",
    "TE-14-dentist-resident":
      "That a dentist must know the resident of a medico-social home is said by a platform only: where the dentist does not, the opinion is not billed.",
    "TE-11-overseas":
      "The overseas fees come from one platform, which does not say from which day they hold: they are used from the days of the mainland fees.",
    "TE-17-sources":
      "That two professionals at one site of a health centre do not bill is said by one local page; that nobody bills for an in-patient of the requesting hospital, by a platform and a billing guide.",
    "TE-8-volume":
      "The ceiling on the share of remote acts in a physician's yearly volume limits a year, not an act: it is not decided here.",
    "TE-12-answer-time":
      "A single source gives the responder seven days to answer; what follows for billing is not known, and the time is not looked at.",
  },
  values: {
    metropolitan: "mainland France",
    overseas: "overseas department",
    physician: "physician",
    midwife: "midwife",
    dentist: "dentist",
    "speech-therapist": "speech therapist",
    nurse: "nurse",
    "advanced-practice-nurse": "advanced-practice nurse",
    physiotherapist: "physiotherapist",
    podiatrist: "podiatrist",
    orthoptist: "orthoptist",
    pharmacist: "pharmacist",
    "other-health-professional": "other health professional",
    reason: "the reason for the opinion",
    "responder-identity": "who will give the opinion",
    "responder-specialty": "the responder's specialty",
    "return-mode": "how the answer comes back",
    "secure-health-messaging": "secure health messaging",
    "dedicated-platform": "dedicated platform",
    "ordinary-email": "ordinary email",
    phone: "phone",
    other: "other channel",
    none: "none",
    "medico-social-resident": "resident of a medico-social home",
    "oral-cancer-or-rare-disease": "suspected oral cancer or rare disease with effects in the mouth",
    "not-covered-yet": "not covered by health insurance yet",
    "patient-category-not-eligible": "patient in none of the groups covered",
    "consent-missing": "no consent of the patient",
    "consent-information-incomplete": "patient not fully informed",
    "urgent-request": "urgent request",
    "channel-not-secure": "channel not secure",
    "requester-not-entitled": "requester's profession not entitled to ask",
    "responder-not-entitled": "responder's profession not entitled to answer",
    "1": "level 1",
    "2": "level 2",
    single: "single level",
    TE1: "TE1",
    TE2: "TE2",
    RQD: "RQD",
    "annual-lump-sum": "yearly lump sum",
    "per-act": "per act",
    "profession-cannot-bill": "profession that cannot bill here",
    "annual-cap-reached": "number of acts for the year reached",
    "same-health-centre": "same site of one health centre",
    "hospital-stay": "in-patient of the requesting hospital",
    "third-party-payment": "paid directly by health insurance",
    "fully-reimbursed": "fully reimbursed",
    "no-extra-fee": "no extra fee",
    "not-combinable": "not combined with another act",
    "requester-identifier": "identifier of the requester",
    "responder-identifier": "identifier of the responder",
    "patient-identifier": "identifier of the patient",
  },
  valuesOf: {
    "request.dentalCase": { none: "none of the dentists' cases" },
    "decision.level": { none: "no level" },
    "decision.responderAct": { none: "no act" },
    "decision.requesterAct": { none: "no act" },
    "decision.requesterPayment": { none: "no payment" },
  },
});
