import type { Decision } from "@guichet/rules";
import { decisionText } from "@guichet/rules/compile";
import type { CaseId } from "./answer-case.js";
import type { TextBytes } from "./text-bytes.js";

const comma = 0x2c;

/** Writes the line of an answer: the decision as `decide` prints it, the case's id first. */
export function addAnswerLine(lines: TextBytes, id: CaseId, decision: Decision): void {
  lines.add(`{"id":${JSON.stringify(id)}`);
  const brace = lines.length;
  lines.add(decisionText(decision));
  // Cutting the brace off the text would copy it.
  lines.replace(brace, comma);
  lines.add("\n");
}
