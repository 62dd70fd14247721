import { describe, expect, it } from "vitest";
import { localeProblems } from "../src/language/check-locale.js";
import { policyProblems } from "../src/language/check-policy.js";
import type { Locale } from "../src/language/locale.js";
import type { Problem } from "../src/language/problem.js";
import { byId } from "./shipped-policies.js";

// What `definePolicy` and `defineLocale` check when somebody's policy loads, `shippedPolicy` and `shippedLocale` do not.
describe.each(byId)("%s, which is shipped without being checked again where it loads,", (_, shipped) => {
  const { policy, locales } = shipped;

  it("is a policy that `definePolicy` accepts", () => {
    expect(messagesOf(policyProblems(policy))).toEqual([]);
  });

  it("has locales that `defineLocale` accepts", () => {
    for (const locale of locales) expect(messagesOf(localeProblems(policy, textsOf(locale)))).toEqual([]);
  });

  it("is frozen, and so are its locales", () => {
    for (const data of [policy, ...locales]) expect(firstUnfrozen(data)).toBeUndefined();
  });
});

/** A locale as its file writes it: the labels of the first one are the policy's own. */
function textsOf({ policy, locale, cases, remarks, values, valuesOf, labels }: Locale): object {
  const texts = { locale, cases, remarks, values, valuesOf };
  return locale === policy.locales[0] ? texts : { ...texts, labels };
}

function messagesOf(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ message }) => message);
}

/** The path of the first object that may still be changed. */
function firstUnfrozen(data: unknown, path = "it"): string | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  if (!Object.isFrozen(data)) return path;
  for (const [name, part] of Object.entries(data)) {
    const found = firstUnfrozen(part, `${path}.${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
