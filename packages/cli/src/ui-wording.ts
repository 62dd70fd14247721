import type { Pace } from "./batch/progress.js";

type SourceConfidence = "likely" | "interpretation";
type AskedKind = "set-of" | "integer" | "date" | "time" | "text";

/** What came of the lines of a batch. */
export interface BatchCounts {
  readonly lines: number;
  readonly decided: number;
  readonly open: number;
  readonly notInForce: number;
  readonly wrong: number;
  readonly blank: number;
}

/** The words of the command itself, in one language. */
export interface UiWording {
  readonly decided: string;
  readonly open: (settled: number, open: number) => string;
  readonly fact: (label: string, value: string) => string;
  readonly unknownDay: (label: string) => string;
  readonly edition: (day: string) => string;
  readonly nothing: string;
  readonly stillOpen: string;
  readonly toAsk: string;
  readonly asked: Readonly<Record<AskedKind, string>>;
  readonly why: string;
  readonly oneOfThese: string;
  readonly gap: string;
  readonly confidence: Readonly<Record<SourceConfidence, string>>;
  readonly sources: string;
  readonly undated: string;
  readonly comparedOn: (day: string) => string;
  readonly longAgo: string;
  readonly policyColumns: readonly [string, string, string, string];
  readonly anyDay: string;
  /** How many lines are done, and how fast it goes. */
  readonly progress: (lines: number, pace: Pace) => string;
  readonly batch: BatchWording;
  /** Files that were made. */
  readonly written: (files: readonly string[]) => string;
  readonly interview: InterviewWording;
  readonly records: RecordsWording;
  readonly diff: DiffWording;
  readonly verify: VerifyWording;
  readonly amendment: {
    readonly accepted: string;
    readonly refused: string;
    /** A change that the policy ends before the amendment does: its number, its last day, and what takes over. */
    readonly ends: (change: number, lastDay: string, endedBy: string) => string;
  };
  readonly sync: SyncWording;
}

/** What is said of the durable part, and of simulated platforms. */
export interface SyncWording {
  readonly queues: string;
  readonly nothingWaits: string;
  /** Clinic, what, state, count, how long the oldest has been due. */
  readonly queueColumns: readonly [string, string, string, string, string];
  readonly states: Readonly<Record<"pending" | "sending" | "unknown" | "set-aside", string>>;
  readonly feeds: string;
  /** Clinic, feed, since it was last pulled, since it was last compared, failures, what is held, items left behind. */
  readonly feedColumns: readonly [string, string, string, string, string, string, string];
  readonly pullFailures: (failures: number, code: string) => string;
  readonly reconcileFailures: (failures: number, code: string) => string;
  readonly missing: (missing: number, known: number) => string;
  readonly setAside: string;
  readonly noneSetAside: string;
  /** Clinic, what, code, attempts, since when, whether it may have arrived, id. */
  readonly deadLetterColumns: readonly [string, string, string, string, string, string, string];
  readonly yes: string;
  readonly no: string;
  readonly seeTo: string;
  /** What happens to the one that was seen to. */
  readonly became: Readonly<Record<"try-again" | "send" | "done" | "give-up", string>>;
  readonly seeToHeld: string;
  readonly more: (letters: number) => string;
  readonly confirmed: (clinic: string, feed: string) => string;
  readonly simulated: (platform: string) => string;
  readonly untilInterrupted: string;
}

/** What is said of a batch. */
interface BatchWording {
  readonly counted: (counts: BatchCounts, seconds: string) => string;
  /** Decision, case, lines. */
  readonly columns: readonly [string, string, string];
  readonly stopped: string;
  /** For a batch that can go on. */
  readonly stoppedForNow: string;
}

/** What came of the lines of a file of records. */
export interface RecordCounts {
  readonly lines: number;
  readonly same: number;
  readonly different: number;
  readonly untold: number;
  readonly refused: number;
  readonly blank: number;
}

/** What is said of records that are decided again. */
interface RecordsWording {
  readonly columns: readonly [string, string, string, string, string];
  readonly untold: (answers: string) => string;
  readonly more: (answers: number) => string;
  readonly counted: (counts: RecordCounts) => string;
}

/** What stands around findings. */
interface VerifyWording {
  /** Policy, findings, accepted ones, laws, segments, classes of facts. */
  readonly columns: readonly [string, string, string, string, string, string];
  readonly progress: string;
  readonly accepted: string;
  readonly forExample: string;
  readonly andThen: string;
  readonly notAsked: Readonly<Record<"boundaries" | "sources", string>>;
  readonly holds: string;
  readonly found: (findings: number) => string;
}

/** What stands around a difference. */
interface DiffWording {
  readonly days: (from: string, to: string) => string;
  readonly versions: (other: string) => string;
  readonly always: string;
  /** Conditions that hold together. */
  readonly all: (conditions: readonly string[]) => string;
  readonly where: (conditions: string) => string;
  readonly whereAnyOf: string;
  readonly andAnyOf: string;
  readonly more: (kinds: number) => string;
}

/** What is said between the questions of `guichet ask`. */
interface InterviewWording {
  readonly ask: (holder: string) => string;
  /** How a day and a time of day are typed. */
  readonly form: Readonly<Record<"date" | "time", string>>;
  readonly unknown: string;
  readonly why: string;
  readonly back: string;
  readonly noneOfThese: string;
  readonly choosing: string;
  readonly ticking: string;
  readonly typing: string;
  readonly typingBack: string;
  readonly alone: string;
  readonly selectsEdition: string;
  readonly affects: string;
  readonly cases: string;
  readonly stopped: string;
}
