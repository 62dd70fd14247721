import type { VerifyWording } from "./verify-wording.js";

export const french: VerifyWording = {
  quoted: (word) => `«\u00a0${word}\u00a0»`,
  and: (parts) => new Intl.ListFormat("fr").format(parts),
  constraint: {
    is: (label, value) => `${label} : ${value}`,
    isNone: (label, values) => `${label} : autre que ${values}`,
    contains: (label, elements) => `${label} : avec ${elements}`,
    lacks: (label, elements) => `${label} : sans ${elements}`,
    days: {
      before: (left, right) => `${left} : avant ${right}`,
      notBefore: (left, right) => `${left} : au plus tôt ${right}`,
      after: (left, right) => `${left} : après ${right}`,
      notAfter: (left, right) => `${left} : au plus tard ${right}`,
    },
    numbers: {
      before: (left, right) => `${left} : moins que ${right}`,
      notBefore: (left, right) => `${left} : au moins ${right}`,
      after: (left, right) => `${left} : plus que ${right}`,
      notAfter: (left, right) => `${left} : au plus ${right}`,
    },
    weekdayOf: (day) => `jour de la semaine (${day})`,
    same: (left, right) => `identiques : ${left} et ${right}`,
    different: (left, right) => `différents : ${left} et ${right}`,
  },
  diff: {
    nothing: "Rien ne change.",
    nothingElse: "rien d’autre ne change",
    period: (from, to) =>
      from === undefined
        ? to === undefined
          ? "Tous les jours"
          : `Jusqu’au ${to}`
        : to === undefined
          ? `À partir du ${from}`
          : `Du ${from} au ${to}`,
    sentence: (days, parts) => `${days} : ${parts.join(" ; ")}.`,
    manyChange: (labels) => `ces réponses changent : ${labels}`,
    startsToHold: "les règles sont en vigueur, ce qui n’était pas le cas",
    ceasesToHold: "les règles ne sont plus en vigueur",
    fromTo: (before, after) => `de ${before} à ${after}`,
    rises: (label, moves) => `${label} : hausse ${moves}`,
    falls: (label, moves) => `${label} : baisse ${moves}`,
    becomes: (before, after) => `de ${before} à ${after}`,
    changes: (label, moves) => `${label} : passage ${moves}`,
    comes: (label, elements) => `${label} : désormais aussi ${elements}`,
    goes: (label, elements) => `${label} : désormais sans ${elements}`,
    kindsOfCases: (count) => (count === 1 ? "dans un type de cas" : `dans ${count} types de cas`),
    moreKindsOfCases: (count) => `dans plus de ${count} types de cas`,
  },
  finding: {
    case: (decisions, id) => `${decisions} (cas ${id})`,
    gapReachable: (at) => `${at} : la source ne dit rien ici, et des faits y mènent`,
    casesConflict: (at, other) =>
      `${at} : peut s’appliquer en même temps que ${other}, avec un autre résultat`,
    caseImpossible: (at) => `${at} : aucun fait ne remplit sa condition`,
    caseHidden: (at, hiding) => `${at} : ne décide jamais, car ${hiding} décide toujours avant`,
    caseRedundant: (at) => `${at} : sans ce cas, toutes les réponses restent les mêmes`,
    decisionConstant: (label) => `${label} : la réponse est toujours la même`,
    factUnused: (label) => `${label} : aucune réponse n’en dépend`,
    boundaryUncovered: (label, values) => `${label} : aucun exemple pour ${values}`,
    sourceStale: (title, checkedOn, on) =>
      `${title} : dernière comparaison avec les données le ${checkedOn}, trop longtemps avant le ${on}`,
    lawBroken: (label) => `des faits enfreignent une loi : ${label}`,
    acceptedNotFound: (finding, at) => `${at} : ${finding} est accepté, mais n’existe plus`,
  },
};
