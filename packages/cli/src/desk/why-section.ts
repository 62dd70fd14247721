import { explain, type Decision, type Policy } from "@guichet/rules";
import { labelledLines, type LabelledRow, type Paragraph } from "../render/layout.js";
import type { Look } from "../render/look.js";
import type { Section } from "./desk-task.js";
import type { DeskWords } from "./desk-words.js";

/** A decision, and those of its answers whose reasons are told under a label. */
export interface Told<P extends Policy = Policy> {
  readonly label: string;
  readonly policy: P;
  readonly decision: Decision<P>;
  readonly answers: readonly (keyof P["decisions"])[];
}

/** Why: the sentences of the cases that decided, with their ids; a label that stands in several rows is said once. */
export function whySection(words: DeskWords & { readonly look: Look }, told: readonly Told[]): Section {
  const byLabel = new Map<string, Paragraph[]>();
  for (const one of told) {
    const reasons = reasonsOf(words, one);
    if (reasons.length > 0) byLabel.set(one.label, [...(byLabel.get(one.label) ?? []), ...reasons]);
  }
  if (byLabel.size === 0) return [];
  const rows = [...byLabel].map(([label, value]): LabelledRow => ({ label, value }));
  return [words.look.paint.bold(words.ui.why), ...labelledLines(rows, 2, words.look)];
}

function reasonsOf(
  { localeOf, look, ui }: DeskWords & { readonly look: Look },
  { policy, decision, answers }: Told,
): readonly Paragraph[] {
  const said = explain(decision, localeOf(policy)).answers.filter((one) => answers.includes(one.decision));
  // One case may decide several answers: its sentence is said once.
  const sentences = new Map(said.flatMap(({ reasons }) => reasons).map((one) => [one.case, one.sentence]));
  if (sentences.size === 0) return [];
  return [
    ...[...sentences.values()].map((text) => ({ text })),
    { text: [...sentences.keys()].join(", "), paint: look.paint.dim },
    ...(said.some(({ gap }) => gap) ? [{ text: ui.gap, paint: look.paint.yellow }] : []),
  ];
}
