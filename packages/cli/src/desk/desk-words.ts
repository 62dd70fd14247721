import type { FactPath, Locale, Policy } from "@guichet/rules";
import { shippedLocale } from "../load/shipped-policies.js";
import { knownLanguage } from "../load/load-policy.js";
import { uiWordingOf } from "../ui-wording-of.js";
import type { UiWording } from "../ui-wording.js";
import { deskWordingOf } from "./wording-of.js";
import type { DeskWording } from "./wording.js";

/** All that the results of desk tasks are printed with, in one language. */
export interface DeskWords {
  readonly language: string;
  readonly ui: UiWording;
  readonly desk: DeskWording;
  readonly localeOf: <P extends Policy>(policy: P) => Locale<P>;
}

/** The words for tasks that rest on these policies. Errors: `usage-refused` for a language a policy does not have. */
export async function deskWords(
  policies: readonly Policy[],
  language: string | undefined,
): Promise<DeskWords> {
  const locales = await Promise.all(
    policies.map(async (policy): Promise<[string, Locale]> => [
      policy.id,
      await shippedLocale(policy, knownLanguage(policy, language)),
    ]),
  );
  const byPolicy = new Map(locales);
  const chosen = locales[0]?.[1].locale ?? language ?? "en";
  return {
    language: chosen,
    ui: uiWordingOf(chosen),
    desk: deskWordingOf(chosen),
    localeOf: <P extends Policy>({ id }: P) => {
      const locale = byPolicy.get(id);
      if (locale === undefined) throw new TypeError(`${id} is not among the policies of the task`);
      return locale as Locale<P>;
    },
  };
}

/** The word of an enumerated value under a decision or a fact; the value itself where there is none. */
export function wordIn(locale: Locale, name: string, value: string): string {
  return locale.valuesOf[name]?.[value] ?? locale.values[value] ?? value;
}

/** What a decision of the policy is called. */
export function answerLabel<P extends Policy>(
  { labels }: Locale<P>,
  decision: keyof P["decisions"] & string,
): string {
  return labels.decisions[decision] ?? decision;
}

/** What a fact of the policy is called. */
export function factLabel<P extends Policy>({ labels }: Locale<P>, fact: FactPath<P["facts"]>): string {
  return (labels.facts as Readonly<Record<string, string>>)[fact] ?? fact;
}
