import { acceptableFindings, caseFindings, factFindings, type AcceptableFinding } from "./accepted.js";
import type { EditionSummary } from "./check-edition.js";
import { nearest, report, type Findings } from "./findings.js";
import { along, quoted, type Place } from "./place.js";
import { readChoice, readFields, readList, readText, type Fields } from "./read-fields.js";
import type { Words } from "./word.js";

const acceptedForm = { required: ["finding", "at", "reason"], optional: [] };

/** Checks that accepted findings are about something the policy has. Whether they occur is for the verifier to say. */
export function checkAccepts(
  findings: Findings,
  policy: Fields,
  place: Place,
  words: Words,
  editions: readonly EditionSummary[],
): void {
  if (!Object.hasOwn(policy, "accepts")) return;
  const seen = new Set<string>();
  for (const [index, accepted] of (
    readList(findings, policy["accepts"], along(place, "accepts")) ?? []
  ).entries()) {
    const position = along(place, "accepts", index);
    const fields = readFields(findings, accepted, position, acceptedForm);
    if (fields === undefined) continue;
    readText(findings, fields, "reason", position);
    const finding = readChoice(findings, fields, "finding", position, acceptableFindings);
    const at = readText(findings, fields, "at", position);
    if (finding === undefined || at === undefined) continue;
    const [what, known] = namesFor(finding, words, editions);
    if (known !== undefined && !known.has(at)) {
      const todo = nearest(findings, at, known, `name a ${what} of the policy, or remove the entry`);
      report(findings, "accepted-unknown", along(position, "at"), `no ${what} ${quoted(at)}`, todo);
    }
    const key = `${finding} ${at}`;
    if (seen.has(key))
      report(findings, "repeated", position, "the finding is accepted twice", "accept it once");
    seen.add(key);
  }
}

/** What a finding is about, and the names of all there are; `undefined` where some could not be read. */
function namesFor(
  finding: AcceptableFinding,
  words: Words,
  editions: readonly EditionSummary[],
): readonly [what: string, known: ReadonlySet<string> | undefined] {
  const isAbout = (list: readonly AcceptableFinding[]): boolean => list.includes(finding);
  if (isAbout(factFindings)) return ["fact", new Set(words.facts.keys())];
  if (finding === "decision-constant") return ["decision", new Set(words.decisions.keys())];
  if (finding === "source-stale" || !isAbout(caseFindings)) return ["source", words.sources];
  const ids = editions.flatMap((edition) => [...edition.ids]);
  return ["case", ids.length === 0 ? undefined : new Set([...ids, ...words.decisions.keys()])];
}
