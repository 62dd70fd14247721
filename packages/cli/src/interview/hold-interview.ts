import { answered, nextQuestion, passedOver, type AskedFact, type Interview } from "./interview.js";

/** What somebody says to a question. */
export type Reply =
  | { readonly says: "answer"; readonly value: unknown }
  /** `end`: nothing more is said. `stop`: nothing that was said shall count. */
  | { readonly says: "unknown" | "why" | "back" | "end" | "stop" };

/** Whoever is asked. Answers have been checked against what is known so far. */
export interface Respondent {
  ask(question: AskedFact, interview: Interview, mayGoBack: boolean): Promise<Reply>;
  /** Says why a question is asked. */
  tellWhy(question: AskedFact, interview: Interview): void;
}

/** Asks one question after the other until no more is needed or said; nothing where it is stopped. */
export async function holdInterview(
  start: Interview,
  respondent: Respondent,
): Promise<Interview | undefined> {
  const before: Interview[] = [];
  let now = start;
  for (;;) {
    const question = nextQuestion(now);
    if (question === undefined) return now;
    const reply = await respondent.ask(question, now, before.length > 0);
    switch (reply.says) {
      case "answer":
        before.push(now);
        now = answered(now, question.fact, reply.value);
        break;
      case "unknown":
        before.push(now);
        now = passedOver(now, question.fact);
        break;
      case "why":
        respondent.tellWhy(question, now);
        break;
      case "back":
        now = before.pop() ?? now;
        break;
      case "end":
        return now;
      case "stop":
        return undefined;
    }
  }
}
