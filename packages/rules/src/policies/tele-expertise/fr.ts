import { defineLocale } from "../../language/index.js";
import { teleExpertise } from "./policy.js";

export const teleExpertiseFr = defineLocale(teleExpertise, {
  locale: "fr",
  cases: {
    "TE-0": "À la date de l’acte, l’assurance maladie ne prend pas encore en charge la téléexpertise.",
    "TE-1-eligible": "Rien ne s’oppose à la téléexpertise.",
    "TE-1-refused":
      "Une condition au moins n’est pas remplie : la demande ne peut pas être traitée en téléexpertise.",
    "TE-2": "L’échange doit passer par une messagerie sécurisée de santé ou par une plateforme dédiée.",
    "TE-4":
      "Le patient n’entre dans aucune des situations alors prises en charge : affection de longue durée, maladie rare, zone sous-dense, EHPAD ou structure médico-sociale, détention.",
    "TE-5": "La demande est urgente ; la téléexpertise n’est pas prévue pour l’urgence.",
    "TE-6-consent": "Le consentement du patient manque ; il doit être recueilli avant toute demande d’avis.",
    "TE-6-information":
      "Le patient doit encore être informé, avant la demande, des points suivants : {decision.consentToObtain}.",
    "TE-6-to-tell":
      "Avant de consentir, le patient est informé du motif de la demande, de l’identité et de la spécialité du professionnel requis, et de la façon dont la réponse lui parviendra.",
    "TE-7-requester":
      "À la date de l’acte, seules ces professions peuvent solliciter un avis : {rate.entitledRequesters}.",
    "TE-7-responder": "Seul un médecin, une sage-femme ou un chirurgien-dentiste peut rendre l’avis.",
    "TE-8-level-1":
      "Le professionnel requis a atteint, pour ce patient, le plafond de l’année civile : {rate.level1ActsPerYear} avis de niveau 1.",
    "TE-8-level-2":
      "Le professionnel requis a atteint, pour ce patient, le plafond de l’année civile : {rate.level2ActsPerYear} avis de niveau 2.",
    "TE-8-requester":
      "Le requérant a atteint, pour ce patient, le plafond de l’année civile : {rate.requesterActsPerYear} demandes facturées.",
    "TE-8-responder":
      "Le professionnel requis a atteint, pour ce patient, le plafond de l’année civile : {rate.responderActsPerYear} avis facturés.",
    "TE-9-level-1":
      "Niveau 1 : le professionnel requis ne connaît pas encore le patient, ou la demande n’exige pas l’analyse de plusieurs éléments.",
    "TE-9-level-2":
      "Niveau 2 : le professionnel requis connaît déjà le patient et plusieurs éléments sont à analyser.",
    "TE-10-level-1":
      "Le professionnel requis facture TE1 à {decision.responderFeeCents} ; {decision.requesterFeeCents} entrent dans le forfait annuel du requérant.",
    "TE-10-level-2":
      "Le professionnel requis facture TE2 (niveau 2) à {decision.responderFeeCents} ; {decision.requesterFeeCents} entrent dans le forfait annuel du requérant.",
    "TE-11-level": "Il n’y a qu’un seul niveau, que la question soit circonscrite ou complexe.",
    "TE-11-requester-act": "Le requérant facture l’acte RQD.",
    "TE-11-requester-fee": "La rémunération du requérant est de {decision.requesterFeeCents}.",
    "TE-11-responder-act": "Le professionnel requis facture l’acte TE2.",
    "TE-11-responder-fee": "La rémunération du professionnel requis est de {decision.responderFeeCents}.",
    "TE-12-lump-sum":
      "Le requérant ne facture rien : la caisse lui verse un forfait pour l’ensemble de l’année, au début de l’année suivante.",
    "TE-12-per-act": "Le requérant facture son propre acte, qui lui est réglé à ce titre.",
    "TE-12-requester-claim": "La facture du requérant identifie le professionnel requis et le patient.",
    "TE-12-responder-claim": "La facture du professionnel requis identifie le requérant et le patient.",
    "TE-13":
      "L’acte est réglé en tiers payant et remboursé intégralement ; il n’admet ni dépassement ni cumul avec un autre acte.",
    "TE-14-requester":
      "À la date de l’acte, la profession du requérant ne lui permettait pas de facturer sa demande ; il pouvait néanmoins solliciter l’avis.",
    "TE-14-requester-dentist":
      "Un chirurgien-dentiste ne facture sa demande qu’en cas de suspicion de cancer buccal ou de maladie rare à expression bucco-dentaire.",
    "TE-14-responder":
      "À la date de l’acte, la profession de celui qui répond ne lui permettait pas de facturer son avis ; il pouvait néanmoins le rendre.",
    "TE-14-responder-dentist":
      "Un chirurgien-dentiste ne facture son avis que pour un résident d’un établissement médico-social qu’il connaît déjà ou, à la demande d’un confrère dentiste, en cas de suspicion de cancer buccal ou de maladie rare à expression bucco-dentaire.",
    "TE-17-centre-requester":
      "Les deux professionnels exercent sur le même site d’une maison de santé : la demande n’est pas facturable.",
    "TE-17-centre-responder":
      "Les deux professionnels exercent sur le même site d’une maison de santé : l’avis n’est pas facturable.",
    "TE-17-stay-requester":
      "Le patient est hospitalisé dans l’établissement requérant, qui supporte lui-même la dépense : la demande n’est pas facturable.",
    "TE-17-stay-responder":
      "Le patient est hospitalisé dans l’établissement requérant, qui supporte lui-même la dépense : l’avis n’est pas facturable à l’assurance maladie.",
  },
  remarks: {
    "TE-1":
      "Ni la spécialité, ni le secteur, ni le lieu d’exercice ne restreignent l’accès des médecins : chacun peut demander un avis comme en rendre un, même à un confrère de sa propre spécialité.",
    "TE-3": "Tous les patients peuvent en bénéficier, pour tout motif de demande.",
    "TE-7-everybody":
      "Tout professionnel de santé peut solliciter un avis ; le droit de facturer la demande est une autre question.",
    "TE-12-ceiling":
      "Sur une année entière, le forfait d’un requérant ne dépasse pas {rate.yearlyLumpSumCeiling}.",
    "TE-15":
      "La demande est adressée à un professionnel désigné, ou à une spécialité et, dans ce cas, à un professionnel disponible de cette spécialité.",
    "TE-16":
      "Il revient au requérant de décider s’il sollicite un avis ; aucun tableau clinique n’y fait obstacle, après une consultation comme après un acte technique, au cabinet ou au domicile du patient.",
  },
  values: {
    metropolitan: "métropole",
    overseas: "département d’outre-mer",
    physician: "médecin",
    midwife: "sage-femme",
    dentist: "chirurgien-dentiste",
    "speech-therapist": "orthophoniste",
    nurse: "infirmier",
    "advanced-practice-nurse": "infirmier en pratique avancée",
    physiotherapist: "masseur-kinésithérapeute",
    podiatrist: "pédicure-podologue",
    orthoptist: "orthoptiste",
    pharmacist: "pharmacien",
    "other-health-professional": "autre professionnel de santé",
    reason: "motif de la demande",
    "responder-identity": "identité du professionnel requis",
    "responder-specialty": "spécialité du professionnel requis",
    "return-mode": "mode de retour de la réponse",
    "secure-health-messaging": "messagerie sécurisée de santé",
    "dedicated-platform": "plateforme dédiée",
    "ordinary-email": "courriel ordinaire",
    phone: "téléphone",
    other: "autre voie",
    none: "aucun",
    "medico-social-resident": "résident d’un établissement médico-social",
    "oral-cancer-or-rare-disease":
      "suspicion de cancer buccal ou de maladie rare à expression bucco-dentaire",
    "not-covered-yet": "pas encore prise en charge",
    "patient-category-not-eligible": "patient hors des situations prises en charge",
    "consent-missing": "consentement absent",
    "consent-information-incomplete": "information du patient incomplète",
    "urgent-request": "demande urgente",
    "channel-not-secure": "voie d’échange non sécurisée",
    "requester-not-entitled": "profession non habilitée à demander",
    "responder-not-entitled": "profession non habilitée à répondre",
    "1": "niveau 1",
    "2": "niveau 2",
    single: "niveau unique",
    TE1: "TE1",
    TE2: "TE2",
    RQD: "RQD",
    "annual-lump-sum": "forfait annuel",
    "per-act": "à l’acte",
    "profession-cannot-bill": "profession ne pouvant pas facturer",
    "annual-cap-reached": "plafond annuel atteint",
    "same-health-centre": "même site d’une maison de santé",
    "hospital-stay": "patient hospitalisé chez le requérant",
    "third-party-payment": "tiers payant",
    "fully-reimbursed": "remboursement intégral",
    "no-extra-fee": "sans dépassement d’honoraires",
    "not-combinable": "non cumulable avec un autre acte",
    "requester-identifier": "identifiant du requérant",
    "responder-identifier": "identifiant du professionnel requis",
    "patient-identifier": "identifiant du patient",
  },
  valuesOf: {
    "request.dentalCase": { none: "hors des cas de la convention dentaire" },
    "decision.level": { none: "aucun niveau" },
    "decision.responderAct": { none: "aucun acte" },
    "decision.requesterAct": { none: "aucun acte" },
    "decision.requesterPayment": { none: "aucune rémunération" },
  },
  labels: {
    title: "Téléexpertise",
    question: "Cet avis peut-il être demandé, rendu et facturé, à quel niveau et à quel tarif ?",
    facts: {
      "act.on": "date de l’avis",
      "act.region": "région dont le tarif s’applique",
      "act.sameHealthCentre": "même site d’une maison de santé",
      "requester.profession": "profession du requérant",
      "responder.profession": "profession du professionnel requis",
      "patient.longTermCondition": "affection de longue durée (ALD)",
      "patient.rareDisease": "maladie rare",
      "patient.underservedArea": "résidence en zone sous-dense",
      "patient.medicoSocialResident": "résidence en EHPAD ou en structure médico-sociale",
      "patient.detained": "personne détenue",
      "patient.hospitalisedAtRequester": "hospitalisation dans l’établissement requérant",
      "patient.knownToResponder": "patient déjà connu du professionnel requis",
      "consent.given": "consentement recueilli",
      "consent.informedOf": "points sur lesquels le patient est informé",
      "request.urgent": "demande urgente",
      "request.channel": "voie de l’échange",
      "request.complex": "plusieurs éléments à analyser",
      "request.dentalCase": "cas prévu par la convention dentaire",
      "usage.responderLevel1Acts":
        "avis de niveau 1 déjà facturés dans l’année par le professionnel requis pour ce patient",
      "usage.responderLevel2Acts":
        "avis de niveau 2 déjà facturés dans l’année par le professionnel requis pour ce patient",
      "usage.responderActs": "avis déjà facturés dans l’année par le professionnel requis pour ce patient",
      "usage.requesterActs": "demandes déjà facturées dans l’année par le requérant pour ce patient",
    },
    decisions: {
      refusals: "obstacles à la téléexpertise",
      consentToObtain: "points restant à expliquer au patient",
      eligible: "téléexpertise possible",
      level: "niveau",
      responderBillingRefusals: "obstacles à la facturation de l’avis",
      requesterBillingRefusals: "obstacles à la facturation de la demande",
      responderAct: "acte du professionnel requis",
      responderFeeCents: "rémunération du professionnel requis",
      requesterAct: "acte du requérant",
      requesterFeeCents: "rémunération du requérant",
      requesterPayment: "mode de rémunération du requérant",
      billing: "conditions de facturation",
      responderClaimIdentifiers: "identifiants portés sur la facture du professionnel requis",
      requesterClaimIdentifiers: "identifiants portés sur la facture du requérant",
      dentalCaseAllowsAnswer: "cas dans lequel un dentiste peut facturer un avis",
      dentalCaseAllowsRequest: "cas dans lequel un dentiste peut facturer une demande",
    },
    rates: {
      entitledRequesters: "professions pouvant solliciter un avis",
      level1AnswerFee: "tarif du professionnel requis, niveau 1",
      level1RequestFee: "part du requérant, niveau 1",
      level2AnswerFee: "tarif du professionnel requis, niveau 2",
      level2RequestFee: "part du requérant, niveau 2",
      yearlyLumpSumCeiling: "plafond du forfait annuel du requérant",
      answerFee: "tarif du professionnel requis",
      requestFee: "tarif du requérant",
      level1ActsPerYear: "avis de niveau 1 par an, par professionnel requis et par patient",
      level2ActsPerYear: "avis de niveau 2 par an, par professionnel requis et par patient",
      responderActsPerYear: "avis par an, par professionnel requis et par patient",
      requesterActsPerYear: "demandes par an, par requérant et par patient",
    },
    given: {},
    laws: {
      "no-consent-no-opinion": "Aucun avis n’est demandé sans le consentement du patient.",
      "no-opinion-over-open-channels": "Aucun avis ne transite par courriel ordinaire ni par téléphone.",
      "nothing-paid-when-refused": "Rien n’est payé pour un avis qui ne peut pas être rendu.",
      "answers-are-medical":
        "Seul un médecin, une sage-femme ou un chirurgien-dentiste est rémunéré pour un avis.",
      "requester-paid-one-way": "Le requérant rémunéré au forfait annuel ne facture pas d’acte.",
      "telling-more-leaves-less": "Plus le patient est informé, moins il reste à lui expliquer.",
      "more-answers-pay-no-more":
        "D’un avis à l’autre dans l’année, le professionnel requis n’est jamais payé davantage pour en avoir facturé plus.",
      "more-requests-pay-no-more":
        "D’une demande à l’autre dans l’année, le requérant n’est jamais payé davantage pour en avoir facturé plus.",
    },
  },
});
