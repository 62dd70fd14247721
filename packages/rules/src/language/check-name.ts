import { report, type Findings } from "./findings.js";
import { quoted, type Place } from "./place.js";
import { wrongType } from "./read-fields.js";

// An allow-list: look-alike letters and characters that turn the reading direction cannot get in.
const idForm = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
const kebabForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const nameForm = /^[a-z][A-Za-z0-9]{0,99}$/;

/** Records are keyed by names, and every JavaScript object answers to these. */
const inherited = new Set([
  "constructor",
  "prototype",
  "__proto__",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
  "toString",
  "valueOf",
]);

/** Whether an id may stand in a policy: of a case, a source, an enumerated value, a law. */
export function checkId(findings: Findings, id: unknown, place: Place): string | undefined {
  return checkForm(findings, id, place, "id-malformed", idForm, 'letters, digits, "-", "." and "_"');
}

/** Whether a policy's own id is kebab-case: it names folders, entry points and commands. */
export function checkPolicyId(findings: Findings, id: unknown, place: Place): string | undefined {
  const checked = checkId(findings, id, place);
  if (checked === undefined || kebabForm.test(checked)) return checked;
  report(
    findings,
    "id-malformed",
    place,
    `${quoted(checked)} is not kebab-case`,
    'write small letters, digits and "-"',
  );
  return undefined;
}

/** Whether a fact, decision or rate has a camelCase name; the dot separates group and name. */
export function checkName(findings: Findings, name: string, place: Place): string | undefined {
  const todo = "a small letter, then letters and digits";
  return checkForm(findings, name, place, "name-malformed", nameForm, todo);
}

function checkForm(
  findings: Findings,
  text: unknown,
  place: Place,
  code: "id-malformed" | "name-malformed",
  form: RegExp,
  wanted: string,
): string | undefined {
  if (typeof text !== "string") return wrongType(findings, text, place, "a text");
  if (inherited.has(text)) {
    report(
      findings,
      "name-reserved",
      place,
      `${quoted(text)} is a word of JavaScript`,
      "choose another name",
    );
  } else if (!form.test(text)) {
    const what = text === "" ? "the name is empty" : `${quoted(text)} is not a name here`;
    report(findings, code, place, what, `write at most 100 characters: ${wanted}`);
  } else {
    return text;
  }
  return undefined;
}
