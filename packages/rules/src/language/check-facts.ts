import { unreadable } from "./copy-plain.js";
import { report, type Findings } from "./findings.js";
import { checkKind, type Role } from "./check-kind.js";
import { checkName } from "./check-name.js";
import { along, inside, quoted, type Place } from "./place.js";
import { isRecord, readChoice, readRecord, readText } from "./read-fields.js";
import type { FactWord } from "./word.js";

const factRole: Role = {
  kinds: ["boolean", "one-of", "set-of", "integer", "date", "time", "text"],
  required: ["label", "holder", "privacy"],
  optional: ["unit"],
};

/** Groups whose names begin the names of decisions and rates. */
const reservedGroups = new Set(["decision", "rate"]);

/** Checks the facts of a policy, and gives them by path. */
export function checkFacts(findings: Findings, facts: unknown, place: Place): ReadonlyMap<string, FactWord> {
  const words = new Map<string, FactWord>();
  for (const [name, entry] of Object.entries(readRecord(findings, facts, along(place, "facts")) ?? {})) {
    const at = inside(place, `fact ${quoted(name)}`);
    checkName(findings, name, at);
    if (reservedGroups.has(name)) {
      report(findings, "name-reserved", at, `${quoted(name)} stands for ${name}s`, "choose another name");
    }
    if (!isGroup(entry)) words.set(name, checkFact(findings, entry, at));
    else checkGroup(findings, name, entry, place, words);
  }
  return words;
}

function checkGroup(
  findings: Findings,
  group: string,
  entries: Readonly<Record<string, unknown>>,
  place: Place,
  words: Map<string, FactWord>,
): void {
  if (Object.keys(entries).length === 0) {
    const at = inside(place, `fact ${quoted(group)}`);
    report(findings, "list-empty", at, "the group has no fact", "add one, or remove the group");
  }
  for (const [name, entry] of Object.entries(entries)) {
    const path = `${group}.${name}`;
    const at = inside(place, `fact ${quoted(path)}`);
    checkName(findings, name, at);
    if (isGroup(entry) && Object.keys(entry).length > 0) {
      report(findings, "fact-too-deep", at, "a group holds facts only", "move its facts one level up");
    } else {
      words.set(path, checkFact(findings, entry, at));
    }
  }
}

function checkFact(findings: Findings, declaration: unknown, place: Place): FactWord {
  const { word, fields } = checkKind(findings, declaration, place, factRole);
  readText(findings, fields, "label", place);
  readText(findings, fields, "unit", place);
  const holders = ["patient", "desk", "practitioner", "record", "MIS", "platform", "insurer"];
  readChoice(findings, fields, "holder", place, holders);
  const privacy = readChoice(findings, fields, "privacy", place, [
    "public",
    "internal",
    "personal",
    "health",
  ]);
  return { ...word, privacy };
}

/** A record without a kind: of declarations, unless all its entries are a declaration's own properties. */
function isGroup(entry: unknown): entry is Readonly<Record<string, unknown>> {
  if (!isRecord(entry) || typeof entry["kind"] === "string") return false;
  const parts = Object.values(entry).filter((part) => part !== unreadable);
  return parts.length === 0 || parts.some(isRecord);
}
