import { shippedLocale } from "../../language/index.js";
import { insuranceCoverage } from "./policy.js";

export const insuranceCoverageFr = shippedLocale(insuranceCoverage, {
  locale: "fr",
  cases: {
    "IC-1-not-listed":
      "La clinique ne figure pas sur la liste de l’assureur : la consultation n’est pas un événement assuré.",
    "IC-1-inpatient":
      "Seuls les soins dentaires ambulatoires sont assurés : la consultation n’est pas un événement assuré.",
    "IC-1-other-reason":
      "Seuls une affection aiguë, la poussée d’une affection chronique et un traumatisme sont assurés : la consultation n’est pas un événement assuré.",
    "IC-1":
      "La consultation est un événement assuré : la clinique figure sur la liste de l’assureur, les soins sont ambulatoires et leur motif est assuré.",
    "IC-3-prepaid":
      "En affiliation prépayée, aucune lettre de prise en charge n’est nécessaire : la liste et le programme de l’assureur font foi.",
    "IC-3-no-letter": "Aucune lettre de prise en charge n’a été reçue.",
    "IC-3":
      "Une lettre de prise en charge est valable un mois à compter de son émission ; celle-ci jusqu’au {decision.guaranteeLetterValidUntil}.",
    "IC-2-in-letter":
      "L’acte figure dans une lettre de prise en charge valable à sa date : l’assureur le prend en charge.",
    "IC-4-granted":
      "La lettre de prise en charge est valable à la date de l’acte et l’assureur a donné son accord complémentaire : il prend l’acte en charge.",
    "IC-7":
      "Le patient est inscrit sur la liste de l’assureur et l’acte figure au programme : l’assureur le prend en charge.",
    "IC-1-not-insured":
      "La consultation n’est pas un événement assuré et aucun accord de l’assureur ne couvre l’acte : le patient peut en bénéficier à ses frais.",
    "IC-7-not-listed":
      "Le patient n’est pas inscrit sur la liste de l’assureur ; le guide ne dit pas que faire dans ce cas : interroger l’assureur avant tout paiement.",
    "IC-5-prepaid": "L’acte ne figure pas au programme du patient : celui-ci peut en bénéficier à ses frais.",
    "IC-6":
      "Le patient s’est présenté de lui-même, sans lettre de prise en charge : lui dire que la clinique travaille avec cet assureur et l’inviter à appeler la plateforme de l’assureur pour y prendre son premier rendez-vous.",
    "IC-2-no-letter":
      "La plateforme de l’assureur a pris le rendez-vous, mais la lettre de prise en charge n’est pas encore arrivée : l’attendre.",
    "IC-3-run-out":
      "La lettre de prise en charge n’était valable que jusqu’au {decision.guaranteeLetterValidUntil}, avant la date de l’acte : en demander une nouvelle à l’assureur.",
    "IC-3-issued-later":
      "La lettre de prise en charge est postérieure à l’acte et ne le couvre pas rétroactivement : attendre une lettre qui le couvre.",
    "IC-5":
      "L’acte ne figure ni dans la lettre de prise en charge ni au programme : le patient peut en bénéficier à ses frais.",
    "IC-4-to-request":
      "L’acte dépasse la lettre de prise en charge : demander un accord complémentaire à l’assureur.",
    "IC-4-requested":
      "L’assureur n’a pas encore répondu à la demande d’accord complémentaire : attendre sa réponse.",
    "IC-4-refused":
      "L’assureur a refusé l’accord complémentaire : le patient peut bénéficier de l’acte à ses frais.",
  },
  remarks: {
    "IC-2":
      "Au cas par cas, la plateforme de l’assureur prend le rendez-vous par le centre d’appels de la clinique, et l’assureur envoie une lettre de prise en charge qui énumère les soins convenus.",
    "IC-6-booked":
      "Une fois que l’assureur a pris rendez-vous pour un patient venu de lui-même, la lettre de prise en charge fait foi comme pour tout autre patient.",
    "IC-7-variants":
      "Les programmes prépayés existent en quatre variantes ; le guide ne les décrit pas, c’est donc l’assureur qui indique si un acte y figure.",
    "IC-1-agreed-anyway":
      "Le guide n’assure que les soins ambulatoires de certaines affections, mais s’en remet aussi à la lettre ou au programme : les soins convenus avec l’assureur sont à sa charge même sans événement assuré.",
    "IC-1-urgent":
      "Le guide ne dit pas qui paie les soins urgents avant la réponse de l’assureur ; ces règles disent qui paie, jamais si une aide urgente est donnée.",
    "IC-3-counting":
      "Le guide donne un mois à la lettre sans dire à partir de quel jour : le mois court depuis l’émission, dernier jour compris.",
    "IC-4-prepaid":
      "Le guide ne connaît l’accord complémentaire qu’au cas par cas ; en affiliation prépayée, il n’en est pas tenu compte.",
    "IC-4-refusal":
      "Le guide ne dit pas ce qui suit le refus d’un accord complémentaire : l’acte est traité comme un acte hors programme.",
  },
  values: {
    outpatient: "ambulatoire",
    inpatient: "avec hospitalisation",
    acute: "affection aiguë",
    "exacerbation-of-chronic": "poussée d’une affection chronique",
    trauma: "traumatisme",
    other: "autre motif",
    "insurer-dispatcher": "rendez-vous pris par la plateforme de l’assureur",
    direct: "de lui-même",
    "per-case": "au cas par cas",
    "prepaid-enrolment": "affiliation prépayée",
    "not-requested": "non demandé",
    requested: "demandé",
    granted: "donné",
    refused: "refusé",
    insurer: "l’assureur",
    patient: "le patient",
    pending: "réponse de l’assureur attendue",
    unregulated: "non prévu",
    treat: "soigner le patient au titre de l’assurance",
    "offer-self-payment": "proposer l’acte aux frais du patient",
    "clarify-with-insurer": "interroger l’assureur",
    "send-to-insurer-dispatcher": "adresser le patient à la plateforme de l’assureur",
    "await-guarantee-letter": "attendre la lettre de prise en charge",
    "request-new-letter": "demander une nouvelle lettre de prise en charge",
    "request-additional-approval": "demander un accord complémentaire",
    "await-additional-approval": "attendre l’accord complémentaire",
    none: "aucune",
  },
  valuesOf: {
    "decision.guaranteeLetterValidUntil": { none: "pas de lettre à considérer" },
  },
  labels: {
    title: "Prise en charge par l’assurance",
    question:
      "Qui paie cet acte d’un patient couvert par une assurance médicale volontaire, et que faire ensuite ?",
    facts: {
      "service.on": "date de l’acte",
      "service.inProgram": "l’acte figure au programme d’assurance du patient",
      "service.inGuaranteeLetter": "l’acte figure dans la lettre de prise en charge",
      "care.setting": "cadre des soins",
      "care.indication": "motif des soins",
      "institution.listedByInsurer": "la clinique figure sur la liste de l’assureur",
      "arrival.via": "venue du patient",
      "insurance.scheme": "formule d’assurance",
      "guaranteeLetter.received": "la lettre de prise en charge est reçue",
      "guaranteeLetter.issuedOn": "date d’émission de la lettre de prise en charge",
      "enrolment.patientListed": "le patient est inscrit sur la liste de l’assureur à cette date",
      "approval.additional": "accord complémentaire",
    },
    decisions: {
      insuredEvent: "événement assuré",
      guaranteeLetterValidUntil: "lettre de prise en charge valable jusqu’au",
      guaranteeLetterHolds: "la lettre de prise en charge est valable à la date de l’acte",
      payer: "payeur",
      nextStep: "prochaine étape",
      patientPays: "le patient paie",
    },
    rates: {},
    given: {},
    laws: {
      "no-letter-no-payment": "Au cas par cas, l’assureur ne paie jamais sans lettre de prise en charge.",
      "not-before-issue":
        "Au cas par cas, l’assureur ne paie jamais un acte antérieur à l’émission de la lettre.",
      "not-after-last-day": "L’assureur ne paie jamais sur une lettre expirée.",
      "no-end-before-issue": "Aucune lettre de prise en charge ne prend fin avant son émission.",
      "issued-later-ends-no-earlier": "Une lettre émise plus tard n’expire jamais plus tôt.",
      "prepaid-as-listed-and-programmed":
        "En affiliation prépayée, l’assureur ne paie jamais pour une personne absente de sa liste ni pour un acte hors programme.",
      "listed-is-clear":
        "Pour une personne inscrite sur la liste de l’assureur, la question du payeur n’est jamais laissée sans règle.",
      "larger-program-costs-no-more":
        "Faire entrer un acte au programme ne le met jamais à la charge du patient.",
      "larger-letter-costs-no-more":
        "Ajouter un acte à la lettre de prise en charge ne le met jamais à la charge du patient.",
      "listed-clinic-costs-no-more":
        "Inscrire la clinique sur la liste de l’assureur ne met jamais un acte à la charge du patient.",
      "no-payment-while-pending":
        "Il n’est demandé à personne de payer tant que la réponse de l’assureur est attendue.",
      "no-payment-while-approval-is-asked":
        "Au cas par cas, il n’est demandé à personne de payer un acte du programme, pour un événement assuré, tant que la demande d’accord complémentaire est sans réponse.",
      "insured-treatment-only-when-paid":
        "Les soins au titre de l’assurance ne commencent qu’une fois établi que l’assureur paie.",
    },
    sources: {
      "insurance-and-loyalty-guide":
        "Assurance médicale volontaire (DMS) et programme de fidélité, guide d’un groupe de cliniques dentaires (sans date)",
    },
    sections: {
      "insurance part": "partie sur l’assurance",
      "main principles": "principes généraux",
      "prepaid enrolment": "affiliation prépayée",
      "service per case": "soins au cas par cas",
      "service per case, 1 month": "soins au cas par cas, 1 mois",
      "service per case, month counted from the day of issue":
        "soins au cas par cas, mois compté depuis l’émission",
      "service per case, the letter read as enough":
        "soins au cas par cas, la lettre étant lue comme suffisante",
      "service per case, the approval read as enough":
        "soins au cas par cas, l’accord étant lu comme suffisant",
      "prepaid enrolment, the program read as enough":
        "affiliation prépayée, le programme étant lu comme suffisant",
      "prepaid enrolment, note": "affiliation prépayée, remarque",
      "patient who comes directly": "patient venu de lui-même",
      "service per case, note": "soins au cas par cas, remarque",
    },
    units: {},
  },
});
