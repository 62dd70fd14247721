import { describe, expect, it } from "vitest";
import { captureFacts, checkFacts } from "../src/engine/check-facts.js";
import { decide } from "../src/engine/decide.js";
import type { Value } from "../src/engine/evaluate.js";
import { explain } from "../src/engine/explain.js";
import { valueInWords } from "../src/engine/value-in-words.js";
import { declaredFacts } from "../src/language/declared-facts.js";
import type { FactDeclaration } from "../src/language/fact.js";
import type { Locale } from "../src/language/locale.js";
import { localeEntries } from "../src/language/locale-entries.js";
import { nestFacts } from "../src/testing/nest-facts.js";
import { randomFacts } from "../src/testing/random-facts.js";
import { byId, seed } from "./shipped-policies.js";

const draws = Array.from({ length: 300 }, (_, draw) => seed * 1000 + draw);

describe.each(byId)("the texts of %s", (_, { policy, locales }) => {
  const { cases, remarks, values } = localeEntries(policy);
  const samples = draws.map((draw) => randomFacts(policy, draw));

  it("are there in English, French and Russian, for each case, otherwise, gap and remark, and each value", () => {
    expect(locales.map(({ locale }) => locale)).toEqual(["en", "fr", "ru"]);
    for (const locale of locales) {
      expect(Object.keys(locale.cases).sort()).toEqual([...cases].sort());
      expect(Object.keys(locale.remarks).sort()).toEqual([...remarks].sort());
      expect(Object.keys(locale.values).sort()).toEqual([...values].sort());
      for (const text of [...Object.values(locale.cases), ...Object.values(locale.remarks)]) {
        expect(text, locale.locale).toMatch(/^\S.*[.!?…]$/u);
      }
    }
  });

  it("are written in the letters of their language", () => {
    for (const { locale, cases: texts, labels } of locales) {
      const all = [...Object.values(texts), labels.title, labels.question, ...Object.values(labels.facts)];
      for (const text of all) expect(/\p{Script=Cyrillic}/u.test(text), text).toBe(locale === "ru");
    }
  });

  it("name the same placeholders in every locale", () => {
    for (const part of ["cases", "remarks"] as const) {
      for (const id of Object.keys(locales[0]?.[part] ?? {})) {
        const named = locales.map((locale) => placeholdersOf(locale[part][id] ?? ""));
        expect(new Set(named.map((names) => names.join())).size, `${id}: ${named.join(" | ")}`).toBe(1);
      }
    }
  });

  it("have every placeholder filled once the facts are complete, and none left in braces", () => {
    for (const locale of locales) {
      const marked = withMarkedLabels(locale);
      for (const facts of samples) {
        const { answers, sentences } = explain(decide(policy, facts), marked);
        const reasons = answers.flatMap((answer) => answer.reasons.map(({ sentence }) => sentence));
        expect(reasons.join(" ")).not.toContain("LABEL");
        expect(sentences.join(" ")).not.toMatch(/[{}]|undefined|null|NaN|Invalid/);
        expect(sentences.join(" ")).not.toMatch(/\.\./);
      }
    }
  });

  it("say a decision with half its facts missing without a hole either", () => {
    for (const locale of locales) {
      for (const facts of samples.slice(0, 60)) {
        const known = [...captureFacts(policy, facts)].filter(
          ([path], index) => index % 2 === 0 || path === policy.datedBy,
        );
        const text = explain(decide(policy, nestFacts(policy, known)), locale).sentences.join(" ");
        expect(text).not.toMatch(/[{}]|undefined|null|NaN|Invalid|\.\./);
      }
    }
  });
});

describe.each(byId)("the privacy of %s", (_, { policy, locales }) => {
  const isPrivate = ({ privacy }: FactDeclaration) => privacy === "personal" || privacy === "health";
  const priv = [...declaredFacts(policy.facts)].filter(([, declared]) => isPrivate(declared));

  it("never prints a personal or health number, day or text", () => {
    for (const draw of draws) {
      const known = new Map(captureFacts(policy, randomFacts(policy, draw)));
      const canaries: [FactDeclaration, Value][] = [];
      for (const [path, declared] of priv) {
        const canary = canaryOf(declared);
        if (canary === undefined) continue;
        known.set(path, canary);
        canaries.push([declared, canary]);
      }
      const facts = nestFacts(policy, known);
      if (checkFacts(policy, facts).length > 0) continue;
      const decision = decide(policy, facts);
      const printed = [
        JSON.stringify(decision),
        ...locales.map((locale) => explain(decision, locale).sentences.join(" ")),
      ];
      for (const [declared, canary] of canaries) {
        const words = [
          String(canary),
          ...locales.map((locale) => valueInWords(locale, "", declared, canary)),
        ];
        for (const word of words) expect(printed.join(" ")).not.toContain(word);
      }
    }
  });

  it("never prints a personal or health choice in a sentence", () => {
    const words = Object.fromEntries(
      priv.flatMap(([path, declared]) =>
        "values" in declared
          ? [[path, Object.fromEntries(declared.values.map((value) => [value, "CANARY"]))]]
          : [],
      ),
    );
    for (const locale of locales) {
      const marked: Locale = { ...locale, valuesOf: { ...locale.valuesOf, ...words } };
      for (const draw of draws) {
        expect(explain(decide(policy, randomFacts(policy, draw)), marked).sentences.join()).not.toContain(
          "CANARY",
        );
      }
    }
  });

  it("refuses wrong facts of every kind without repeating them", () => {
    const wrong = ["CANARY-7316", 731.5, ["CANARY-7316"], { deep: "CANARY-7316" }];
    for (const value of wrong) {
      for (const [path, declared] of declaredFacts(policy.facts)) {
        if (declared.kind === "text" && typeof value === "string") continue;
        const problems = checkFacts(policy, nestFacts(policy, [[path, value as Value]]));
        expect(problems.length, path).toBe(1);
        expect(JSON.stringify(problems)).not.toMatch(/CANARY|731/);
      }
    }
  });

  it("refuses facts that contradict each other without repeating them", () => {
    for (const { holds } of policy.given ?? []) {
      if (!("fact" in holds) || typeof holds.value !== "object" || !("fact" in holds.value)) continue;
      const days = [["1973-08-19"], ["1973-08-20"]].flat();
      const [early = "", late = ""] = holds.operator.startsWith("less") ? days.toReversed() : days;
      const problems = checkFacts(
        policy,
        nestFacts(policy, [
          [holds.fact, early],
          [holds.value.fact, late],
        ]),
      );
      expect(problems.map(({ code }) => code)).toEqual(["contradiction"]);
      expect(JSON.stringify(problems)).not.toContain("1973");
    }
  });
});

function placeholdersOf(text: string): readonly string[] {
  return [...text.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name).sort();
}

/** The locale with labels that stand out: a placeholder without a value is printed by its label. */
function withMarkedLabels(locale: Locale): Locale {
  const marked = (labels: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.keys(labels).map((name) => [name, "LABEL"]));
  const { facts, decisions, rates } = locale.labels;
  return {
    ...locale,
    labels: { ...locale.labels, facts: marked(facts), decisions: marked(decisions), rates: marked(rates) },
  };
}

function canaryOf(declared: FactDeclaration): Value | undefined {
  if (declared.kind === "text") return "CANARY";
  if (declared.kind === "date") return "1973-08-19";
  if (declared.kind !== "integer") return undefined;
  return (declared.min ?? 0) <= 7316 && 7316 <= (declared.max ?? 7316) ? 7316 : undefined;
}
