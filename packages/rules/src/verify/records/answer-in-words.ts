import { openInWords, valueInWords } from "../../engine/value-in-words.js";
import { wordingOf } from "../../engine/wording.js";
import type { Locale } from "../../language/locale.js";
import { factPlusInWords } from "../constraint-in-words.js";
import type { AnswerNow } from "./compare-answers.js";
import type { RecordedAnswer } from "./decision-record.js";

/** A recorded answer, or what it comes to now, as people read it; an empty text where nothing decides it any more. */
export function answerInWords(locale: Locale, decision: string, now: AnswerNow | null): string {
  if (now === null) return "";
  const name = `decision.${decision}`;
  const declared = locale.policy.decisions[decision] ?? { kind: "text" };
  if ("possible" in now) return openInWords(locale, name, declared, now);
  const say = (answer: RecordedAnswer): string =>
    typeof answer === "object" && "fact" in answer
      ? factPlusInWords(locale, answer)
      : valueInWords(locale, name, declared, answer);
  return "answer" in now ? say(now.answer) : wordingOf(locale.locale).or(now.oneOf.map(say));
}
