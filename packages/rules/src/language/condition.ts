import type { IsoDay } from "../calendar/civil-day.js";
import type { IsoTime } from "../calendar/time-of-day.js";
import type { FactPath } from "./fact.js";
import type { KindName } from "./kind.js";
import type { Reference } from "./expression.js";
import type { Named, ReferenceTo, Vocabulary } from "./vocabulary.js";

type NonEmpty<Item> = readonly [Item, ...Item[]];

export type EqualityOperator = "equal" | "notEqual";
export type ListOperator = "in" | "notIn";
export type OrderOperator = "lessThan" | "lessThanInclusive" | "greaterThan" | "greaterThanInclusive";
export type SetOperator = "contains" | "doesNotContain";
export type Operator = EqualityOperator | ListOperator | OrderOperator | SetOperator | "isEmpty";

/** A condition as the machinery sees it: json-rules-engine's JSON. */
export type Condition = AllOf | AnyOf | Not | Comparison;

export interface AllOf<Item = Condition> {
  readonly all: NonEmpty<Item>;
}
export interface AnyOf<Item = Condition> {
  readonly any: NonEmpty<Item>;
}
export interface Not<Item = Condition> {
  readonly not: Item;
}
export interface Comparison extends Reference {
  readonly operator: Operator;
  readonly value: boolean | number | string | readonly (string | number)[] | Reference;
}

/** A condition over a policy's own words: a name, an operator or a value that does not fit does not compile. */
export type ConditionOf<V extends Vocabulary> =
  | (AllOf<ConditionOf<V>> & { readonly any?: never; readonly not?: never })
  | (AnyOf<ConditionOf<V>> & { readonly all?: never; readonly not?: never })
  | (Not<ConditionOf<V>> & { readonly all?: never; readonly any?: never })
  | ComparisonOf<V>;

/** One comparison over a policy's own words. */
export type ComparisonOf<V extends Vocabulary> = {
  [Name in keyof Named<V> & string]: {
    readonly fact: Name;
    readonly params?: Name extends `rate.${string}`
      ? { readonly by: readonly FactPath<V["facts"]>[] }
      : never;
  } & Test<V, Named<V>[Name]>;
}[keyof Named<V> & string];

type Test<V extends Vocabulary, Declared> = Declared extends { readonly kind: "boolean" }
  ? Compared<EqualityOperator, boolean | ReferenceTo<V, "boolean">>
  : Declared extends { readonly kind: "one-of"; readonly values: readonly (infer Value)[] }
    ? | Compared<EqualityOperator, Value | ReferenceTo<V, "one-of">>
      | Compared<ListOperator, readonly Value[] | ReferenceTo<V, "set-of">>
    : Declared extends { readonly kind: "set-of"; readonly values: readonly (infer Value)[] }
      ? Compared<SetOperator, Value | ReferenceTo<V, "one-of">> | Compared<"isEmpty", boolean>
      : Declared extends { readonly kind: "integer" | "amount" }
        ? OrderedTest<V, number, "integer" | "amount", Declared>
        : Declared extends { readonly kind: "date" }
          ? OrderedTest<V, IsoDay, "date", Declared>
          : Declared extends { readonly kind: "time" }
            ? OrderedTest<V, IsoTime, "time", Declared>
            : Declared extends { readonly kind: "text" }
              ? | Compared<EqualityOperator, string | ReferenceTo<V, "text">>
                | Compared<ListOperator, readonly string[]>
              : never;

type OrderedTest<V extends Vocabulary, Value, Wanted extends KindName, Declared> =
  | Compared<OrderOperator, Value | ReferenceTo<V, Wanted>>
  | Compared<EqualityOperator, Value | NoneOf<Declared> | ReferenceTo<V, Wanted>>
  | Compared<ListOperator, readonly Value[]>;

type NoneOf<Declared> = Declared extends { readonly orNone: true } ? "none" : never;

interface Compared<Op extends Operator, Value> {
  readonly operator: Op;
  readonly value: Value;
}
