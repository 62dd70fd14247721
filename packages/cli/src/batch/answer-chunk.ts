import { policyFromJson } from "@guichet/rules";
import { compile } from "@guichet/rules/compile";
import { makeRecorder, type RecorderSettings } from "../records/recorder.js";
import { answerCase } from "./answer-case.js";
import { AnswerLines } from "./answer-lines.js";
import { rowText } from "./csv/csv-text.js";
import type { ColumnPlan } from "./csv/plan-columns.js";
import { casesInRows } from "./csv/row-case.js";
import type { RowChunk } from "./csv/read-rows.js";
import { decisionCells } from "./csv/decision-cells.js";
import { casesInLines } from "./line-case.js";
import type { LineChunk } from "./read-chunks.js";
import type { OutputName } from "./resumption.js";
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

/** Answers a chunk, and writes into the memory that it is given: memory taken anew would have to be cleared first. */
export type AnswerChunk = (chunk: Chunk, memory: AnswerMemory) => ChunkAnswer;

/** Where the lines of an answer stand, or stood once they are written. */
export type AnswerMemory = Readonly<Record<OutputName, ArrayBuffer>>;

/** Makes what answers chunks of cases. The policy was checked when it was loaded. */
export async function chunkAnswerer(settings: AnswerSettings): Promise<AnswerChunk> {
  const policy = policyFromJson(settings.policy);
  const record = settings.recorder && (await makeRecorder(settings.recorder));
  const answering = { policy, decide: compile(policy), record };
  const { columns, delimiter } = settings;
  const answerLines = new AnswerLines();
  const counter = new LineCounter();
  return (chunk, memory) => {
    const answers = new TextBytes(memory.answers);
    const errors = new TextBytes(memory.errors);
    const records = new TextBytes(memory.records);
    for (const found of chunk.kind === "lines" ? casesInLines(chunk) : casesInRows(chunk, policy, columns)) {
      const answer = answerCase(answering, found);
      counter.count(answer.kind === "answered" ? answer.decision : answer.kind);
      if (answer.kind === "answered") {
        const { id, decision } = answer;
        if (delimiter === undefined) answerLines.add(answers, id, decision);
        else answers.add(rowText(decisionCells(policy, id, decision), delimiter));
        if (answer.record !== undefined) records.add(`${answer.record}\n`);
      } else if (answer.kind === "wrong") errors.add(`${JSON.stringify(answer.error)}\n`);
    }
    return {
      last: chunk.last,
      answers: answers.taken(),
      errors: errors.taken(),
      records: records.taken(),
      tally: counter.taken(),
    };
  };
}
