import { weekdays, type IsoDay, type Weekday } from "../calendar/civil-day.js";
import type { IsoTime } from "../calendar/time-of-day.js";

/** Yes or no. */
export interface BooleanKind {
  readonly kind: "boolean";
}
/** Exactly one of the listed values. */
export interface OneOfKind<Value extends string = string> {
  readonly kind: "one-of";
  readonly values: readonly Value[];
}
/** Any of the listed values, without order or repetition; a value that is not named is absent. */
export interface SetOfKind<Value extends string = string> {
  readonly kind: "set-of";
  readonly values: readonly Value[];
}
/** A whole number; both bounds are inclusive. */
export interface IntegerKind {
  readonly kind: "integer";
  readonly min?: number;
  readonly max?: number;
}
/** Money: a whole number of minor units (cents), never negative, in one currency. */
export interface AmountKind<Currency extends string = string> {
  readonly kind: "amount";
  readonly currency: Currency;
}
/** A calendar day, `YYYY-MM-DD`. */
export interface DateKind {
  readonly kind: "date";
}
/** A time of day, `HH:MM`. */
export interface TimeKind {
  readonly kind: "time";
}
/** Free text, compared for equality only. */
export interface TextKind {
  readonly kind: "text";
}

export type Kind =
  BooleanKind | OneOfKind | SetOfKind | IntegerKind | AmountKind | DateKind | TimeKind | TextKind;

export type KindName = Kind["kind"];

/** The kinds whose values have an order. */
export type OrderedKindName = "integer" | "amount" | "date" | "time";

/** The value a declaration stands for; `"none"` where it says `orNone`. */
export type ValueOf<Declared> =
  | (Declared extends { readonly kind: "boolean" }
      ? boolean
      : Declared extends { readonly kind: "one-of"; readonly values: readonly (infer Value)[] }
        ? Value
        : Declared extends { readonly kind: "set-of"; readonly values: readonly (infer Value)[] }
          ? readonly Value[]
          : Declared extends { readonly kind: "integer" | "amount" }
            ? number
            : Declared extends { readonly kind: "date" }
              ? IsoDay
              : Declared extends { readonly kind: "time" }
                ? IsoTime
                : string)
  | (Declared extends { readonly orNone: true } ? "none" : never);

type Empty = Record<never, never>;

/** A yes-or-no fact or decision. */
export function boolean<const About = Empty>(about?: About): BooleanKind & About {
  return { kind: "boolean", ...about } as BooleanKind & About;
}

/** A fact or decision that has exactly one of the listed values. */
export function oneOf<const Value extends string, const About = Empty>(
  values: readonly Value[],
  about?: About,
): OneOfKind<Value> & About {
  return { kind: "one-of", values, ...about } as OneOfKind<Value> & About;
}

/** A fact or decision that has any of the listed values, without order or repetition. */
export function setOf<const Value extends string, const About = Empty>(
  values: readonly Value[],
  about?: About,
): SetOfKind<Value> & About {
  return { kind: "set-of", values, ...about } as SetOfKind<Value> & About;
}

/** A whole number. Say its unit in its name or in `unit`; `min` and `max` are inclusive. */
export function integer<const About = Empty>(about?: About): IntegerKind & About {
  return { kind: "integer", ...about } as IntegerKind & About;
}

/** Money in minor units of one currency. */
export function amount<const Currency extends string, const About = Empty>(
  currency: Currency,
  about?: About,
): AmountKind<Currency> & About {
  return { kind: "amount", currency, ...about } as AmountKind<Currency> & About;
}

/** A calendar day. */
export function date<const About = Empty>(about?: About): DateKind & About {
  return { kind: "date", ...about } as DateKind & About;
}

/** A calendar day, or `"none"`. Only decisions and rates can be none; a fact that is left out is unknown. */
export function dateOrNone<const About = Empty>(about?: About): DateKind & { readonly orNone: true } & About {
  return { kind: "date", orNone: true, ...about } as DateKind & { readonly orNone: true } & About;
}

/** A time of day. */
export function time<const About = Empty>(about?: About): TimeKind & About {
  return { kind: "time", ...about } as TimeKind & About;
}

/** Free text, compared for equality only and treated as one of infinitely many values. */
export function text<const About = Empty>(about?: About): TextKind & About {
  return { kind: "text", ...about } as TextKind & About;
}

/** The weekdays as a set fact: the values `weekdayOf` gives. */
export function weekdaySet<const About = Empty>(about?: About): SetOfKind<Weekday> & About {
  return setOf(weekdays, about);
}
