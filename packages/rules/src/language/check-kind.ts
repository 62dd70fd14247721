import { report, type Findings } from "./findings.js";
import type { KindName } from "./kind.js";
import { checkId } from "./check-name.js";
import { along, quoted, type Place } from "./place.js";
import {
  isRecord,
  readChoice,
  readFields,
  readFilled,
  readMark,
  wrongType,
  type Fields,
} from "./read-fields.js";
import { orderedKinds, type Word } from "./word.js";

/** What a fact, a decision or a rate must and may say beside its kind. */
export interface Role {
  readonly kinds: readonly KindName[];
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** The properties of each kind, those that must be there first. */
const kindForms: ReadonlyMap<KindName, readonly [readonly string[], readonly string[]]> = new Map([
  ["boolean", [[], []]],
  ["one-of", [["values"], []]],
  ["set-of", [["values"], []]],
  ["integer", [[], ["min", "max"]]],
  ["amount", [["currency"], []]],
  ["date", [[], []]],
  ["time", [[], []]],
  ["text", [[], []]],
]);

/** Checks the kind of a declaration and gives what it stands for. */
export function checkKind(
  findings: Findings,
  declaration: unknown,
  place: Place,
  role: Role,
): { readonly word: Word; readonly fields: Fields } {
  const own = isRecord(declaration) ? declaration : nothing;
  const kind = readChoice(findings, own, "kind", place, role.kinds);
  const [required, optional] = (kind !== undefined && kindForms.get(kind)) || [[], anyKindProperty];
  const form = {
    required: ["kind", ...role.required, ...required],
    optional: [...role.optional, ...optional],
  };
  const fields = readFields(findings, declaration, place, form) ?? nothing;
  const values = readValues(findings, fields, place);
  const { min, max } = readBounds(findings, fields, place);
  const orNone = role.optional.includes("orNone") && readMark(findings, fields, "orNone", place);
  if (orNone && kind !== undefined && !orderedKinds.has(kind)) {
    const what = `${quoted(kind)} has no room for none`;
    report(
      findings,
      "none-not-possible",
      along(place, "orNone"),
      what,
      'list "none" as a value, or leave the set empty',
    );
  }
  const currency = readCurrency(findings, fields, place);
  const unjudged = required.includes("values") && values.size === 0;
  return { word: { kind: unjudged ? undefined : kind, values, min, max, currency, orNone }, fields };
}

const nothing: Fields = Object.create(null) as Fields;
const anyKindProperty = ["values", "min", "max", "currency"];

function readValues(findings: Findings, fields: Fields, place: Place): ReadonlySet<string> {
  const values = new Set<string>();
  for (const [index, value] of (readFilled(findings, fields, "values", place) ?? []).entries()) {
    const at = along(place, "values", index);
    const id = checkId(findings, value, at);
    if (id === undefined) continue;
    if (values.has(id)) report(findings, "repeated", at, `${quoted(id)} is listed twice`, "list it once");
    values.add(id);
  }
  return values;
}

function readBounds(findings: Findings, fields: Fields, place: Place) {
  const min = readBound(findings, fields, "min", place);
  const max = readBound(findings, fields, "max", place);
  if (min === undefined || max === undefined || min <= max) return { min, max };
  report(findings, "bounds-reversed", place, `min ${min} lies above max ${max}`, "exchange them");
  return { min: undefined, max: undefined };
}

function readBound(findings: Findings, fields: Fields, name: string, place: Place): number | undefined {
  if (!Object.hasOwn(fields, name)) return undefined;
  const value = fields[name];
  if (typeof value !== "number") return wrongType(findings, value, along(place, name), "a whole number");
  if (Number.isSafeInteger(value)) return value;
  report(findings, "number-unsafe", along(place, name), `${value} is not exact`, "write a whole number");
  return undefined;
}

function readCurrency(findings: Findings, fields: Fields, place: Place): string | undefined {
  if (!Object.hasOwn(fields, "currency")) return undefined;
  const { currency } = fields;
  const at = along(place, "currency");
  if (typeof currency !== "string") return wrongType(findings, currency, at, "a text");
  if (/^[A-Z]{3}$/.test(currency)) return currency;
  report(
    findings,
    "currency-malformed",
    at,
    `${quoted(currency)} is no currency`,
    'write three capital letters, as "EUR"',
  );
  return undefined;
}
