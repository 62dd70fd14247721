import { linesOf, type Line } from "../batch/lines-of.js";
import { readChunks } from "../batch/read-chunks.js";
import { largestText, openInput, refusalOf } from "../input/read-input.js";
import { visible } from "../render/layout.js";
import { answerWords, questionLine, whyLines } from "../render/interview-view.js";
import { lookOf } from "../render/look.js";
import type { Surroundings } from "../surroundings.js";
import { uiWordingOf } from "../ui-wording-of.js";
import type { Reply, Respondent } from "./hold-interview.js";
import type { AskedFact, Interview } from "./interview.js";
import { problemWith, valueMeant } from "./read-answer.js";

/** A respondent whose answers stand on the lines of standard input. */
export interface LineRespondent extends Respondent {
  /** Stops reading, though more may come. */
  close(): Promise<void>;
}

/**
 * Takes one line of standard input for each question: a value, its word or its number; an empty one for what is
 * not known, `?` for why. Questions, answers and what is wrong with them go to standard error.
 */
export function answerInLines(surroundings: Surroundings): LineRespondent {
  const { stderr, env } = surroundings;
  const lines = linesFrom(surroundings);
  const print = (line: string): unknown => stderr.write(`${line}\n`);
  return {
    async ask(question, interview) {
      for (;;) {
        print(questionLine(question, interview.locale.locale));
        const { value: line } = (await lines.next()) as { readonly value: Line | undefined };
        if (line === undefined) return { says: "end" };
        const read = replyOn(line, question, interview);
        if ("says" in read) {
          if (read.says !== "why") print(`> ${answerWords(question, interview.locale.locale, read)}`);
          return read;
        }
        print(visible(read.refusal));
      }
    },
    tellWhy(question, interview) {
      for (const line of whyLines(question, interview, lookOf(stderr, env))) print(line);
    },
    async close() {
      await lines.return(undefined);
    },
  };
}

function replyOn(
  line: Line,
  question: AskedFact,
  interview: Interview,
): Reply | { readonly refusal: string } {
  const where = `standard input, line ${line.number}`;
  if ("fault" in line) {
    return { refusal: `${where}: no line of text in UTF-8; supply one of at most 10 MB (not-text)` };
  }
  const { text } = line;
  if (text.trim() === "") return { says: "unknown" };
  if (text.trim() === "?") return { says: "why" };
  const { noneOfThese } = uiWordingOf(interview.locale.locale).interview;
  const value = valueMeant(question, noneOfThese, text);
  const problem = problemWith(interview, question.fact, value);
  return problem ? { refusal: `${where}, ${problem.message} (${problem.code})` } : { says: "answer", value };
}

async function* linesFrom(surroundings: Surroundings): AsyncGenerator<Line, undefined, undefined> {
  const { chunks, name } = await openInput("-", surroundings);
  try {
    for await (const chunk of readChunks(chunks, largestText)) yield* linesOf(chunk);
  } catch (error) {
    throw refusalOf(error, name);
  }
  return undefined;
}
