import { dayInWords, valueInWords } from "../engine/value-in-words.js";
import { declaredFacts } from "../language/declared-facts.js";
import type { Locale } from "../language/locale.js";
import type { Finding } from "./finding.js";
import { verifyWordingOf } from "./verify-wording-of.js";
import type { VerifyWording } from "./verify-wording.js";

/**
 * Says a finding in one sentence, in the words of a locale. Ids and codes stay as they are written in the policy.
 *
 * @example
 * findingInWords(finding, recordHandoverEn);
 * // From 5 March 2002: who prepares the record (case RH-3-absent): the source is silent here, and …
 */
export function findingInWords(finding: Finding, locale: Locale): string {
  const say = verifyWordingOf(locale.locale);
  const { days, code } = finding;
  const statement = statementOf(finding, locale, say);
  if (!days || code === "source-stale") return `${capitalised(statement, locale)}.`;
  const [from, to] = [days.from, days.to].map((day) => (day === null ? undefined : inWords(locale, day)));
  return say.diff.sentence(say.diff.period(from, to), [statement]);
}

function statementOf(finding: Finding, locale: Locale, { finding: say, and }: VerifyWording): string {
  const { at, place, related, days } = finding;
  const labels: Readonly<
    Record<"facts" | "decisions" | "sources" | "laws", Readonly<Record<string, string>>>
  > = locale.labels;
  const decided = and((place?.decides ?? []).map((name) => labels.decisions[name] ?? name));
  const row = say.case(decided, at);
  switch (finding.code) {
    case "gap-reachable":
      return say.gapReachable(row);
    case "cases-conflict":
      return say.casesConflict(row, and(related));
    case "case-unreachable":
      return related.length === 0 ? say.caseImpossible(row) : say.caseHidden(row, and(related));
    case "case-redundant":
      return say.caseRedundant(row);
    case "decision-constant":
      return say.decisionConstant(labels.decisions[at] ?? at);
    case "fact-unused":
      return say.factUnused(labels.facts[at] ?? at);
    case "boundary-uncovered":
      return say.boundaryUncovered(
        labels.facts[at] ?? at,
        and(related.map((value) => sideInWords(locale, at, value))),
      );
    case "source-stale":
      return say.sourceStale(
        labels.sources[at] ?? at,
        inWords(locale, days?.from ?? ""),
        inWords(locale, days?.to ?? ""),
      );
    case "law-broken":
      return say.lawBroken((labels.laws[at] ?? at).replace(/\.$/, ""));
    case "accepted-not-found":
      return say.acceptedNotFound(and(related), at);
  }
}

function sideInWords(locale: Locale, fact: string, value: string): string {
  const declared = declaredFacts(locale.policy.facts).get(fact) ?? { kind: "text" };
  return valueInWords(locale, fact, declared, declared.kind === "integer" ? Number(value) : value);
}

function inWords(locale: Locale, day: string): string {
  return dayInWords(locale.locale, day) ?? day;
}

function capitalised(text: string, { locale }: Locale): string {
  const [first = ""] = text;
  return first.toLocaleUpperCase(locale) + text.slice(first.length);
}
