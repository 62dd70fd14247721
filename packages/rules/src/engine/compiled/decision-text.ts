import type { Decision } from "../decision.js";
import type { Value } from "../evaluate.js";
import { Remembering } from "../facts-behind.js";
import { CompiledDecision } from "./compiled-decision.js";
import type { CompiledSegment } from "./compiled-segment.js";
import type { Outcome } from "./frame.js";

/**
 * A decision as JSON: exactly what `JSON.stringify` writes, put together faster where a compiled policy made it.
 *
 * @example
 * decisionText(compile(parking)({ visit: { on: "2026-11-21" } })); // {"format":"guichet-decision/1",…
 */
export function decisionText(decision: Decision): string {
  if (!(decision instanceof CompiledDecision)) return JSON.stringify(decision);
  const { segment, why } = Remembering.memoryOf(decision);
  let texts = segmentTexts.get(segment);
  if (!texts) segmentTexts.set(segment, (texts = textsOf(segment)));
  const because = (why.text ??= JSON.stringify(why.because));
  return (
    `${texts.head}${decision.governingDate}${texts.middle}${outcomeText(texts, decision.outcome)},"open":{},` +
    `"needs":[],"because":${because},"freshness":${JSON.stringify(decision.freshness)}}`
  );
}

/** What the texts of a segment's decisions have in common. */
interface SegmentTexts {
  /** Up to the governing date. */
  readonly head: string;
  /** From there to the outcome. */
  readonly middle: string;
  /** What comes before the value of each decision. */
  readonly names: readonly { readonly name: string; readonly before: string }[];
  readonly values: Map<string, string>;
}

const segmentTexts = new WeakMap<CompiledSegment, SegmentTexts>();

function textsOf({ data, common }: CompiledSegment): SegmentTexts {
  const { policy, outcome } = common;
  const { edition, amendments, fingerprint } = data;
  const head = JSON.stringify({ format: "guichet-decision/1", policy, edition }).slice(0, -1);
  const rest = JSON.stringify({ amendments, fingerprint, status: "decided" });
  return {
    head: `${head},"governingDate":"`,
    middle: `",${rest.slice(1, -1)},"outcome":`,
    names: outcome.map((name, at) => ({ name, before: `${at === 0 ? "" : ","}${JSON.stringify(name)}:` })),
    values: new Map<string, string>(),
  };
}

function outcomeText({ names, values }: SegmentTexts, outcome: Outcome): string {
  let text = "{";
  for (const { name, before } of names) text += before + valueText(values, outcome[name] ?? "none");
  return `${text}}`;
}

function valueText(values: Map<string, string>, value: Value): string {
  if (typeof value === "boolean" || typeof value === "number") return String(value);
  if (typeof value !== "string") return listText(value);
  let text = values.get(value);
  if (text === undefined) {
    text = JSON.stringify(value);
    if (values.size < mostKept) values.set(value, text);
  }
  return text;
}

/** Days and enumerated values come again; texts that somebody made up do not. */
const mostKept = 4096;

/** Lists are shared by outcomes. */
const listTexts = new WeakMap<readonly string[], string>();

function listText(list: readonly string[]): string {
  let text = listTexts.get(list);
  if (text === undefined) listTexts.set(list, (text = JSON.stringify(list)));
  return text;
}
