import type { UiWording } from "./ui-wording.js";

export const english: UiWording = {
  decided: "Decided",
  open: (settled, open) => `Open: ${settled} answered, ${open} still depend on what is not known`,
  fact: (label, value) => `${label}: ${value}`,
  unknownDay: (label) => `${label}: not known, so every edition counts`,
  edition: (day) => `edition of ${day}`,
  nothing: "None:",
  stillOpen: "Still open",
  toAsk: "To ask",
  asked: {
    "set-of": "any of:",
    integer: "a number",
    date: "a day",
    time: "a time of day",
    text: "a text",
  },
  why: "Why",
  oneOfThese: "One of these, with the same answer:",
  gap: "! the source is silent here",
  confidence: { likely: "likely", interpretation: "interpretation" },
  sources: "Sources",
  undated: "does not say from when it holds",
  comparedOn: (day) => `compared on ${day}`,
  longAgo: "long ago",
  policyColumns: ["Policy", "Question", "In force from", "Languages"],
  anyDay: "any day",
  progress: (lines, { perSecond, left }) =>
    [
      `${whole(lines)} lines`,
      ...(perSecond === undefined ? [] : [`${whole(perSecond)}/s`]),
      ...(left === undefined ? [] : [`${left} left`]),
    ].join("  "),
  batch: {
    counted: ({ lines, decided, open, notInForce, wrong, blank }, seconds) =>
      `${lines} lines: ${decided} decided, ${open} open, ${notInForce} not in force, ${wrong} wrong, ${blank} blank; ${seconds} s`,
    columns: ["Decision", "Case", "Lines"],
    stopped: "Stopped before the end.",
    stoppedForNow: "Stopped before the end; the same call with --resume goes on.",
  },
  written: (files) => `Written: ${files.join(", ")}`,
  interview: {
    ask: (holder) => `ask ${holder}`,
    form: { date: "YYYY-MM-DD", time: "HH:MM" },
    unknown: "I do not know",
    why: "Why do you ask?",
    back: "Back to the question before",
    noneOfThese: "none of these",
    choosing: "arrow keys choose, Enter confirms",
    ticking: "arrow keys move, space ticks, Enter confirms",
    typing: "Enter alone: I do not know · ?: why",
    typingBack: "<: back",
    alone: "Tick one or more values, or one of the other answers alone.",
    selectsEdition: "It selects the edition and the rates that apply.",
    affects: "These answers depend on it:",
    cases: "It bears on these cases:",
    stopped: "Stopped; nothing was kept.",
  },
  records: {
    columns: ["Line", "Policy", "Answer", "Recorded", "Now"],
    untold: (answers) => `cannot be told: ${answers}`,
    more: (answers) => `and ${answers} more: see --json`,
    counted: ({ lines, same, different, untold, refused, blank }) =>
      `${lines} lines: ${same} the same, ${different} different, ${untold} cannot be told, ${refused} wrong, ${blank} blank`,
  },
  diff: {
    days: (from, to) => `The rules of ${from} and those of ${to}`,
    versions: (other) => `Compared with ${other}`,
    always: "in every such case",
    all: (conditions) => conditions.join("; "),
    where: (conditions) => `where ${conditions}`,
    whereAnyOf: "where any of these is so:",
    andAnyOf: "and any of these is so:",
    more: (kinds) => `and ${kinds} more kinds of cases: see --json`,
  },
  verify: {
    columns: ["Policy", "Findings", "Accepted", "Laws", "Stretches", "Classes"],
    progress: "policies",
    accepted: "Accepted",
    forExample: "For example:",
    andThen: "and then:",
    notAsked: {
      boundaries: "Boundaries were not looked at: that takes worked examples.",
      sources: "The freshness of sources was not looked at: name a day with --on.",
    },
    holds: "Everything holds, for all facts on all days.",
    found: (findings) => (findings === 1 ? "One finding." : `${findings} findings.`),
  },
  amendment: {
    accepted: "Accepted: every law still holds.",
    refused: "Refused.",
    ends: (change, lastDay, endedBy) =>
      `Change ${change} ends on ${lastDay}: what the policy issued for ${endedBy} takes its place. Look whether it is still wanted.`,
  },
  sync: {
    queues: "Waiting",
    nothingWaits: "Nothing waits.",
    queueColumns: ["Clinic", "What", "State", "Count", "Oldest"],
    states: {
      pending: "to be sent",
      sending: "being sent",
      unknown: "outcome unknown",
      "set-aside": "set aside",
    },
    feeds: "Feeds",
    feedColumns: ["Clinic", "Feed", "Lag", "Failures", "Held", "Left behind"],
    missing: (missing, known) => `${missing} of ${known} missing`,
    setAside: "Set aside",
    noneSetAside: "Nothing is set aside.",
    deadLetterColumns: ["Clinic", "What", "Why", "Tries", "Since (UTC)", "May be there", "Id"],
    yes: "yes",
    no: "no",
    seeTo:
      "Look on the platform, then see to one: guichet sync dead-letters --retry <id>, --send <id> or --give-up <id>.",
    simulated: (platform) => `A simulated ${platform}, with invented people:`,
    untilInterrupted: "Ctrl-C ends it.",
  },
};

function whole(number: number): string {
  return Math.round(number).toLocaleString("en");
}
