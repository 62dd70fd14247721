import { policyFromJson } from "@guichet/rules";
import { compile } from "@guichet/rules/compile";
import { parseJsonText } from "../input/parse-json-text.js";
import { makeRecorder, type RecorderSettings } from "../records/recorder.js";
import { answerCase, type FoundCase } from "./answer-case.js";
import { addAnswerLine } from "./answer-line.js";
import { rowText } from "./csv/csv-text.js";
import type { ColumnPlan } from "./csv/plan-columns.js";
import { casesInRows } from "./csv/row-case.js";
import type { RowChunk } from "./csv/read-rows.js";
import { decisionCells } from "./csv/decision-cells.js";
import { lineRefusal, linesOf } from "./lines-of.js";
import type { LineChunk } from "./read-chunks.js";
import { LineCounter, type Tally } from "./tally.js";
import { TextBytes } from "./text-bytes.js";

/** What is needed to answer chunks, as plain data: a thread of its own starts from it. */
export interface AnswerSettings {
  /** The policy as JSON. */
  readonly policy: string;
  readonly recorder: RecorderSettings | undefined;
  /** Which cells of a row are what; none where lines are JSON. */
  readonly columns: ColumnPlan | undefined;
  /** The delimiter of the answers, where they are rows and not JSON. */
  readonly delimiter: string | undefined;
}

/** Cases that are answered together. */
export type Chunk = LineChunk | RowChunk;

/** What came of a chunk: the bytes of whole lines. */
export interface ChunkAnswer {
  /** The last line that is answered herewith. */
  readonly last: number;
  readonly answers: Uint8Array<ArrayBuffer>;
  readonly errors: Uint8Array<ArrayBuffer>;
  readonly records: Uint8Array<ArrayBuffer>;
  readonly tally: Tally;
}

/** Makes what answers chunks of cases. The policy was checked when it was loaded. */
export async function chunkAnswerer(settings: AnswerSettings): Promise<(chunk: Chunk) => ChunkAnswer> {
  const policy = policyFromJson(settings.policy);
  const record = settings.recorder && (await makeRecorder(settings.recorder));
  const answering = { policy, decide: compile(policy), record };
  const { columns, delimiter } = settings;
  const addAnswer: typeof addAnswerLine =
    delimiter === undefined
      ? addAnswerLine
      : (lines, id, decision) => lines.add(rowText(decisionCells(policy, id, decision), delimiter));
  let expected = 0;
  return (chunk) => {
    const counter = new LineCounter();
    // Chunks are much alike.
    const answers = new TextBytes(expected);
    const [errors, records] = [new TextBytes(0), new TextBytes(0)];
    for (const found of chunk.kind === "lines" ? casesInLines(chunk) : casesInRows(chunk, policy, columns)) {
      const answer = answerCase(answering, found);
      counter.count(answer.kind === "answered" ? answer.decision : answer.kind);
      if (answer.kind === "answered") {
        addAnswer(answers, answer.id, answer.decision);
        if (answer.record !== undefined) records.add(`${answer.record}\n`);
      } else if (answer.kind === "wrong") errors.add(`${JSON.stringify(answer.error)}\n`);
    }
    expected = Math.ceil(answers.length * 1.1);
    return {
      last: chunk.last,
      answers: answers.taken(),
      errors: errors.taken(),
      records: records.taken(),
      tally: counter.tally(),
    };
  };
}

function* casesInLines(chunk: LineChunk): Generator<FoundCase, undefined> {
  for (const line of linesOf(chunk)) {
    const { number } = line;
    const where = `line ${number}`;
    if ("text" in line) {
      const { text } = line;
      yield { number, isBlank: text.trim() === "", read: () => parseJsonText(text, where) };
    } else {
      const refuse = (): never => {
        throw lineRefusal(line.fault, where, "case");
      };
      yield { number, isBlank: false, read: refuse };
    }
  }
}
