import { digitsAt } from "./digits.js";

/** A time of day, `HH:MM`, from 00:00 to 23:59. */
export type IsoTime = `${number}:${number}`;

/** A time of day as it is written. */
export const timeForm = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Minutes since midnight on the face of the clock, or `undefined` when the text is not a time of day. */
export function minutesFromTime(text: string): number | undefined {
  return timeForm.test(text) ? minutesAt(text, 0) : undefined;
}

/** The minutes that a text writes as `HH:MM`, from a place on. Its form was checked before. */
export function minutesAt(text: string, from: number): number {
  return digitsAt(text, from, 2) * 60 + digitsAt(text, from + 3, 2);
}

/** The time of day so many minutes after midnight, 0 to 1439. */
export function timeFromMinutes(minutes: number): IsoTime {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` as IsoTime;
}
