import { dayFromIso } from "../calendar/civil-day.js";
import { nearest, report, type Findings } from "./findings.js";
import { along, quoted, type Place } from "./place.js";
import { longestText, readList, wrongType } from "./read-fields.js";
import { orderedKinds, type Word } from "./word.js";

/** Checks that a literal is a value of a fact, a decision or a rate. */
export function checkValue(findings: Findings, value: unknown, word: Word, place: Place): void {
  if (value === "none" && orderedKinds.has(word.kind)) {
    if (word.orNone) return;
    report(findings, "none-not-declared", place, "it is never none", 'declare "orNone", or give a value');
    return;
  }
  switch (word.kind) {
    case undefined:
      return;
    case "boolean":
      if (typeof value !== "boolean") wrongType(findings, value, place, "true or false");
      return;
    case "one-of":
      checkElement(findings, value, word.values, place);
      return;
    case "set-of":
      checkElements(findings, value, word.values, place);
      return;
    case "integer":
      checkNumber(findings, value, word.min, word.max, place);
      return;
    case "amount":
      checkNumber(findings, value, 0, undefined, place);
      return;
    case "date":
      checkDay(findings, value, place);
      return;
    case "time":
      checkTime(findings, value, place);
      return;
    case "text":
      checkComparedText(findings, value, place);
  }
}

/** Whether a text is a day of the calendar. */
export function checkDay(findings: Findings, value: unknown, place: Place): string | undefined {
  if (typeof value !== "string") return wrongType(findings, value, place, "a day");
  if (dayFromIso(value) !== undefined) return value;
  report(
    findings,
    "day-malformed",
    place,
    `${quoted(value)} is not a day`,
    "write a day that exists, as 2026-01-31",
  );
  return undefined;
}

/** Whether a text is the first day of something, or `"open"` for no start. */
export function checkStart(findings: Findings, value: unknown, place: Place): string | undefined {
  return value === "open" ? value : checkDay(findings, value, place);
}

/** Whether a list holds values of a set, each once. */
export function checkElements(
  findings: Findings,
  value: unknown,
  known: ReadonlySet<string>,
  place: Place,
): void {
  const seen = new Set<unknown>();
  for (const [index, element] of (readList(findings, value, place) ?? []).entries()) {
    const at = along(place, index);
    checkElement(findings, element, known, at);
    if (typeof element === "string" && seen.has(element)) {
      report(findings, "repeated", at, `${quoted(element)} is listed twice`, "list it once");
    }
    seen.add(element);
  }
}

export function checkElement(
  findings: Findings,
  value: unknown,
  known: ReadonlySet<string>,
  place: Place,
): void {
  if (typeof value !== "string") wrongType(findings, value, place, "one of the declared values");
  else if (!known.has(value)) {
    report(
      findings,
      "value-unknown",
      place,
      `${quoted(value)} is not a value here`,
      nearest(findings, value, known),
    );
  }
}

function checkNumber(
  findings: Findings,
  value: unknown,
  min: number | undefined,
  max: number | undefined,
  place: Place,
): void {
  if (typeof value !== "number") wrongType(findings, value, place, "a whole number");
  else if (!Number.isSafeInteger(value)) {
    report(
      findings,
      "number-unsafe",
      place,
      `${value} is not exact`,
      "write a whole number, of cents for money",
    );
  } else if (value < (min ?? -Infinity)) {
    report(
      findings,
      "value-out-of-range",
      place,
      `${value} is below ${min ?? value}`,
      "write what is in range",
    );
  } else if (value > (max ?? Infinity)) {
    report(
      findings,
      "value-out-of-range",
      place,
      `${value} is above ${max ?? value}`,
      "write what is in range",
    );
  }
}

function checkTime(findings: Findings, value: unknown, place: Place): void {
  if (typeof value !== "string") wrongType(findings, value, place, "a time of day");
  else if (!/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value)) {
    report(findings, "time-malformed", place, `${quoted(value)} is not a time`, "write 00:00 to 23:59");
  }
}

function checkComparedText(findings: Findings, value: unknown, place: Place): void {
  if (typeof value !== "string") wrongType(findings, value, place, "a text");
  else if (value.length > longestText) {
    report(findings, "text-too-long", place, `the text has ${value.length} characters`, "write at most 1000");
  } else if (value !== value.normalize("NFC")) {
    // Facts are compared in NFC, so a text in any other form would equal none of them.
    report(
      findings,
      "text-decomposed",
      place,
      "its accents are characters of their own",
      "write it in Unicode form NFC",
    );
  }
}
