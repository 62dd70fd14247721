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
  readonly counted: (counts: BatchCounts, seconds: string) => string;
  readonly progress: string;
  readonly interview: InterviewWording;
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
