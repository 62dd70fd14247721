import { unreadable } from "./copy-plain.js";
import { nearest, report, type Findings } from "./findings.js";
import { along, quoted, type Place } from "./place.js";

/** The properties of an object of a plain copy. */
export type Fields = Readonly<Record<string, unknown>>;

/** The properties an object must and may have. */
export interface Form {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** Reads an object of a known form; properties that are missing or unknown are reported. */
export function readFields(findings: Findings, value: unknown, place: Place, form: Form): Fields | undefined {
  const fields = readRecord(findings, value, place);
  if (fields === undefined) return undefined;
  for (const name of form.required) {
    if (Object.hasOwn(fields, name)) continue;
    report(findings, "property-missing", place, `${quoted(name)} is missing`, `add ${quoted(name)}`);
  }
  for (const name of Object.keys(fields)) {
    if (form.required.includes(name) || form.optional.includes(name)) continue;
    const absent = [...form.required, ...form.optional].filter((known) => !Object.hasOwn(fields, known));
    const todo = nearest(findings, name, absent, "remove it");
    report(findings, "property-unknown", place, `${quoted(name)} has no meaning here`, todo);
  }
  return fields;
}

/** Reads an object whose keys are the author's own. */
export function readRecord(findings: Findings, value: unknown, place: Place): Fields | undefined {
  if (isRecord(value)) return value;
  return wrongType(findings, value, place, "an object");
}

export function readList(findings: Findings, value: unknown, place: Place): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value as readonly unknown[];
  return wrongType(findings, value, place, "a list");
}

/** Reads a property that is a list with something in it. */
export function readFilled(findings: Findings, fields: Fields, name: string, place: Place) {
  if (!Object.hasOwn(fields, name)) return undefined;
  const list = readList(findings, fields[name], along(place, name));
  if (list?.length !== 0) return list;
  report(findings, "list-empty", along(place, name), "the list is empty", "name at least one");
  return undefined;
}

/** Reads a property that people see: one line of visible text. */
export function readText(findings: Findings, fields: Fields, name: string, place: Place): string | undefined {
  if (!Object.hasOwn(fields, name)) return undefined;
  return readLine(findings, fields[name], along(place, name));
}

/** Reads one line of visible text. */
export function readLine(findings: Findings, value: unknown, place: Place): string | undefined {
  if (typeof value !== "string") return wrongType(findings, value, place, "a text");
  if (value.trim() === "") {
    report(findings, "text-empty", place, "the text is empty", "write it");
  } else if (value.length > longestText) {
    report(findings, "text-too-long", place, `the text has ${value.length} characters`, "write at most 1000");
  } else if (unsafeCharacters.test(value)) {
    report(
      findings,
      "text-unsafe",
      place,
      "the text has characters nobody sees",
      "write it on one plain line",
    );
  } else {
    return value;
  }
  return undefined;
}

/** Reads a property that is one of a few words of the language. */
export function readChoice<Choice extends string>(
  findings: Findings,
  fields: Fields,
  name: string,
  place: Place,
  choices: readonly Choice[],
): Choice | undefined {
  if (!Object.hasOwn(fields, name)) return undefined;
  const value = fields[name];
  const at = along(place, name);
  if (typeof value !== "string") return wrongType(findings, value, at, "a text");
  const choice = choices.find((one) => one === value);
  if (choice === undefined) {
    report(
      findings,
      "choice-unknown",
      at,
      `${quoted(value)} is not known`,
      nearest(findings, value, choices),
    );
  }
  return choice;
}

/** Reads a property that is `true` or left out. */
export function readMark(findings: Findings, fields: Fields, name: string, place: Place): boolean {
  if (!Object.hasOwn(fields, name)) return false;
  if (fields[name] !== true) wrongType(findings, fields[name], along(place, name), "true, or nothing");
  return fields[name] === true;
}

/** Reports a value of another type; generic, so that a reader can return it in place of what it wanted. */
export function wrongType<Wanted>(
  findings: Findings,
  value: unknown,
  place: Place,
  wanted: string,
): Wanted | undefined {
  if (value !== unreadable) {
    report(findings, "wrong-type", place, `expected ${wanted}, got ${described(value)}`, `write ${wanted}`);
  }
  return undefined;
}

export function isRecord(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The most characters a text may have. */
export const longestText = 1000;

/** Control characters, lone surrogates, and characters that turn the reading direction of what follows. */
const unsafeCharacters = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u;

function described(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "string") return `the text ${quoted(value)}`;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return "an object";
}
