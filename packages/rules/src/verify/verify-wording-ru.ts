import type { VerifyWording } from "./verify-wording.js";

export const russian: VerifyWording = {
  quoted: (word) => `«${word}»`,
  and: (parts) => new Intl.ListFormat("ru").format(parts),
  constraint: {
    is: (label, value) => `${label}: ${value}`,
    isNone: (label, values) => `${label}: ни один из вариантов: ${values}`,
    contains: (label, elements) => `${label}: есть ${elements}`,
    lacks: (label, elements) => `${label}: нет ${elements}`,
    days: {
      before: (left, right) => `${left}: раньше, чем ${right}`,
      notBefore: (left, right) => `${left}: не раньше, чем ${right}`,
      after: (left, right) => `${left}: позже, чем ${right}`,
      notAfter: (left, right) => `${left}: не позже, чем ${right}`,
    },
    numbers: {
      before: (left, right) => `${left}: меньше, чем ${right}`,
      notBefore: (left, right) => `${left}: не меньше, чем ${right}`,
      after: (left, right) => `${left}: больше, чем ${right}`,
      notAfter: (left, right) => `${left}: не больше, чем ${right}`,
    },
    weekdayOf: (day) => `день недели (${day})`,
    same: (left, right) => `совпадают: ${left} и ${right}`,
    different: (left, right) => `различаются: ${left} и ${right}`,
  },
  diff: {
    nothing: "Ничего не меняется.",
    nothingElse: "больше ничего не меняется",
    period: (from, to) =>
      from === undefined
        ? to === undefined
          ? "В любой день"
          : `По ${to}`
        : to === undefined
          ? `С ${from}`
          : `С ${from} по ${to}`,
    sentence: (days, parts) => `${days}: ${parts.join("; ")}.`,
    manyChange: (labels) => `меняются ответы: ${labels}`,
    startsToHold: "правила действуют, хотя раньше не действовали",
    ceasesToHold: "правила больше не действуют",
    fromTo: (before, after) => `с ${before} до ${after}`,
    rises: (label, moves) => `${label}: рост ${moves}`,
    falls: (label, moves) => `${label}: снижение ${moves}`,
    becomes: (before, after) => `с ${before} на ${after}`,
    changes: (label, moves) => `${label}: меняется ${moves}`,
    comes: (label, elements) => `${label}: теперь также ${elements}`,
    goes: (label, elements) => `${label}: больше нет ${elements}`,
    kindsOfCases: (count) => (count === 1 ? "в случаях одного вида" : `видов случаев: ${count}`),
    moreKindsOfCases: (count) => `видов случаев: больше ${count}`,
  },
  finding: {
    case: (decisions, id) => `${decisions} (случай ${id})`,
    gapReachable: (at) => `${at}: источник здесь молчит, и есть данные, которые к этому приводят`,
    casesConflict: (at, other) => `${at}: может выполняться вместе с ${other}, но с другим ответом`,
    caseImpossible: (at) => `${at}: нет данных, при которых условие выполнено`,
    caseHidden: (at, hiding) => `${at}: никогда не решает, потому что раньше всегда решает ${hiding}`,
    caseRedundant: (at) => `${at}: без этого случая все ответы остаются прежними`,
    decisionConstant: (label) => `${label}: ответ всегда один и тот же`,
    factUnused: (label) => `${label}: ни один ответ от этого не зависит`,
    boundaryUncovered: (label, values) => `${label}: нет примера, где ${values}`,
    sourceStale: (title, checkedOn, on) =>
      `${title}: последний раз сверено с данными ${checkedOn}, слишком задолго до ${on}`,
    lawBroken: (label) => `есть данные, которые нарушают закон: ${label}`,
    acceptedNotFound: (finding, at) => `${at}: ${finding} принято, но больше не встречается`,
  },
};
