import { report, type Findings } from "./findings.js";
import { checkPolicyId } from "./check-name.js";
import { along, quoted, type Place } from "./place.js";
import { readFilled, readText, wrongType, type Fields } from "./read-fields.js";

const localeForm = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/;

/** Checks what a policy says of itself: its id, its texts, its locales. */
export function checkHeader(findings: Findings, policy: Fields, place: Place): void {
  if (Object.hasOwn(policy, "id")) checkPolicyId(findings, policy["id"], along(place, "id"));
  for (const name of ["title", "question", "jurisdiction"]) readText(findings, policy, name, place);
  const seen = new Set<string>();
  for (const [index, locale] of (readFilled(findings, policy, "locales", place) ?? []).entries()) {
    const at = along(place, "locales", index);
    if (typeof locale !== "string") wrongType(findings, locale, at, "a language tag");
    else if (!localeForm.test(locale)) {
      report(
        findings,
        "locale-malformed",
        at,
        `${quoted(locale)} is no language tag`,
        'write one as "en" or "fr-CA"',
      );
    } else if (seen.has(locale)) {
      report(findings, "repeated", at, `${quoted(locale)} is listed twice`, "list it once");
    } else seen.add(locale);
  }
}
