import { describe, expect, it } from "vitest";
import { plainLocale } from "../language/plain-locale.js";
import { acceptableFindings } from "../language/accepted.js";
import { policyFromJson } from "../language/policy.js";
import type { Finding, FindingCode } from "./finding.js";
import { findingInWords } from "./finding-in-words.js";
import { visits } from "./visits.fixture.js";

const about = { place: { edition: "2026-01-01", decides: ["fee"] }, days: { from: "2026-01-01", to: null } };
const some: Readonly<Record<FindingCode, Omit<Finding, "code">>> = {
  "gap-reachable": { at: "V-3", related: [], ...about },
  "cases-conflict": { at: "V-2", related: ["V-3"], ...about },
  "case-unreachable": { at: "V-3", related: ["V-2"], ...about },
  "case-redundant": { at: "V-3", related: [], ...about },
  "decision-constant": { at: "fee", related: [] },
  "fact-unused": { at: "visit.by", related: [] },
  "boundary-uncovered": { at: "visit.earlier", related: ["3", "4"] },
  "source-stale": { at: "poster", related: [], days: { from: "2025-01-01", to: "2026-11-22" } },
  "law-broken": { at: "walking-is-free", related: [] },
  "accepted-not-found": { at: "V-3", related: ["gap-reachable"] },
};

const english: Readonly<Record<FindingCode, string>> = {
  "gap-reachable":
    "From 1 January 2026: fee (case V-3): the source is silent here, and there are facts that lead to it.",
  "cases-conflict":
    "From 1 January 2026: fee (case V-2): it can hold together with V-3, and they say different things.",
  "case-unreachable":
    "From 1 January 2026: fee (case V-3): it never decides, because V-2 always decides first.",
  "case-redundant": "From 1 January 2026: fee (case V-3): without it, every answer is the same.",
  "decision-constant": "Fee: the answer is always the same.",
  "fact-unused": "What the visitor says: no answer depends on it.",
  "boundary-uncovered": "What the visitor says: no example has 3 and 4.",
  "source-stale": "Poster: last compared with the data on 1 January 2025, too long before 22 November 2026.",
  "law-broken": "There are facts that break a law: Who comes on foot never pays.",
  "accepted-not-found": "V-3: gap-reachable is accepted, and no longer occurs.",
};

describe("findingInWords", () => {
  it.each(Object.entries(some))("says %s in English", (code, finding) => {
    const words = findingInWords({ code: code as FindingCode, ...finding }, plainLocale(visits, "en"));
    expect(words).toBe(english[code as FindingCode]);
  });

  it("says a case that can never hold in another way than one that is hidden", () => {
    const finding: Finding = { code: "case-unreachable", at: "V-3", related: [], ...about };
    expect(findingInWords(finding, plainLocale(visits, "en"))).toMatch(
      /there are no facts for which it holds\.$/,
    );
  });

  it.each(["fr", "ru"])("has a sentence of its own for every finding in %s", (locale) => {
    const policy = policyFromJson(JSON.stringify({ ...visits, locales: [locale] }));
    const said = Object.entries(some).map(([code, finding]) =>
      findingInWords({ code: code as FindingCode, ...finding }, plainLocale(policy, locale)),
    );
    expect(new Set(said).size).toBe(said.length);
    for (const sentence of said) {
      expect(sentence).toMatch(/^\p{Lu}.*[^.]\.$|^V-3.*\.$/u);
      expect(Object.values(english)).not.toContain(sentence);
    }
    expect(said.length).toBe(acceptableFindings.length + 3);
  });
});
