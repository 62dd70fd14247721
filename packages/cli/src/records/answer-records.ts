import { GuichetError, type Policy, type Problem } from "@guichet/rules";
import type { ComparedAnswer, Sameness } from "@guichet/rules/verify";
import { LineSink } from "../batch/line-sink.js";
import { progressOn, quietProgress } from "../batch/progress.js";
import { readLines, type Line } from "../batch/read-lines.js";
import { largestText, openInput, refusalOf, textOf } from "../input/read-input.js";
import { loadAmended } from "../load/load-amended.js";
import { loadPolicy } from "../load/load-policy.js";
import { shippedPolicies } from "../load/shipped-policies.js";
import { inputRefusal } from "../refusal.js";
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
  const policies = [...(await loadAmended(request.amendments, issued, surroundings)), ...issued];
  const { stdout, stderr, env } = surroundings;
  const say = uiWordingOf(request.language ?? "en");
  const input = await openInput(request.records, surroundings);
  const sink = new LineSink(stdout, "shared");
  const progress = request.asJson ? quietProgress : progressOn(stderr, input.size, say.progress);
  const counts = { lines: 0, same: 0, different: 0, untold: 0, refused: 0, blank: 0 };
  const changed: ChangedAnswer[] = [];
  const wrong: string[] = [];
  let answers = 0;
  let bytes = 0;
  try {
    for await (const lines of readLines(input.chunks, largestText)) {
      for (const line of lines) {
        take(line);
        await sink.drain();
      }
      await sink.flush();
      if (sink.failure !== undefined) break;
      progress.advance(bytes, counts.lines);
    }
  } catch (error) {
    throw refusalOf(error, input.name);
  } finally {
    progress.stop();
    await Promise.all([sink.end(), input.close()]);
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
    bytes += (line.bytes?.length ?? 0) + 1;
    const answered = answerLine(line);
    if (answered === undefined) {
      counts.blank += 1;
      return;
    }
    counts[answered.verdict] += 1;
    if (request.asJson) sink.add(JSON.stringify({ line: line.number, ...answered }));
    else if (answered.verdict === "refused") {
      const told = answered.problems.map(({ message }) => visible(`line ${line.number}, ${message}`));
      wrong.push(...told.slice(0, mostRows - wrong.length));
    } else {
      const rows = answered.answers.map((one) => ({ line: line.number, policy: answered.policy, ...one }));
      changed.push(...rows.slice(0, mostRows - changed.length));
      answers += rows.length;
    }
  }

  function answerLine(line: Line): RecordAnswer | undefined {
    const text = textIn(line);
    if (typeof text !== "string") return { verdict: "refused", problems: text };
    return text.trim() === "" ? undefined : answer(text, policies);
  }
}

/** The text of a line, or what is wrong with its bytes. */
function textIn({ bytes }: Line): string | readonly Problem[] {
  try {
    if (bytes !== undefined) return textOf(bytes, "record");
    throw inputRefusal("line-too-long", "record", "more than 10 MB of text", "write one record a line");
  } catch (error) {
    if (GuichetError.isInstance(error)) return error.problems;
    throw error;
  }
}
