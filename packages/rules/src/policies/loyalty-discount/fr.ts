import { shippedLocale } from "../../language/index.js";
import { loyaltyDiscount } from "./policy.js";

export const loyaltyDiscountFr = shippedLocale(loyaltyDiscount, {
  locale: "fr",
  cases: {
    "LD-3-insured": "Le programme s’adresse aux patients assurés.",
    "LD-3-employee": "Le programme s’adresse aux salariés d’une entreprise sous contrat avec la clinique.",
    "LD-3-relative":
      "Le programme s’adresse à l’époux, à l’épouse, au fils ou à la fille d’un patient assuré ou d’un tel salarié.",
    "LD-3-nobody-else": "Le programme ne s’adresse à personne d’autre.",
    "LD-3":
      "La remise est réservée aux patients assurés, aux salariés d’une entreprise sous contrat et à leur époux, épouse, fils ou fille.",
    "LD-4-not-yet": "À la date de l’acte, le contrat d’assurance ou d’entreprise n’a pas encore pris effet.",
    "LD-4-no-longer": "À la date de l’acte, le contrat d’assurance ou d’entreprise a déjà pris fin.",
    "LD-1-other-line": "La remise ne porte que sur ces catégories de soins : {rate.eligibleLines}.",
    "LD-2": "L’acte figure au programme d’assurance ; la remise ne porte que sur les actes hors programme.",
    "LD-1-no-discount": "Un motif s’oppose à la remise : elle n’est pas accordée.",
    "LD-1": "Le programme de fidélité accorde {rate.loyaltyPercent} % de remise sur le prix de l’acte.",
  },
  remarks: {
    "LD-1-prosthodontics":
      "Le mot russe que le guide emploie pour l’orthopédie a ici son sens dentaire : couronnes, bridges et appareils, donc la prothèse.",
    "LD-1-neighbours":
      "Le guide ne dit pas si la chirurgie liée à un implant, les soins des gencives ou l’hygiène comptent parmi les soins qu’il nomme ; chacun est pris comme une catégorie à part, sans remise.",
    "LD-1-other-discounts":
      "Le guide ne dit pas si la remise se cumule avec une autre ; seule celle-ci est décidée ici.",
    "LD-2-whose-program":
      "Le guide ne dit pas quel programme compte quand un proche est soigné ; on regarde celui de la personne soignée.",
    "LD-3-which-insured":
      "Le guide ne dit pas si l’assureur doit travailler avec la clinique ; toute personne qui a une assurance médicale volontaire est tenue pour assurée.",
    "LD-3-which-relatives":
      "Le guide nomme l’époux, l’épouse, le fils et la fille et ne dit rien des autres proches, des beaux-enfants ni des concubins ; sa liste est tenue pour complète.",
    "LD-4-whose-period":
      "Le guide ne dit pas quelle période compte pour un proche ; c’est celle du contrat d’assurance du patient assuré ou du contrat de l’entreprise.",
  },
  values: {
    insured: "patient assuré",
    "corporate-employee": "salarié d’une entreprise sous contrat",
    relative: "proche",
    other: "autre",
    husband: "époux",
    wife: "épouse",
    son: "fils",
    daughter: "fille",
    "therapeutic-dentistry": "soins conservateurs",
    implantology: "implantologie",
    prosthodontics: "prothèse dentaire",
    orthodontics: "orthodontie",
    surgery: "chirurgie",
    periodontics: "parodontologie",
    hygiene: "hygiène",
    paediatrics: "pédodontie",
    diagnostics: "diagnostic",
    "not-entitled": "le programme ne s’adresse pas à cette personne",
    "outside-entitlement-period": "le contrat ne court pas ce jour-là",
    "service-line-not-eligible": "catégorie de soins sans remise",
    "covered-by-program": "acte figurant au programme d’assurance",
  },
  valuesOf: {
    "beneficiary.kind": { other: "aucun d’eux" },
    "beneficiary.relation": { other: "autre lien" },
    "beneficiary.relativeOf": { other: "quelqu’un d’autre" },
    "service.line": { other: "autre catégorie" },
  },
  labels: {
    title: "Remise de fidélité",
    question: "Cette personne bénéficie-t-elle de la remise de fidélité pour cet acte ?",
    facts: {
      "beneficiary.kind": "personne soignée",
      "beneficiary.relation": "lien familial",
      "beneficiary.relativeOf": "proche de",
      "entitlement.from": "premier jour du contrat d’assurance ou d’entreprise",
      "entitlement.to": "dernier jour du contrat d’assurance ou d’entreprise",
      "entitlement.openEnded": "le contrat est sans date de fin",
      "service.on": "date de l’acte",
      "service.line": "catégorie de soins",
      "service.inProgram": "l’acte figure au programme d’assurance du patient",
    },
    decisions: {
      entitled: "le programme s’adresse à cette personne",
      refusals: "motifs contre la remise",
      discountPercent: "remise, en pour cent",
    },
    rates: {
      loyaltyPercent: "remise de fidélité, en pour cent",
      eligibleLines: "catégories de soins avec remise",
    },
    given: {},
    laws: {
      "all-or-nothing": "La remise de fidélité est accordée en entier, ou pas du tout.",
      "refused-means-nothing": "S’il y a un motif contre la remise, elle n’est pas accordée.",
      "not-refused-means-given": "S’il n’y a aucun motif contre la remise, elle est accordée.",
      "nothing-on-what-is-covered": "Aucune remise sur ce que couvre le programme d’assurance.",
      "nothing-on-other-lines": "Aucune remise sur une catégorie de soins absente de la liste.",
      "nothing-to-strangers": "Aucune remise à une personne à qui le programme ne s’adresse pas.",
      "nothing-outside-the-period":
        "Aucune remise avant le début ni après la fin du contrat d’assurance ou d’entreprise.",
      "later-start-never-helps": "Un contrat qui commence plus tard n’accorde jamais plus de remise.",
      "later-end-never-hurts": "Un contrat qui finit plus tard n’accorde jamais moins de remise.",
      "open-end-never-hurts":
        "Un contrat sans date de fin n’accorde jamais moins de remise qu’un contrat qui finit.",
    },
    sources: {
      "insurance-and-loyalty-guide":
        "Assurance médicale volontaire (DMS) et programme de fidélité, guide d’un groupe de cliniques dentaires (sans date)",
    },
    sections: {
      "loyalty program": "programme de fidélité",
      "loyalty program, the Russian word for orthopaedics read as prosthodontics":
        "programme de fidélité, le mot russe pour l’orthopédie étant lu comme la prothèse dentaire",
    },
    units: {},
  },
});
