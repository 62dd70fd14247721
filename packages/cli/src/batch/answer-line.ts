import type { Decision } from "@guichet/rules";
import type { CaseId } from "./answer-case.js";

/** The text of an answer's line: the decision as `decide` prints it, the case's id first. */
export function answerLine(id: CaseId, decision: Decision): string {
  return `{"id":${JSON.stringify(id)},${decisionText(decision).slice(1)}`;
}

function decisionText(decision: Decision): string {
  return JSON.stringify(decision);
}
