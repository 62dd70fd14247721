import * as z from "zod";
import type { IsoDay, Weekday } from "../../calendar/civil-day.js";
import type { IsoTime } from "../../calendar/time-of-day.js";
import { choicesField, dayField, textField, timeField, weekdaysField } from "../input-fields.js";
import { dayGroups, type DayGroup } from "./slot.js";

/** What a patient wishes for: the words are those of an entry in the policy `waitlist-offer`, and mean the same. */
export interface Wish {
  /** The id of the service. It tells the specialty, and how long the visit takes. */
  readonly service: string;
  /** The id of a practitioner, or `any` for whoever is free. */
  readonly practitioner: string;
  /** The first day that suits the patient. */
  readonly from: IsoDay;
  /** The last day that suits the patient, included: at most a year later. */
  readonly to: IsoDay;
  /** Left out: any weekday. */
  readonly weekdays?: readonly Weekday[] | undefined;
  /** A slot that starts at this time suits, an earlier one does not. Left out: from the start of the day. */
  readonly earliestTime?: IsoTime | undefined;
  /** A slot that starts at this time no longer suits. Left out: until the end of the day. */
  readonly latestTime?: IsoTime | undefined;
  /**
   * The days in the order of the wish, a kind that is not named is not wanted. Left out: the same day, the next
   * day, other days.
   */
  readonly days?: readonly DayGroup[] | undefined;
}

export const wishShape: z.ZodType<Wish> = z.strictObject({
  service: textField,
  practitioner: textField,
  from: dayField,
  to: dayField,
  weekdays: weekdaysField.optional(),
  earliestTime: timeField.optional(),
  latestTime: timeField.optional(),
  days: choicesField(dayGroups).optional(),
});
