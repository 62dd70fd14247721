import type { Locale, Policy } from "@guichet/rules";
import { findingInWords, type Finding, type Verification } from "@guichet/rules/verify";
import { uiWordingOf } from "../ui-wording-of.js";
import { pageOf, paragraphLines } from "./layout.js";
import type { Look } from "./look.js";
import { tableLines } from "./table.js";
import { witnessLines } from "./witness-lines.js";

/** A policy, what was found in it, and the words to say it in. */
export interface Verified {
  readonly policy: Policy;
  readonly locale: Locale;
  readonly verification: Verification;
}

/** What was found in policies: a table of all of them, then each finding with facts that show it. */
export function verificationView(verified: readonly Verified[], language: string, look: Look): string {
  const { verify: say } = uiWordingOf(language);
  const found = verified.reduce((count, { verification }) => count + verification.findings.length, 0);
  const isOne = verified.length === 1;
  return pageOf([
    countLines(verified, language, look),
    ...verified.flatMap((one) => findingSections(one, look)),
    ...(isOne ? verified.flatMap((one) => acceptedSections(one, look)) : []),
    notAskedLines(verified, language, look),
    paragraphLines(
      found === 0
        ? { text: say.holds, paint: (line) => look.paint.bold(look.paint.green(line)) }
        : { text: say.found(found), paint: (line) => look.paint.bold(look.paint.yellow(line)) },
      0,
      look,
    ),
  ]);
}

function countLines(verified: readonly Verified[], language: string, look: Look): readonly string[] {
  const { verify: say } = uiWordingOf(language);
  const number = new Intl.NumberFormat(language === "en" ? "en-GB" : language);
  const [name, ...counts] = say.columns;
  return tableLines(
    [{ head: name }, ...counts.map((head) => ({ head, align: "right" as const }))],
    verified.map(({ policy, verification: { findings, accepted, size } }) => [
      policy.id,
      ...[findings.length, accepted.length, policy.laws?.length ?? 0, size.segments, size.regions].map(
        (count) => number.format(count),
      ),
    ]),
    0,
    look,
  );
}

/** The findings of one policy that nobody has accepted. */
export function findingSections(
  { locale, verification: { findings } }: Pick<Verified, "locale" | "verification">,
  look: Look,
): readonly (readonly string[])[] {
  return findings.map((finding, index) => [
    ...(index === 0 ? [look.paint.bold(locale.labels.title), ""] : []),
    ...findingLines(finding, locale, look),
  ]);
}

function findingLines(finding: Finding, locale: Locale, look: Look): readonly string[] {
  return [
    ...paragraphLines({ text: findingInWords(finding, locale), paint: look.paint.yellow }, 2, look),
    ...paragraphLines({ text: `${finding.code} ${finding.at}`, paint: look.paint.dim }, 4, look),
    ...witnessLines(finding, locale, look),
  ];
}

function acceptedSections(
  { locale, verification: { accepted } }: Verified,
  look: Look,
): readonly (readonly string[])[] {
  if (accepted.length === 0) return [];
  const { verify: say } = uiWordingOf(locale.locale);
  return [
    [
      look.paint.bold(say.accepted),
      ...accepted.flatMap(({ finding, reason }) => [
        ...paragraphLines({ text: findingInWords(finding, locale) }, 2, look),
        ...paragraphLines(
          { text: `${finding.code} ${finding.at}: ${reason}`, paint: look.paint.dim },
          4,
          look,
        ),
      ]),
    ],
  ];
}

/** What was not looked for in some policy, for want of what it takes. */
function notAskedLines(verified: readonly Verified[], language: string, look: Look): readonly string[] {
  const { verify: say } = uiWordingOf(language);
  const codes = [...new Set(verified.flatMap(({ verification }) => verification.notAsked))];
  return codes.flatMap((code) => {
    const text = code === "source-stale" ? say.notAsked.sources : say.notAsked.boundaries;
    return paragraphLines({ text, paint: look.paint.dim }, 0, look);
  });
}
