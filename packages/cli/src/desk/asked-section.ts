import { questionOf, type Need, type Policy } from "@guichet/rules";
import type { Look } from "../render/look.js";
import { askedLines } from "../render/questions-view.js";
import type { Section } from "./desk-task.js";
import type { DeskWords } from "./desk-words.js";

/** What to ask, and whom, before a result can be settled. */
export function askedSection(
  { language, localeOf, look }: DeskWords & { readonly look: Look },
  policy: Policy,
  needs: readonly Need[],
): Section {
  const locale = localeOf(policy);
  return askedLines(
    needs.map((need) => ({ ...questionOf(locale, need), policy })),
    language,
    look,
  );
}
