import { nearest, report, type Findings } from "./findings.js";
import type { LocaleEntries } from "./locale-entries.js";
import { quoted, type Place } from "./place.js";
import type { Policy } from "./policy.js";

const placeholder = /\{([^{}]*)\}/g;
const nameForm = /^[a-z][A-Za-z0-9]*(?:\.[a-z][A-Za-z0-9]*)?$/;
const printable: ReadonlySet<string> = new Set(["public", "internal"]);

/** Checks the placeholders of a message: each names a rate, a decision, or a fact that may be printed. */
export function checkMessage(
  findings: Findings,
  message: string,
  place: Place,
  policy: Policy,
  entries: LocaleEntries,
): void {
  if (/[{}]/.test(message.replace(placeholder, ""))) {
    report(
      findings,
      "placeholder-malformed",
      place,
      "a brace has no partner",
      'write placeholders as "{name}"',
    );
  }
  for (const [, name = ""] of message.matchAll(placeholder)) {
    const fact = entries.facts.get(name);
    if (!nameForm.test(name)) {
      const what = `${quoted(`{${name}}`)} is no placeholder`;
      report(findings, "placeholder-malformed", place, what, "write one name between the braces");
    } else if (fact !== undefined) {
      if (printable.has(fact.privacy)) continue;
      const what = `${quoted(name)} is ${fact.privacy === "health" ? "about health" : "personal"}`;
      report(findings, "placeholder-private", place, what, "write the sentence without it");
    } else if (isInternal(name, policy)) {
      const what = `${quoted(name)} is internal, and no part of the outcome`;
      report(findings, "placeholder-internal", place, what, "write the sentence without it");
    } else if (!namesRateOrDecision(name, policy)) {
      const todo = nearest(
        findings,
        name,
        printableNames(policy, entries),
        "name a rate, a decision or a fact",
      );
      report(findings, "placeholder-unknown", place, `no name ${quoted(name)}`, todo);
    }
  }
}

function isInternal(name: string, { decisions }: Policy): boolean {
  return name.startsWith("decision.") && decisions[name.slice("decision.".length)]?.internal === true;
}

function namesRateOrDecision(name: string, policy: Policy): boolean {
  const [group, bare = ""] = name.split(".");
  if (group === "rate") return Object.hasOwn(policy.rates, bare);
  return group === "decision" && Object.hasOwn(policy.decisions, bare);
}

function printableNames(policy: Policy, entries: LocaleEntries): readonly string[] {
  const facts = [...entries.facts].filter(([, fact]) => printable.has(fact.privacy));
  return [
    ...facts.map(([path]) => path),
    ...Object.keys(policy.decisions)
      .map((name) => `decision.${name}`)
      .filter((name) => !isInternal(name, policy)),
    ...Object.keys(policy.rates).map((name) => `rate.${name}`),
  ];
}
