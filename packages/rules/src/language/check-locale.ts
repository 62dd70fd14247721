import { checkMessage } from "./check-message.js";
import { copyPlain } from "./copy-plain.js";
import { nearest, report, type Findings } from "./findings.js";
import { freezeDeeply } from "./freeze-deeply.js";
import { localeEntries, policyLabels, type LocaleEntries, type LocaleTexts } from "./locale-entries.js";
import { along, inside, listed, placeOf, quoted, type Place } from "./place.js";
import type { Policy } from "./policy.js";
import { GuichetError, type Problem } from "./problem.js";
import { isRecord, readFields, readLine, readRecord, readText, type Fields } from "./read-fields.js";

const required = ["locale", "cases", "remarks", "values"];
const recordLabels = [
  "facts",
  "decisions",
  "rates",
  "given",
  "laws",
  "sources",
  "sections",
  "units",
] as const;
const labelsForm = { required: ["title", "question", ...recordLabels], optional: [] };

/** Makes a locale of its texts, or refuses it with everything that is wrong. Errors: `locale-refused`. */
export function acceptLocale<P extends Policy>(
  policy: P,
  text: unknown,
): { readonly policy: P } & LocaleTexts {
  const { copy, problems } = readLocale(policy, text);
  if (problems.length > 0) throw new GuichetError("locale-refused", problems);
  const { locale, cases, remarks, values, valuesOf, labels } = copy as Checked;
  const parts = {
    locale,
    cases,
    remarks,
    values,
    valuesOf: valuesOf ?? {},
    labels: labels ?? policyLabels(policy),
  };
  return Object.freeze({ policy, ...freezeDeeply(structured(parts)) });
}

/**
 * Says everything that is wrong with a locale of a policy that was accepted.
 *
 * Shape: the codes are those of `LocaleProblemCode`. The text may be anything at all.
 */
export function localeProblems(policy: Policy, text: unknown): readonly Problem[] {
  return readLocale(policy, text).problems;
}

function readLocale(
  policy: Policy,
  text: unknown,
): { readonly copy: unknown; readonly problems: readonly Problem[] } {
  const findings: Findings = { problems: [] };
  const { copy, notPlain } = copyPlain(text);
  const locale = isRecord(copy) ? copy["locale"] : undefined;
  const known = typeof locale === "string" && policy.locales.includes(locale);
  const place = placeOf(`${policy.id}, locale ${known ? locale : "without a name"}`);
  for (const { path, what } of notPlain) {
    const todo = "write text and plain objects";
    report(findings, "not-plain-data", along(place, ...path), `${what} is not plain data`, todo);
  }
  const ownLabels = known && locale !== policy.locales[0];
  const form = { required: ownLabels ? [...required, "labels"] : required, optional: ["valuesOf"] };
  const fields = readFields(
    findings,
    copy,
    place,
    known ? form : { ...form, optional: ["valuesOf", "labels"] },
  );
  if (fields === undefined) return { copy, problems: findings.problems };
  const name = readText(findings, fields, "locale", place);
  if (name !== undefined && !known) {
    const todo = `use ${listed(policy.locales, "or")}`;
    report(
      findings,
      "locale-unknown",
      along(place, "locale"),
      `the policy has no locale ${quoted(name)}`,
      todo,
    );
  }
  checkTexts(findings, fields, place, policy);
  return { copy, problems: findings.problems };
}

function checkTexts(findings: Findings, fields: Fields, place: Place, policy: Policy): void {
  const entries = localeEntries(policy);
  for (const [part, noun] of [
    ["cases", "case"],
    ["remarks", "remark"],
    ["values", "value"],
  ] as const) {
    if (!Object.hasOwn(fields, part)) continue;
    checkRecord(findings, fields[part], along(place, part), entries[part], (id, message) => {
      const at = inside(place, `${noun} ${quoted(id)}`);
      const line = readLine(findings, message, at);
      if (line !== undefined && part !== "values") checkMessage(findings, line, at, policy, entries);
    });
  }
  if (Object.hasOwn(fields, "valuesOf"))
    checkValuesOf(findings, fields["valuesOf"], along(place, "valuesOf"), entries);
  if (Object.hasOwn(fields, "labels"))
    checkLabels(findings, fields["labels"], along(place, "labels"), entries);
}

/** Checks that a record has exactly the wanted keys, and each of its texts. */
function checkRecord(
  findings: Findings,
  record: unknown,
  place: Place,
  wanted: ReadonlySet<string>,
  check: (key: string, text: unknown) => void,
): void {
  const fields = readRecord(findings, record, place);
  if (fields === undefined) return;
  const absent = new Set([...wanted].filter((key) => !Object.hasOwn(fields, key)));
  for (const key of absent)
    report(findings, "entry-missing", place, `no text for ${quoted(key)}`, "write one");
  for (const [key, text] of Object.entries(fields)) {
    if (wanted.has(key)) check(key, text);
    else refuseEntry(findings, key, place, absent);
  }
}

function refuseEntry(findings: Findings, key: string, place: Place, known: ReadonlySet<string>): void {
  const todo = nearest(findings, key, known, "remove it");
  report(findings, "entry-unknown", place, `the policy has no ${quoted(key)}`, todo);
}

/** Words that read differently under one fact or decision: only those that differ are written. */
function checkValuesOf(findings: Findings, value: unknown, place: Place, entries: LocaleEntries): void {
  for (const [name, words] of Object.entries(readRecord(findings, value, place) ?? {})) {
    const at = along(place, name);
    const known = entries.valuesOf.get(name);
    if (known === undefined) {
      refuseEntry(findings, name, place, new Set(entries.valuesOf.keys()));
      continue;
    }
    for (const [word, text] of Object.entries(readRecord(findings, words, at) ?? {})) {
      if (known.has(word)) readLine(findings, text, along(at, word));
      else refuseEntry(findings, word, at, known);
    }
  }
}

function checkLabels(findings: Findings, value: unknown, place: Place, entries: LocaleEntries): void {
  const fields = readFields(findings, value, place, labelsForm);
  if (fields === undefined) return;
  readText(findings, fields, "title", place);
  readText(findings, fields, "question", place);
  for (const part of recordLabels) {
    if (!Object.hasOwn(fields, part)) continue;
    const at = along(place, part);
    checkRecord(findings, fields[part], at, entries.labels[part], (key, text) => {
      readLine(findings, text, along(at, key));
    });
  }
}

/** A copy without a problem. */
type Checked = Omit<LocaleTexts, "valuesOf" | "labels"> & Partial<LocaleTexts>;

/** Ordinary objects again: the copy that was checked has objects without a prototype. */
function structured(parts: LocaleTexts): LocaleTexts {
  const { labels, valuesOf } = parts;
  return {
    locale: parts.locale,
    cases: { ...parts.cases },
    remarks: { ...parts.remarks },
    values: { ...parts.values },
    valuesOf: Object.fromEntries(Object.entries(valuesOf).map(([name, words]) => [name, { ...words }])),
    labels: {
      title: labels.title,
      question: labels.question,
      facts: { ...labels.facts },
      decisions: { ...labels.decisions },
      rates: { ...labels.rates },
      given: { ...labels.given },
      laws: { ...labels.laws },
      sources: { ...labels.sources },
      sections: { ...labels.sections },
      units: { ...labels.units },
    },
  };
}
