import { declaredFacts, type Explanation, type Policy } from "@guichet/rules";
import { uiWordingOf } from "../ui-wording-of.js";
import type { UiWording } from "../ui-wording.js";
import type { Explained } from "./explained.js";
import { labelledLines, paragraphLines } from "./layout.js";
import type { Look } from "./look.js";

/** A question, and the policy that asks it. */
export type Asked = Explanation["questions"][number] & { readonly policy: Policy };

/** What a decision asks for. */
export function questionLines({ explanation, locale }: Explained, look: Look): readonly string[] {
  return askedLines(
    explanation.questions.map((question) => ({ ...question, policy: locale.policy })),
    locale.locale,
    look,
  );
}

/** What to ask, under whom to ask: one conversation each, the most useful first. */
export function askedLines(questions: readonly Asked[], language: string, look: Look): readonly string[] {
  const say = uiWordingOf(language);
  const byHolder = new Map<string, Asked[]>();
  for (const question of questions) {
    byHolder.set(question.holder, [...(byHolder.get(question.holder) ?? []), question]);
  }
  if (byHolder.size === 0) return [];
  return [
    look.paint.bold(say.toAsk),
    ...[...byHolder].flatMap(([holder, asked]) => [
      ...paragraphLines({ text: holder, paint: look.paint.cyan }, 2, look),
      ...labelledLines(
        asked.map((question) => ({
          label: question.label,
          value: [{ text: possibleAnswers(say, question), paint: look.paint.dim }],
        })),
        4,
        look,
      ),
    ]),
  ];
}

function possibleAnswers(say: UiWording, { fact, choices, policy }: Asked): string {
  const kind = declaredFacts(policy.facts).get(fact)?.kind;
  if (kind === "set-of") return `${say.asked[kind]} ${choices.join(", ")}`;
  if (kind === "integer" || kind === "date" || kind === "time" || kind === "text") return say.asked[kind];
  return choices.join(" / ");
}
