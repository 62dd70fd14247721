/** How two things on one scale stand to each other. */
type PlaceWording = Readonly<
  Record<"before" | "notBefore" | "after" | "notAfter", (left: string, right: string) => string>
>;

/** How the facts of a class are told. */
interface ConstraintWording {
  readonly is: (label: string, value: string) => string;
  readonly isNone: (label: string, values: string) => string;
  readonly contains: (label: string, elements: string) => string;
  readonly lacks: (label: string, elements: string) => string;
  readonly days: PlaceWording;
  readonly numbers: PlaceWording;
  readonly weekdayOf: (day: string) => string;
  readonly same: (left: string, right: string) => string;
  readonly different: (left: string, right: string) => string;
}

/** How a difference between two policies, or two days, is told. */
interface DiffWording {
  readonly nothing: string;
  readonly nothingElse: string;
  /** The days something holds on, at the start of a sentence; both ends are included. */
  readonly period: (from: string | undefined, to: string | undefined) => string;
  readonly sentence: (days: string, parts: readonly string[]) => string;
  /** Instead of many changes, the answers they are about. */
  readonly manyChange: (labels: string) => string;
  readonly startsToHold: string;
  readonly ceasesToHold: string;
  /** How a number moves: `from 20 to 23`. */
  readonly fromTo: (before: string, after: string) => string;
  readonly rises: (label: string, moves: string) => string;
  readonly falls: (label: string, moves: string) => string;
  /** How what is no number changes. */
  readonly becomes: (before: string, after: string) => string;
  readonly changes: (label: string, moves: string) => string;
  readonly comes: (label: string, elements: string) => string;
  readonly goes: (label: string, elements: string) => string;
  /** How many kinds of cases a change is limited to, where naming them would be too long. */
  readonly kindsOfCases: (count: number) => string;
  /** The same where there are more of them than are told. */
  readonly moreKindsOfCases: (count: number) => string;
}

/** How a finding is told: what it is about comes first. */
interface FindingWording {
  readonly case: (decisions: string, id: string) => string;
  readonly gapReachable: (at: string) => string;
  readonly casesConflict: (at: string, other: string) => string;
  readonly caseImpossible: (at: string) => string;
  readonly caseHidden: (at: string, hiding: string) => string;
  readonly caseRedundant: (at: string) => string;
  readonly decisionConstant: (label: string) => string;
  readonly factUnused: (label: string) => string;
  readonly boundaryUncovered: (label: string, values: string) => string;
  readonly sourceStale: (title: string, checkedOn: string, on: string) => string;
  readonly lawBroken: (label: string) => string;
  readonly acceptedNotFound: (finding: string, at: string) => string;
}

/** What the verifier says to people, in one language. */
export interface VerifyWording {
  /** A value that stands inside a sentence. */
  readonly quoted: (word: string) => string;
  readonly and: (parts: readonly string[]) => string;
  readonly constraint: ConstraintWording;
  readonly diff: DiffWording;
  readonly finding: FindingWording;
}
