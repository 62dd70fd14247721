import type { IsoDay } from "../../calendar/civil-day.js";
import type { Citation, Source } from "../../language/citation.js";
import type { Condition } from "../../language/condition.js";
import type { Case } from "../../language/edition.js";
import type { Expression } from "../../language/expression.js";
import type { FactPath } from "../../language/fact.js";
import type { CaseId } from "../../language/locale.js";
import type { Policy } from "../../language/policy.js";

/** A row of any table: whether its result fits the table is for the policy to say. */
export type ChangedCase = Case<Condition, Expression | Condition | Readonly<Record<string, Expression>>>;

type Cites = readonly [Citation, ...Citation[]];

/** Another value of a rate, under the edition in force on the amendment's first day. */
export interface RateChange<Name extends string = string> {
  readonly rate: Name;
  /** The key, as in the rate's rows; none: the row for all others. */
  readonly for?: readonly string[];
  readonly value: number | string | readonly string[];
  /** Absent: the amendment's own document. */
  readonly cites?: Cites;
}

/** A case more in a table. */
export interface AddedCase<Edition extends string = string, Name extends string = string, Id = string> {
  /** The start of the edition as it was issued. */
  readonly edition: Edition;
  /** A decision of the table. */
  readonly decision: Name;
  /** Its id is one the policy does not have: the issued text of an id stays true of the issued case. */
  readonly case: ChangedCase;
  /** The case it goes before; absent: after all cases. */
  readonly before?: Id;
}

/** A case, an `otherwise` or an expression in the place of another one. */
export interface ReplacedCase<Edition extends string = string, Id = string> {
  readonly edition: Edition;
  readonly replaces: Id;
  readonly case: ChangedCase;
}

/** An element more, in sets of facts and decisions: a document, a piece of evidence. */
export interface AddedElement<Name extends string = string> {
  readonly element: string;
  /** Facts by their path, decisions as `decision.name`. */
  readonly of: readonly [Name, ...Name[]];
}

export type AmendmentChange = RateChange | AddedCase | ReplacedCase | AddedElement;

/** What an amendment adds to one locale of the policy. */
export interface AmendmentTexts {
  /** One message per new case. */
  readonly cases?: Readonly<Record<string, string>>;
  /** One word per new element. */
  readonly values?: Readonly<Record<string, string>>;
  /** The title of its document in this language; absent: as the document has it. */
  readonly source?: string;
  /** Its citations in this language; absent: as they are written. */
  readonly sections?: Readonly<Record<string, string>>;
}

/** A clinic's own file: what it does otherwise than a policy says, on whose word, and for how long. Plain data. */
export interface Amendment<Id extends string = string, Change = AmendmentChange> {
  readonly id: string;
  /** The policy it amends. */
  readonly policy: Id;
  /** What it changes, in the policy's first language. */
  readonly title: string;
  /** The clinic's document. Decisions cite it under the amendment's id. */
  readonly source: Source;
  /** Its first and its last day; without `to` it holds until what it changes is issued anew. */
  readonly from: IsoDay;
  readonly to?: IsoDay;
  readonly changes: readonly [Change, ...Change[]];
  readonly texts?: Readonly<Record<string, AmendmentTexts>>;
}

type EditionOf<P extends Policy> = P["editions"][number]["inForceFrom"];
type DecisionOf<P extends Policy> = keyof P["decisions"] & string;
type SetFact<F, Path extends string> = Path extends keyof F
  ? F[Path] extends { readonly kind: "set-of" }
    ? Path
    : never
  : Path extends `${infer Group}.${infer Name}`
    ? Group extends keyof F
      ? Name extends keyof F[Group]
        ? F[Group][Name] extends { readonly kind: "set-of" }
          ? Path
          : never
        : never
      : never
    : never;
type SetName<P extends Policy> =
  | SetFact<P["facts"], FactPath<P["facts"]>>
  | {
      [Name in DecisionOf<P>]: P["decisions"][Name] extends { readonly kind: "set-of" }
        ? `decision.${Name}`
        : never;
    }[DecisionOf<P>];

type ChangeOf<P extends Policy> =
  | RateChange<keyof P["rates"] & string>
  | AddedCase<EditionOf<P>, DecisionOf<P>, CaseId<P>>
  | ReplacedCase<EditionOf<P>, CaseId<P>>
  | AddedElement<SetName<P>>;

/** An amendment in a policy's own words: a name it does not have does not compile. */
export type AmendmentOf<P extends Policy> = Omit<Amendment<P["id"], ChangeOf<P>>, "texts"> & {
  readonly texts?: { readonly [Locale in P["locales"][number]]?: AmendmentTexts };
};
