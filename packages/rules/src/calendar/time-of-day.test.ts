import { expect, test } from "vitest";
import { minutesFromTime, timeFromMinutes } from "./time-of-day.js";

test("every minute of the day is written and read as one time", () => {
  const times = Array.from({ length: 1440 }, (_, minutes) => timeFromMinutes(minutes));
  expect(times.map((time) => minutesFromTime(time))).toEqual(times.map((_, minutes) => minutes));
  expect([times[0], times[61], times[1439]]).toEqual(["00:00", "01:01", "23:59"]);
  expect(times).toEqual(times.toSorted());
});

test.each(["24:00", "23:60", "9:00", "09:0", "09:00:00", " 09:00", "0900", ""])(
  "%j is not a time of day",
  (text) => {
    expect(minutesFromTime(text)).toBeUndefined();
  },
);
