import type { Policy, Problem } from "@guichet/rules";
import type { ComparedAnswer, Sameness } from "@guichet/rules/verify";
import { lineRefusal, linesOf, type Line } from "../batch/lines-of.js";
import { progressOn, quietProgress } from "../batch/progress.js";
import { readChunks } from "../batch/read-chunks.js";
import { StreamSink } from "../batch/sink.js";
import { largestText, openInput, refusalOf } from "../input/read-input.js";
import { loadAmended } from "../load/load-amended.js";
import { loadPolicy, refuseUnspoken } from "../load/load-policy.js";
import { shippedPolicies } from "../load/shipped-policies.js";
import { visible } from "../render/layout.js";
import { lookOf } from "../render/look.js";
import { recordsView, type ChangedAnswer } from "../render/records-view.js";
import type { Surroundings } from "../surroundings.js";
import { uiWordingOf } from "../ui-wording-of.js";
import type { RecordCounts } from "../ui-wording.js";

export interface RecordsRequest {
  /** An NDJSON file of records, or `-`. */
  readonly records: string;
  /** Policies that come before the shipped ones of the same id. */
  readonly policies: readonly string[];
  /** Files of amendments; the policies they amend come first of all. */
  readonly amendments: readonly string[];
  readonly language: string | undefined;
  readonly asJson: boolean;
}

/** What came of one record. */
export type RecordAnswer =
  | { readonly verdict: Sameness; readonly policy: string; readonly answers: readonly ComparedAnswer[] }
  | { readonly verdict: "refused"; readonly problems: readonly Problem[] };

/** Answers one record, given as the text of its line. */
export type AnswerRecord = (text: string, policies: readonly Policy[]) => RecordAnswer | undefined;

/** More rows than anybody reads stand in the JSON. */
const mostRows = 50;

/**
 * Answers every record of a file, in order and in constant memory; a wrong line never stops it. For machines: one
 * line of JSON a record, with the number of its line. For people: a table of the answers that do not stay the same.
 */
export async function answerRecords(
  request: RecordsRequest,
  answer: AnswerRecord,
  surroundings: Surroundings,
): Promise<RecordCounts> {
  const named = await Promise.all(request.policies.map((policy) => loadPolicy(policy, surroundings)));
  const issued = [...named.map(({ policy }) => policy), ...shippedPolicies.values()];
  refuseUnspoken(request.language, issued);
  const policies = [...(await loadAmended(request.amendments, issued, surroundings)), ...issued];
  const { stdout, stderr, env } = surroundings;
  const say = uiWordingOf(request.language ?? "en");
  const input = await openInput(request.records, surroundings);
  const sink = new StreamSink(stdout);
  const progress = request.asJson ? quietProgress : progressOn(stderr, input.size, say.progress);
  const counts = { lines: 0, same: 0, different: 0, untold: 0, refused: 0, blank: 0 };
  const changed: ChangedAnswer[] = [];
  const wrong: string[] = [];
  let answers = 0;
  let bytes = 0;
  let answered = "";
  try {
    for await (const chunk of readChunks(input.chunks, largestText)) {
      for (const line of linesOf(chunk)) take(line);
      await sink.write(Buffer.from(answered));
      answered = "";
      if (sink.failure !== undefined) break;
      bytes += chunk.bytes?.length ?? 0;
      progress.advance(bytes, counts.lines);
    }
  } catch (error) {
    throw refusalOf(error, input.name);
  } finally {
    progress.stop();
    await input.close();
  }
  for (const message of wrong) stderr.write(`${message}\n`);
  if (!request.asJson && changed.length > 0) {
    const locales = new Map(
      await Promise.all(
        [...new Set(changed.map(({ policy }) => policy))].map(async (id) => {
          const loaded = named.find(({ policy }) => policy.id === id) ?? (await loadPolicy(id, surroundings));
          return [id, await loaded.localeIn(request.language)] as const;
        }),
      ),
    );
    stdout.write(recordsView(changed, answers - changed.length, locales, lookOf(stdout, env)));
  }
  return counts;

  function take(line: Line): void {
    counts.lines += 1;
    const came = answerLine(line);
    if (came === undefined) {
      counts.blank += 1;
      return;
    }
    counts[came.verdict] += 1;
    if (request.asJson) answered += `${JSON.stringify({ line: line.number, ...came })}\n`;
    else if (came.verdict === "refused") {
      const told = came.problems.map(({ message }) => visible(`line ${line.number}, ${message}`));
      wrong.push(...told.slice(0, mostRows - wrong.length));
    } else {
      const rows = came.answers.map((one) => ({ line: line.number, policy: came.policy, ...one }));
      changed.push(...rows.slice(0, mostRows - changed.length));
      answers += rows.length;
    }
  }

  function answerLine(line: Line): RecordAnswer | undefined {
    if ("fault" in line) {
      return { verdict: "refused", problems: lineRefusal(line.fault, "record", "record").problems };
    }
    return line.text.trim() === "" ? undefined : answer(line.text, policies);
  }
}
