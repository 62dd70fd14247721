import type { VerifyWording } from "./verify-wording.js";

export const english: VerifyWording = {
  quoted: (word) => word,
  and: (parts) => new Intl.ListFormat("en-GB").format(parts),
  constraint: {
    is: (label, value) => `${label}: ${value}`,
    isNone: (label, values) => `${label}: none of ${values}`,
    contains: (label, elements) => `${label}: including ${elements}`,
    lacks: (label, elements) => `${label}: without ${elements}`,
    days: {
      before: (left, right) => `${left} is before ${right}`,
      notBefore: (left, right) => `${left} is no earlier than ${right}`,
      after: (left, right) => `${left} is after ${right}`,
      notAfter: (left, right) => `${left} is no later than ${right}`,
    },
    numbers: {
      before: (left, right) => `${left}: less than ${right}`,
      notBefore: (left, right) => `${left}: at least ${right}`,
      after: (left, right) => `${left}: more than ${right}`,
      notAfter: (left, right) => `${left}: at most ${right}`,
    },
    weekdayOf: (day) => `weekday of ${day}`,
    same: (left, right) => `${left} and ${right} are the same`,
    different: (left, right) => `${left} and ${right} differ`,
  },
  diff: {
    nothing: "Nothing changes.",
    nothingElse: "nothing else changes",
    period: (from, to) =>
      from === undefined
        ? to === undefined
          ? "On every day"
          : `Until ${to}`
        : to === undefined
          ? `From ${from}`
          : `From ${from} to ${to}`,
    sentence: (days, parts) => `${days}: ${parts.join("; ")}.`,
    manyChange: (labels) => `these answers change: ${labels}`,
    startsToHold: "the policy is in force, which it was not",
    ceasesToHold: "the policy is no longer in force",
    fromTo: (before, after) => `from ${before} to ${after}`,
    rises: (label, moves) => `${label} rises ${moves}`,
    falls: (label, moves) => `${label} falls ${moves}`,
    becomes: (before, after) => `from ${before} to ${after}`,
    changes: (label, moves) => `${label}: changes ${moves}`,
    comes: (label, elements) => `${label}: now also ${elements}`,
    goes: (label, elements) => `${label}: no longer ${elements}`,
    kindsOfCases: (count) => (count === 1 ? "in one kind of case" : `in ${count} kinds of cases`),
    moreKindsOfCases: (count) => `in more than ${count} kinds of cases`,
  },
  finding: {
    case: (decisions, id) => `${decisions} (case ${id})`,
    gapReachable: (at) => `${at}: the source is silent here, and there are facts that lead to it`,
    casesConflict: (at, other) => `${at}: it can hold together with ${other}, and they say different things`,
    caseImpossible: (at) => `${at}: there are no facts for which it holds`,
    caseHidden: (at, hiding) => `${at}: it never decides, because ${hiding} always decides first`,
    caseRedundant: (at) => `${at}: without it, every answer is the same`,
    decisionConstant: (label) => `${label}: the answer is always the same`,
    factUnused: (label) => `${label}: no answer depends on it`,
    boundaryUncovered: (label, values) => `${label}: no example has ${values}`,
    sourceStale: (title, checkedOn, on) =>
      `${title}: last compared with the data on ${checkedOn}, too long before ${on}`,
    lawBroken: (label) => `there are facts that break a law: ${label}`,
    acceptedNotFound: (finding, at) => `${at}: ${finding} is accepted, and no longer occurs`,
  },
};
