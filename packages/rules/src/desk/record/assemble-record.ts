import { decide } from "../../engine/decide.js";
import type { Decided, Decision, Need, NotInForce, StillOpen } from "../../engine/decision.js";
import type { OutcomeOfPolicy } from "../../language/policy.js";
import { recordHandover, type RecordHandover } from "../../policies/record-handover/policy.js";
import { answersOf, possibleChoices, possibleElements } from "../possible-answers.js";
import { documentChecklist, type ChecklistDocument } from "./document-checklist.js";
import { evidenceChecklist, type ChecklistEvidence } from "./evidence-checklist.js";
import { readAssembly, type RecordAssemblyInput } from "./read-assembly.js";
import { statutoryWindow, type StatutoryWindow } from "./statutory-window.js";
import { whoActs, type RecordResponsible, type StepDoer } from "./who-acts.js";

type Outcome = OutcomeOfPolicy<RecordHandover>;

/** Which policy decides. */
export interface RecordAssemblyOptions {
  /** The clinic's amended policy. Left out: the one that is shipped. */
  readonly policy?: RecordHandover | undefined;
}

/** A step of the hand-over. */
export interface HandoverStep {
  readonly step: Outcome["nextStep"];
  /** Who takes it; `null` while it is not known who is responsible. Our interpretation of the procedure. */
  readonly by: StepDoer | null;
}

/** The one thing to do now, or the things it can be. */
export type NextHandoverStep =
  | (HandoverStep & { readonly status: "settled" })
  | { readonly status: "open"; readonly possible: readonly HandoverStep[] };

/** A hand-over on one sheet. */
export interface RecordChecklist {
  /** That of the decision: `open` while a fact can still change an answer. */
  readonly status: "decided" | "open";
  /** Who prepares the record; `null` while unknown. */
  readonly responsible: RecordResponsible | null;
  readonly nextStep: NextHandoverStep;
  readonly documents: readonly ChecklistDocument[];
  readonly evidence: readonly ChecklistEvidence[];
  /** What stands against the delivery as planned, for certain. */
  readonly refusals: Outcome["refusals"];
  /** What went wrong, for certain. */
  readonly breaches: Outcome["breaches"];
  readonly window: StatutoryWindow;
  /** What to ask, and whom. */
  readonly needs: readonly Need[];
  readonly decision: Decided<RecordHandover> | StillOpen<RecordHandover>;
}

/** The request is older than the first edition of the policy. */
export interface NoRecordChecklist {
  readonly status: "not-in-force";
  readonly decision: NotInForce<RecordHandover>;
}

export type RecordAssembly = RecordChecklist | NoRecordChecklist;

/**
 * Where a request for a patient's record stands: the checklist of documents and evidence with who holds what, the
 * next step and who takes it, the statutory window in the clinic's calendar.
 *
 * Shape: lists in the order of the policy, every required document once. What is unknown is `unknown` or `null`,
 * and `needs` says what to ask.
 * Errors: `input-refused` with every problem at once: the policy's own for facts, `on-before-request`.
 * Source: RH-1 to RH-13 of the policy `record-handover`; who takes a step is our interpretation.
 *
 * @example
 * const record = assembleRecord({
 *   on: "2026-11-23",
 *   facts: { request: { receivedOn: "2026-11-20", written: false }, delivery: { handedOver: false } },
 *   calendar: { openWeekdays: ["monday", "tuesday", "thursday"] },
 * });
 * if (record.status !== "not-in-force") record.window.workingDays; // { lastOn: "2026-11-26", left: 3 }
 */
export function assembleRecord(
  input: RecordAssemblyInput,
  { policy = recordHandover }: RecordAssemblyOptions = {},
): RecordAssembly {
  const { facts, on, calendar } = readAssembly(policy, input);
  const decision = decide(policy, facts);
  if (decision.status === "not-in-force") return { status: decision.status, decision };
  const { outcome, open } = answersOf(decision);
  return {
    status: decision.status,
    responsible: outcome.responsible ?? null,
    nextStep: nextStepOf(decision),
    documents: documentChecklist(policy, facts, decision),
    evidence: evidenceChecklist(policy, decision),
    refusals: possibleElements(outcome.refusals, open.refusals).certain,
    breaches: possibleElements(outcome.breaches, open.breaches).certain,
    window: statutoryWindow(decision, on, calendar),
    needs: decision.needs,
    decision,
  };
}

function nextStepOf(decision: Decision<RecordHandover>): NextHandoverStep {
  const { outcome, open } = answersOf(decision);
  const stepOf = (step: Outcome["nextStep"]): HandoverStep => ({
    step,
    by: whoActs(step, outcome.responsible) ?? null,
  });
  if (outcome.nextStep !== undefined) return { status: "settled", ...stepOf(outcome.nextStep) };
  return { status: "open", possible: possibleChoices(undefined, open.nextStep).map(stepOf) };
}
