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
}
