import { GuichetError, problemAt } from "@guichet/rules";
import {
  clockAt,
  instantFromMillis,
  millisFromInstant,
  momentsAt,
  type IsoDay,
  type IsoInstant,
  type IsoTime,
} from "@guichet/rules/calendar";

/** A time of a clinic as the wire has it: what its calendar and its clock show, without a zone. */
export interface ClinicTime {
  readonly date: string;
  readonly time: string;
}

/** Which of the two moments is meant where the clock is put back and shows a time twice. */
export type RepeatedTime = "first" | "second";

/** The moment of a clinic's time, and whether its clock shows that time twice. */
export interface ReadTime {
  readonly at: IsoInstant;
  readonly repeated: boolean;
}

/**
 * Reads a time of a clinic in its zone. A time that the clock shows twice is the first of the two unless the clinic
 * says otherwise; `repeated` says that it was so.
 *
 * Errors: `time-does-not-exist` for a time that is left out while the clock is put forward.
 */
export function readClinicTime(
  { date, time }: ClinicTime,
  zone: string,
  repeatedTime: RepeatedTime = "first",
): ReadTime {
  const moments = momentsAt({ day: date as IsoDay, time: time as IsoTime }, zone);
  const [first, second = first] = moments;
  if (first === undefined || second === undefined) {
    throw new GuichetError("time-does-not-exist", [
      problemAt(
        "time-does-not-exist",
        "medots, time of an appointment",
        `the clock of ${zone} is put forward past it`,
        "ask the clinic which time is meant",
      ),
    ]);
  }
  return {
    at: instantFromMillis(repeatedTime === "first" ? first : second),
    repeated: moments.length > 1,
  };
}

/**
 * Writes a moment as a time of a clinic.
 *
 * Errors: `instant-malformed`; `not-on-a-minute`, as their times have no seconds; `time-is-repeated` when the clinic's
 * clock shows that time twice and the wire would say the other one.
 */
export function writeClinicTime(at: string, zone: string, repeatedTime: RepeatedTime = "first"): ClinicTime {
  const millis = millisFromInstant(at);
  if (millis === undefined) throw wrong("instant-malformed", "not a moment", "write it in UTC, with a Z");
  const { day, time } = clockAt(millis, zone);
  const moments = momentsAt({ day, time }, zone);
  if (!moments.includes(millis)) {
    throw wrong("not-on-a-minute", "it has seconds", "give a moment on a whole minute");
  }
  const read = repeatedTime === "first" ? moments[0] : moments.at(-1);
  if (read !== millis) {
    throw wrong("time-is-repeated", `the clock of ${zone} shows it twice`, "choose a time outside that hour");
  }
  return { date: day, time };
}

function wrong(code: string, what: string, todo: string): GuichetError {
  return new GuichetError(code, [problemAt(code, "medots, start of an appointment", what, todo)]);
}
