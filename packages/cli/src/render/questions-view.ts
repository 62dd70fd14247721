import { declaredFacts, type Explanation, type Policy } from "@guichet/rules";
import { uiWordingOf } from "../ui-wording-of.js";
import type { UiWording } from "../ui-wording.js";
import type { Explained } from "./explained.js";
import { labelledLines, paragraphLines } from "./layout.js";
import type { Look } from "./look.js";

type Question = Explanation["questions"][number];

/** What to ask, under whom to ask: one conversation each, the most useful first. */
export function questionLines({ explanation, locale }: Explained, look: Look): readonly string[] {
  const say = uiWordingOf(locale.locale);
  const byHolder = new Map<string, Question[]>();
  for (const question of explanation.questions) {
    byHolder.set(question.holder, [...(byHolder.get(question.holder) ?? []), question]);
  }
  if (byHolder.size === 0) return [];
  return [
    look.paint.bold(say.toAsk),
    ...[...byHolder].flatMap(([holder, questions]) => [
      ...paragraphLines({ text: holder, paint: look.paint.cyan }, 2, look),
      ...labelledLines(
        questions.map((question) => ({
          label: question.label,
          value: [{ text: possibleAnswers(say, locale.policy, question), paint: look.paint.dim }],
        })),
        4,
        look,
      ),
    ]),
  ];
}

function possibleAnswers(say: UiWording, policy: Policy, { fact, choices }: Question): string {
  const kind = declaredFacts(policy.facts).get(fact)?.kind;
  if (kind === "set-of") return `${say.asked[kind]} ${choices.join(", ")}`;
  if (kind === "integer" || kind === "date" || kind === "time" || kind === "text") return say.asked[kind];
  return choices.join(" / ");
}
