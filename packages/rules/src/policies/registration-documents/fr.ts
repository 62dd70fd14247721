import { shippedLocale } from "../../language/index.js";
import { registrationDocuments } from "./policy.js";

export const registrationDocumentsFr = shippedLocale(registrationDocuments, {
  locale: "fr",
  cases: {
    "RD-1":
      "Toute personne qui prend rendez-vous à l’accueil présente son passeport ou le document qui en tient lieu.",
    "RD-1-adult-represented":
      "Le règlement ne dit pas quoi demander de plus à qui se présente pour un adulte : seule la pièce d’identité est exigée.",
    "RD-1-minor-alone":
      "Le règlement ne prévoit pas le cas d’un mineur venu seul : seule la pièce d’identité est exigée.",
    "RD-2": "Qui se présente pour un mineur fournit aussi l’acte de naissance de ce dernier.",
    "RD-3":
      "Qui se présente pour un mineur sans en être le représentant légal fournit aussi une procuration notariée.",
    "RD-1-missing": "Ni passeport ni document en tenant lieu n’a été présenté.",
    "RD-2-missing": "L’acte de naissance du mineur n’a pas été présenté.",
    "RD-2-passport-instead":
      "Le règlement ne dit pas si le passeport d’un mineur de 14 ans ou plus peut remplacer l’acte de naissance : seul l’acte est admis.",
    "RD-3-missing": "Aucune procuration n’a été présentée.",
    "RD-4-identity":
      "La pièce d’identité est une simple copie : il faut l’original ou une copie certifiée conforme.",
    "RD-4-birth-certificate":
      "L’acte de naissance est une simple copie : il faut l’original ou une copie certifiée conforme.",
    "RD-4-power-of-attorney":
      "La procuration est une simple copie : il faut l’original ou une copie certifiée conforme.",
    "RD-3-not-notarised": "La procuration n’est pas notariée.",
    "RD-5-birth-certificate":
      "L’accueil a réclamé l’acte de naissance, que seule la personne venue pour un mineur doit fournir.",
    "RD-5-power-of-attorney":
      "L’accueil a réclamé la procuration, que seule doit fournir la personne venue pour un mineur sans en être le représentant légal.",
    "RD-5": "L’accueil a réclamé un document que le règlement ne cite pas, ce qui ne lui est pas permis.",
    "RD-1-ask": "Reste à présenter : {decision.missingDocuments}.",
    "RD-4-ask": "Présenté sous une forme qui n’est pas admise : {decision.unacceptableDocuments}.",
    "RD-6":
      "Tout ce qui est exigé a été présenté en bonne et due forme : l’inscription est portée au registre.",
  },
  remarks: {
    "RD-1-replacement":
      "Le règlement n’énumère pas les documents qui tiennent lieu de passeport : l’appréciation revient à l’accueil.",
    "RD-2-age":
      "Le règlement ne distingue pas selon l’âge : dès 14 ans un mineur a un passeport, et il revient à la clinique de dire à quoi il peut servir.",
    "RD-4-copies":
      "Le règlement demande des copies dûment certifiées sans dire par qui : l’appréciation revient à l’accueil.",
    "BK-7": "En cas d’urgence, le patient est admis aussitôt, avant toute demande de document.",
  },
  values: {
    patient: "le patient",
    "legal-representative": "le représentant légal",
    "authorised-representative": "un autre représentant",
    original: "original",
    "certified-copy": "copie certifiée conforme",
    "plain-copy": "copie simple",
    none: "rien de présenté",
    "identity-document": "pièce d’identité",
    "birth-certificate": "acte de naissance",
    "notarised-power-of-attorney": "procuration notariée",
    other: "autre document",
    "ask-for-documents": "demander les documents",
    "enter-in-register": "porter l’inscription au registre",
  },
  labels: {
    title: "Documents à présenter à l’accueil",
    question:
      "Quels documents l’accueil peut-il demander à qui prend rendez-vous pour ce patient, lesquels manquent ou ne sont pas admis, et l’inscription peut-elle se faire ?",
    facts: {
      "request.on": "date de la demande",
      "applicant.role": "qui se présente",
      "patient.minor": "le patient est mineur",
      "documents.identity": "pièce d’identité de la personne qui se présente",
      "documents.birthCertificate": "acte de naissance du mineur",
      "documents.powerOfAttorney": "procuration",
      "documents.powerOfAttorneyNotarised": "la procuration est notariée",
      "receptionist.demanded": "documents réclamés par l’accueil",
    },
    decisions: {
      requiredDocuments: "documents exigés",
      missingDocuments: "documents manquants",
      unacceptableDocuments: "documents non admis",
      undueDemands: "demandes indues",
      accepted: "les documents sont admis",
      nextStep: "prochaine étape",
    },
    rates: {},
    given: {},
    laws: {
      "demands-keep-nobody-out":
        "Ce que l’accueil réclame en plus n’empêche jamais d’admettre les documents.",
      "complete-means-accepted": "Dès que rien ne manque et que tout est conforme, les documents sont admis.",
      "accepted-means-complete":
        "Les documents ne sont jamais admis tant qu’il en manque un ou que l’un d’eux n’est pas conforme.",
      "plain-copies-never-count": "La copie simple d’un document exigé n’est jamais admise.",
      "only-a-notary-empowers": "Aucune procuration pour un mineur n’est admise si elle n’est pas notariée.",
      "entry-only-when-accepted":
        "Aucune inscription n’est portée au registre avant que les documents soient admis.",
      "adults-show-identity-alone":
        "Pour un adulte, rien d’autre qu’une pièce d’identité n’est jamais exigé.",
      "identity-is-always-due": "La demande d’une pièce d’identité n’est jamais indue.",
      "nothing-else-is-due": "La demande d’un document que le règlement ne cite pas est toujours indue.",
    },
    sources: {
      "booking-rules":
        "Règlement d’une clinique sur la prise de rendez-vous, première consultation ou examen (depuis le 4 janvier 2023)",
    },
    sections: {
      "opening part, paragraphs 3 to 5": "début, alinéas 3 à 5",
      "opening part, paragraph 3": "début, alinéa 3",
      "opening part, paragraphs 3 and 4": "début, alinéas 3 et 4",
      "opening part, paragraph 4": "début, alinéa 4",
      "booking at reception, emergencies": "rendez-vous pris à l’accueil, urgences",
    },
    units: {},
  },
});
