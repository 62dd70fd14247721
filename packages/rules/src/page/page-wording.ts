import type { Confidence } from "../language/citation.js";

/** How two things are compared. */
export type ComparisonWord =
  | "is"
  | "isNot"
  | "isOneOf"
  | "isNotOneOf"
  | "isBefore"
  | "isOnOrBefore"
  | "isAfter"
  | "isOnOrAfter"
  | "isLessThan"
  | "isAtMost"
  | "isMoreThan"
  | "isAtLeast"
  | "contains"
  | "doesNotContain";

/** The words of a printed page that are not the policy's own, in one language. */
export interface PageWording {
  readonly compare: Readonly<Record<ComparisonWord, (left: string, right: string) => string>>;
  /** A yes-or-no statement and whether it is so. */
  readonly stands: (statement: string, answer: string) => string;
  /** A limit that is none, or is one. */
  readonly isNone: (limit: string) => string;
  readonly isSome: (limit: string) => string;
  readonly isEmpty: (set: string) => string;
  readonly isNotEmpty: (set: string) => string;
  /** What stands between the parts of a list. */
  readonly semicolon: string;
  readonly and: string;
  readonly or: string;
  readonly allOf: string;
  readonly anyOf: string;
  readonly noneOf: string;
  readonly notAllOf: string;
  readonly not: (condition: string) => string;
  readonly always: string;
  readonly otherwise: string;
  readonly without: (left: string, right: string) => string;
  readonly weekdayOf: (day: string) => string;
  readonly keyedBy: (rate: string, keys: string) => string;
  /** A value that stands among the rates. */
  readonly inRates: (rate: string) => string;
  readonly yesWhere: string;
  readonly handbook: string;
  readonly aboutHandbook: string;
  readonly jurisdiction: string;
  readonly governedBy: string;
  readonly inForceFrom: string;
  readonly withoutStart: string;
  readonly asOf: (day: string) => string;
  readonly period: (from: string | undefined, to: string | undefined) => string;
  readonly facts: string;
  readonly fact: string;
  readonly possibleValues: string;
  readonly knownBy: string;
  readonly anySelection: (values: string) => string;
  readonly anyOfKind: Readonly<Record<"integer" | "date" | "time" | "text", string>>;
  readonly edition: (period: string) => string;
  readonly source: string;
  readonly sources: string;
  readonly row: string;
  readonly when: string;
  readonly answer: string;
  readonly adds: string;
  readonly hitPolicy: Readonly<Record<"first" | "unique" | "collect", string>>;
  readonly helper: string;
  readonly onlyWhere: string;
  readonly elsewhere: string;
  readonly withoutTable: string;
  readonly remarks: string;
  readonly rates: string;
  readonly from: string;
  readonly value: string;
  readonly allOthers: string;
  readonly given: string;
  readonly gaps: string;
  readonly conflicts: string;
  readonly laws: string;
  readonly examples: string;
  /** What stands before the ordinary facts, and after them. */
  readonly ordinary: string;
  readonly fromThere: string;
  readonly example: string;
  readonly difference: string;
  readonly noDifference: string;
  readonly onlyKnown: string;
  readonly rows: string;
  readonly gap: string;
  readonly confidence: Readonly<Record<Exclude<Confidence, "certain">, string>>;
  /** What the marks beside a citation mean. */
  readonly aboutConfidence: string;
  readonly undated: string;
  readonly comparedOn: (day: string) => string;
  readonly sourceKinds: Readonly<Record<"house-rule" | "guidance" | "agreement" | "statute", string>>;
}
