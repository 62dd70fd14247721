import * as z from "zod";
import { dayFromIso, weekdays, type IsoDay, type Weekday } from "../calendar/civil-day.js";
import { minutesFromTime, type IsoTime } from "../calendar/time-of-day.js";
import { isZone, millisFromInstant } from "../calendar/zones.js";

/** A value with one thing that can be wrong with it: the code, what is wrong, what is expected. */
export function field<Value>(
  isValue: (value: unknown) => boolean,
  code: string,
  what: string,
  expected: string,
): z.ZodType<Value, Value> {
  return z.custom<Value>(isValue, { params: { code, what, expected } });
}

const isText = (value: unknown): value is string => typeof value === "string";

/** A calendar day. */
export const dayField = field<IsoDay>(
  (value) => isText(value) && dayFromIso(value) !== undefined,
  "not-a-date",
  "not a day of the calendar",
  "a day of the calendar, YYYY-MM-DD",
);

/** A time of day. */
export const timeField = field<IsoTime>(
  (value) => isText(value) && minutesFromTime(value) !== undefined,
  "not-a-time",
  "not a time of day",
  "a time of day from 00:00 to 23:59, HH:MM",
);

/** A moment, with its offset. */
export const instantField = field<string>(
  (value) => isText(value) && millisFromInstant(value) !== undefined,
  "not-an-instant",
  "not a moment",
  "a moment with its offset, as 2026-03-29T03:00+02:00",
);

/** A zone of the tz database. */
export const zoneField = field<string>(
  (value) => isText(value) && isZone(value),
  "zone-unknown",
  "no such zone",
  "a zone of the tz database, as Europe/Paris",
);

/** Whether a value names something: text that is not empty. */
export function isName(value: unknown): value is string {
  return isText(value) && /\S/u.test(value) && value.length <= 1000;
}

/** A name or an identifier: text that is not empty. */
export const textField = field<string>(
  isName,
  "not-a-text",
  "not a text, or an empty one",
  "text of 1 to 1,000 characters",
);

export const booleanField = field<boolean>(
  (value) => typeof value === "boolean",
  "wrong-type",
  "the value has the wrong type",
  "true or false",
);

/** A length of time. */
export const minutesField = wholeField(1, 1440, "a whole number of minutes from 1 to 1,440");

/** A whole number from `min` to `max`, both included. */
export function wholeField(min: number, max: number, expected: string): z.ZodType<number, number> {
  const isWhole = (value: unknown): boolean =>
    typeof value === "number" && Number.isSafeInteger(value) && value >= min && value <= max;
  return field<number>(isWhole, "not-a-whole-number", "not a whole number within its bounds", expected);
}

/** One of a few words. */
export function choiceField<const Word extends string>(words: readonly Word[]): z.ZodType<Word, Word> {
  const listed = words.map((word) => `"${word}"`).join(", ");
  const known: readonly unknown[] = words;
  return field<Word>(
    (value) => known.includes(value),
    "value-not-listed",
    "the value is not listed",
    `one of ${listed}`,
  );
}

/** Any of a few words, each at most once. */
export function choicesField<const Word extends string>(
  words: readonly Word[],
): z.ZodType<readonly Word[], readonly Word[]> {
  const listed = words.map((word) => `"${word}"`).join(", ");
  const known: readonly unknown[] = words;
  const isSet = (value: unknown): boolean =>
    Array.isArray(value) &&
    value.every((word) => known.includes(word)) &&
    new Set(value).size === value.length;
  return field<readonly Word[]>(
    isSet,
    "value-not-listed",
    "not a list of listed values",
    `a list of any of ${listed}, each at most once`,
  );
}

export const weekdaysField: z.ZodType<readonly Weekday[], readonly Weekday[]> = choicesField(weekdays);
