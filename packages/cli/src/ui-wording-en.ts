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
  counted: ({ lines, decided, open, notInForce, wrong, blank }, seconds) =>
    `${lines} lines: ${decided} decided, ${open} open, ${notInForce} not in force, ${wrong} wrong, ${blank} blank; ${seconds} s`,
  progress: "lines",
};
