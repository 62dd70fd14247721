export { dayFromIso, isoFromDay, type IsoDay, type Weekday } from "./civil-day.js";
export { minutesFromTime, timeFromMinutes, type IsoTime } from "./time-of-day.js";
export {
  clockAt,
  instantFromMillis,
  isZone,
  millisFromInstant,
  momentsAt,
  offsetAt,
  type ClockReading,
  type IsoInstant,
} from "./zones.js";
