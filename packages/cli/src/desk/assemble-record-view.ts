import type {
  HandoverStep,
  RecordAssembly,
  RecordAssemblyInput,
  RecordChecklist,
  StatutoryWindow,
  StepDoer,
} from "@guichet/rules/desk";
import { explain } from "@guichet/rules";
import { recordHandover } from "@guichet/rules/policies/record-handover";
import { match } from "ts-pattern";
import { dayInWords } from "../day-in-words.js";
import { labelledLines, type LabelledRow } from "../render/layout.js";
import { askedSection } from "./asked-section.js";
import { capitalised } from "./capitalised.js";
import type { Section, Shown } from "./desk-task.js";
import { answerLabel, wordIn } from "./desk-words.js";
import { headSection } from "./head-section.js";
import { whySection } from "./why-section.js";

type RecordShown = Shown<RecordAssemblyInput, RecordAssembly>;

/** A hand-over on one sheet: the next step, the days, documents and evidence, what to ask, and why. */
export function assembleRecordView(shown: RecordShown): readonly Section[] {
  const { localeOf, result } = shown;
  const locale = localeOf(recordHandover);
  return match(result)
    .with({ status: "not-in-force" }, ({ decision }) => [
      headSection(shown, "assemble-record", "void", explain(decision, locale).notes.join(" ")),
    ])
    .with({ status: "decided" }, { status: "open" }, (checklist) => [
      headOf(shown, checklist),
      windowLines(shown, checklist.window),
      documentLines(shown, checklist),
      evidenceLines(shown, checklist),
      againstLines(shown, checklist),
      askedSection(shown, recordHandover, checklist.needs),
      whySection(
        shown,
        (["responsible", "nextStep", "refusals", "breaches"] as const).map((answer) => ({
          label: answerLabel(locale, answer),
          policy: recordHandover,
          decision: checklist.decision,
          answers: [answer],
        })),
      ),
    ])
    .exhaustive();
}

function headOf(shown: RecordShown, { nextStep }: RecordChecklist): Section {
  const { desk, localeOf } = shown;
  const stepWord = ({ step }: HandoverStep): string =>
    wordIn(localeOf(recordHandover), "decision.nextStep", step);
  return match(nextStep)
    .with({ status: "settled", by: "nobody" }, (step) =>
      headSection(shown, "assemble-record", "done", capitalised(stepWord(step))),
    )
    .with({ status: "settled" }, (step) => {
      const by = step.by === null ? undefined : doerWord(shown, step.by);
      return headSection(shown, "assemble-record", "done", desk.record.next(stepWord(step), by));
    })
    .with({ status: "open" }, ({ possible }) =>
      headSection(shown, "assemble-record", "open", desk.record.possible(possible.map(stepWord))),
    )
    .exhaustive();
}

function doerWord({ desk, localeOf }: RecordShown, by: StepDoer): string {
  if (by === "desk" || by === "management") return desk.record.by[by];
  return wordIn(localeOf(recordHandover), "decision.responsible", by);
}

function windowLines({ desk, language, localeOf, look }: RecordShown, window: StatutoryWindow): Section {
  const earliest = answerLabel(localeOf(recordHandover), "earliestHandoverOn");
  const latest = answerLabel(localeOf(recordHandover), "latestHandoverOn");
  const row = (label: string, text: string, paint?: (line: string) => string): LabelledRow => ({
    label,
    value: [{ text, ...(paint && { paint }) }],
  });
  const days = match(window)
    .with({ status: "settled" }, ({ earliestOn, latestOn, over }) => [
      row(earliest, dayInWords(language, earliestOn)),
      row(latest, dayInWords(language, latestOn)),
      ...(over ? [row("", desk.record.over, look.paint.yellow)] : []),
    ])
    .with({ status: "open" }, ({ earliestOn, latestOn: { from, to } }) => [
      ...(earliestOn === null ? [] : [row(earliest, dayInWords(language, earliestOn))]),
      ...(from === null || to === null
        ? []
        : [row(latest, `${dayInWords(language, from)} – ${dayInWords(language, to)}`)]),
    ])
    .exhaustive();
  const { workingDays } = window;
  const left = workingDays === undefined ? [] : [row(desk.record.workingDays, String(workingDays.left))];
  const rows = [...days, ...left];
  return rows.length === 0 ? [] : [look.paint.bold(desk.record.window), ...labelledLines(rows, 2, look)];
}

function documentLines(shown: RecordShown, { documents }: RecordChecklist): Section {
  const { desk, localeOf, look } = shown;
  const rows = documents.map((line): LabelledRow => {
    const state = desk.record.documentStates[line.state];
    const by = line.state === "missing" ? line.gatheredBy : null;
    const text = by === null || by === "unregulated" ? state : `${state} (${doerWord(shown, by)})`;
    return {
      label: wordIn(localeOf(recordHandover), "decision.requiredDocuments", line.document),
      value: [{ text, paint: paintOf(look, line.state) }],
    };
  });
  return rows.length === 0 ? [] : [look.paint.bold(desk.record.documents), ...labelledLines(rows, 2, look)];
}

function evidenceLines({ desk, localeOf, look }: RecordShown, { evidence }: RecordChecklist): Section {
  const rows = evidence
    .filter(({ state }) => state !== "not-required")
    .map(({ evidence: paper, state }) => ({
      label: wordIn(localeOf(recordHandover), "decision.requiredEvidence", paper),
      value: [{ text: desk.record.evidenceStates[state], paint: paintOf(look, state) }],
    }));
  return rows.length === 0 ? [] : [look.paint.bold(desk.record.evidence), ...labelledLines(rows, 2, look)];
}

function againstLines({ localeOf, look }: RecordShown, checklist: RecordChecklist): Section {
  const locale = localeOf(recordHandover);
  const rows = (["refusals", "breaches"] as const)
    .filter((name) => checklist[name].length > 0)
    .map((name) => ({
      label: answerLabel(locale, name),
      value: [
        {
          text: checklist[name].map((value) => wordIn(locale, `decision.${name}`, value)).join(", "),
          paint: look.paint.yellow,
        },
      ],
    }));
  return labelledLines(rows, 0, look);
}

function paintOf({ paint }: RecordShown["look"], state: string): (line: string) => string {
  if (state === "missing") return paint.yellow;
  return state === "held" || state === "filed" ? paint.green : paint.dim;
}
