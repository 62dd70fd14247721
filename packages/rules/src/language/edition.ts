import type { IsoDay, Weekday } from "../calendar/civil-day.js";
import type { IsoTime } from "../calendar/time-of-day.js";
import type { Citation } from "./citation.js";
import type { Condition, ConditionOf } from "./condition.js";
import type { Expression } from "./expression.js";
import type { ReferenceTo, Vocabulary } from "./vocabulary.js";

/** One row of a decision table. */
export interface Case<
  When = Condition,
  Then = Expression | Readonly<Record<string, Expression>>,
  Doc extends string = string,
> {
  /** The norm it encodes, suffixed where one norm needs several cases. */
  readonly id: string;
  /** Absent: always. */
  readonly when?: When;
  readonly then: Then;
  /** Absent: the edition's source. */
  readonly cites?: readonly [Citation<Doc>, ...Citation<Doc>[]];
  /** The source is silent here; the answer says so. */
  readonly gap?: true;
}

/** The first case that holds decides; `otherwise` decides when none does. */
export interface FirstTable<Decides, When, Then, Doc extends string> {
  readonly decides: Decides;
  /** `unique` decides like `first`, and promises that no two of its cases hold together with different results. */
  readonly hitPolicy: "first" | "unique";
  /** A guard of the whole table: where it does not hold, the declared default answers. */
  readonly onlyWhen?: When;
  readonly cases: readonly Case<When, Then, Doc>[];
  readonly otherwise: Omit<Case<When, Then, Doc>, "when">;
}

/** The union of the results of all cases that hold. */
export interface CollectTable<Decides, When, Then, Doc extends string> {
  readonly decides: Decides;
  readonly hitPolicy: "collect";
  readonly onlyWhen?: When;
  readonly cases: readonly [Case<When, Then, Doc>, ...Case<When, Then, Doc>[]];
}

/** A decision that is one expression: the table with a single row. */
export interface ExpressionTable<Decides, When, Is, Doc extends string> {
  readonly decides: Decides;
  /** May be left out for internal decisions only. */
  readonly id?: string;
  readonly onlyWhen?: When;
  readonly is: Is;
  readonly cites?: readonly [Citation<Doc>, ...Citation<Doc>[]];
  readonly gap?: true;
}

/** A table as the machinery sees it. */
export type Table =
  | FirstTable<
      string | readonly string[],
      Condition,
      Expression | Condition | Readonly<Record<string, Expression>>,
      string
    >
  | CollectTable<string, Condition, Expression, string>
  | ExpressionTable<string, Condition, Expression | Condition, string>;

/** A norm that decides nothing: printed and cited, never run. */
export interface Remark<Doc extends string = string> {
  readonly id: string;
  /** What it tells of: a question no source answers, or sources that disagree. Absent: a norm to know. */
  readonly about?: "gap" | "conflict";
  readonly cites: readonly [Citation<Doc>, ...Citation<Doc>[]];
}

/** A page as it was issued. It ends where the next one starts; a repeal is an edition. */
export interface Edition {
  /** The first day it holds, or `"open"` for an edition without a start. */
  readonly inForceFrom: string;
  /** Of a copy that an amendment makes: the start of the issued edition that it repeats, changed or not. */
  readonly repeats?: string;
  readonly source: Citation;
  readonly tables: readonly Table[];
  readonly remarks?: readonly Remark[];
}

/** An edition over a policy's own words. */
export interface EditionOf<V extends Vocabulary> {
  readonly inForceFrom: IsoDay | "open";
  readonly source: Citation<keyof V["sources"] & string>;
  readonly tables: readonly TableOf<V>[];
  readonly remarks?: readonly Remark<keyof V["sources"] & string>[];
}

type TableOf<V extends Vocabulary> =
  | { [Name in keyof V["decisions"] & string]: TableFor<V, Name> }[keyof V["decisions"] & string]
  | FirstTable<
      readonly (keyof V["decisions"] & string)[],
      ConditionOf<V>,
      { readonly [Name in keyof V["decisions"]]?: ResultOf<V, V["decisions"][Name]> },
      keyof V["sources"] & string
    >;

type TableFor<V extends Vocabulary, Name extends keyof V["decisions"] & string> =
  | FirstTable<Name, ConditionOf<V>, ResultOf<V, V["decisions"][Name]>, keyof V["sources"] & string>
  | ExpressionTable<Name, ConditionOf<V>, ResultOf<V, V["decisions"][Name]>, keyof V["sources"] & string>
  | (V["decisions"][Name] extends { readonly kind: "set-of" }
      ? CollectTable<Name, ConditionOf<V>, ResultOf<V, V["decisions"][Name]>, keyof V["sources"] & string>
      : never);

/** What may stand as a result of a decision: a literal, a reference, or an expression of its kind. */
export type ResultOf<V extends Vocabulary, Declared> =
  | (Declared extends { readonly kind: "boolean" }
      ? boolean | ReferenceTo<V, "boolean"> | ConditionOf<V>
      : Declared extends { readonly kind: "one-of"; readonly values: readonly (infer Value)[] }
        ? | Value
          | ReferenceTo<V, "one-of">
          | (Weekday extends Value ? { readonly weekdayOf: DayTerm<V> } : never)
        : Declared extends { readonly kind: "set-of"; readonly values: readonly (infer Value)[] }
          ? SetTerm<V, Value>
          : Declared extends { readonly kind: "integer" | "amount" }
            ? number | ReferenceTo<V, "integer" | "amount">
            : Declared extends { readonly kind: "date" }
              ? DayTerm<V>
              : Declared extends { readonly kind: "time" }
                ? IsoTime | ReferenceTo<V, "time">
                : never)
  | (Declared extends { readonly orNone: true } ? "none" : never);

type DayTerm<V extends Vocabulary> =
  IsoDay | ReferenceTo<V, "date"> | { readonly plus: readonly [DayTerm<V>, string] };

type SetTerm<V extends Vocabulary, Value> =
  | readonly Value[]
  | ReferenceTo<V, "set-of">
  | { readonly minus: readonly [SetTerm<V, string>, SetTerm<V, string>] };

/**
 * Writes one edition of a policy in a file of its own, typed by the policy's words.
 *
 * @example
 * const edition = defineEdition(vocabulary, {
 *   inForceFrom: "2026-01-01",
 *   source: handbook("4.2"),
 *   tables: [{ decides: "feeCents", id: "H-1", is: 2300 }],
 * });
 */
export function defineEdition<const V extends Vocabulary, const E extends EditionOf<NoInfer<V>>>(
  vocabulary: V,
  edition: E,
): E {
  void vocabulary;
  return edition;
}
