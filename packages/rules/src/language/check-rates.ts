import { nearest, report, type Findings } from "./findings.js";
import { checkKind, type Role } from "./check-kind.js";
import { checkName } from "./check-name.js";
import { checkCites } from "./check-source.js";
import { checkElement, checkStart, checkValue } from "./check-value.js";
import { along, inside, listed, quoted, type Place } from "./place.js";
import {
  readFields,
  readFilled,
  readList,
  readRecord,
  readText,
  wrongType,
  type Fields,
} from "./read-fields.js";
import type { FactWord, RateWord, Word } from "./word.js";

const rateRole: Role = {
  kinds: ["amount", "integer", "date", "set-of"],
  required: ["label", "rows"],
  optional: ["orNone", "by"],
};
const rowForm = { required: ["from", "value", "cites"], optional: ["for"] };

type FactWords = ReadonlyMap<string, FactWord>;

/** Checks the rates of a policy row by row, and gives them by name. */
export function checkRates(
  findings: Findings,
  rates: unknown,
  place: Place,
  facts: FactWords,
  sources: ReadonlySet<string>,
): ReadonlyMap<string, RateWord> {
  const words = new Map<string, RateWord>();
  for (const [name, declaration] of Object.entries(
    readRecord(findings, rates, along(place, "rates")) ?? {},
  )) {
    const at = inside(place, `rate ${quoted(name)}`);
    checkName(findings, name, at);
    const { word, fields } = checkKind(findings, declaration, at, rateRole);
    readText(findings, fields, "label", at);
    const by = readKeys(findings, fields, at, facts);
    const rows: { key: readonly string[]; from: string }[] = [];
    const seen = new Set<string>();
    const written = readFilled(findings, fields, "rows", at);
    let whole = written !== undefined;
    for (const [index, row] of (written ?? []).entries()) {
      const rowAt = along(at, "rows", index);
      const read = checkRow(findings, row, rowAt, { word, by, facts, sources });
      whole &&= read !== undefined;
      if (read === undefined) continue;
      const mark = JSON.stringify([read.key, read.from]);
      if (seen.has(mark)) {
        const key = read.key.length === 0 ? "without a key" : `for ${listed(read.key)}`;
        report(
          findings,
          "rate-row-twice",
          rowAt,
          `a second row ${key} from ${read.from}`,
          "keep one of them",
        );
      }
      seen.add(mark);
      rows.push(read);
    }
    words.set(name, { ...word, by, rows: whole ? rows : undefined });
  }
  return words;
}

/** The facts that select a row; one that is not fit stays in its position, so that keys keep theirs. */
function readKeys(findings: Findings, fields: Fields, place: Place, facts: FactWords): readonly string[] {
  const paths: string[] = [];
  for (const [index, path] of (readFilled(findings, fields, "by", place) ?? []).entries()) {
    const at = along(place, "by", index);
    if (typeof path !== "string") {
      wrongType(findings, path, at, "the path of a fact");
      continue;
    }
    const fact = facts.get(path);
    if (fact === undefined) {
      const todo = nearest(findings, path, facts.keys(), "name a one-of fact");
      report(findings, "rate-key-unfit", at, `no fact ${quoted(path)}`, todo);
    } else if (fact.kind !== undefined && fact.kind !== "one-of") {
      report(findings, "rate-key-unfit", at, `${quoted(path)} is not one-of`, "name a one-of fact");
    } else if (paths.includes(path)) {
      report(findings, "repeated", at, `${quoted(path)} is named twice`, "name two different facts");
    }
    paths.push(path);
  }
  if (paths.length > 2) {
    report(
      findings,
      "rate-key-unfit",
      along(place, "by"),
      `${paths.length} facts select a row`,
      "name at most two",
    );
  }
  return paths;
}

interface RateContext {
  readonly word: Word;
  readonly by: readonly string[];
  readonly facts: FactWords;
  readonly sources: ReadonlySet<string>;
}

function checkRow(findings: Findings, row: unknown, place: Place, rate: RateContext) {
  const fields = readFields(findings, row, place, rowForm);
  if (fields === undefined) return undefined;
  if (Object.hasOwn(fields, "value")) checkValue(findings, fields["value"], rate.word, along(place, "value"));
  checkCites(findings, fields, place, rate.sources);
  const key = Object.hasOwn(fields, "for")
    ? checkKey(findings, fields["for"], along(place, "for"), rate)
    : [];
  const hasFrom = Object.hasOwn(fields, "from");
  const from = hasFrom ? checkStart(findings, fields["from"], along(place, "from")) : undefined;
  return key === undefined || from === undefined ? undefined : { key, from };
}

function checkKey(findings: Findings, value: unknown, place: Place, rate: RateContext) {
  const parts = readList(findings, value, place);
  if (parts === undefined) return undefined;
  if (parts.length > rate.by.length) {
    const what = `the key has ${parts.length} parts, and the rate is keyed by ${rate.by.length}`;
    report(findings, "rate-key-too-long", place, what, 'shorten the key, or name more facts in "by"');
    return undefined;
  }
  for (const [index, part] of parts.entries()) {
    const fact = rate.facts.get(rate.by[index] ?? "");
    if (fact?.kind === "one-of") checkElement(findings, part, fact.values, along(place, index));
    else if (typeof part !== "string") wrongType(findings, part, along(place, index), "a value of the fact");
  }
  return parts.filter((part) => typeof part === "string");
}
