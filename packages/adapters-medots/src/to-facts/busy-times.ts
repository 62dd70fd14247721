import { instantFromMillis } from "@guichet/rules/calendar";
import type { Appointment } from "@guichet/rules/desk";
import { cutAtEvery, joinedStretches, type Stretch } from "./joined-stretches.js";

/**
 * Taken times, in milliseconds since 1970, as the appointments of one practitioner. Those that meet become one:
 * MEDOTS lets appointments overlap, a schedule does not.
 */
export function busyTimes(taken: readonly Stretch[]): readonly Appointment[] {
  return joinedStretches(taken)
    .flatMap((stretch) => cutAtEvery(longestMillis, stretch))
    .map(({ from, to }, index) => ({
      id: `taken-${index + 1}`,
      startsAt: instantFromMillis(from),
      durationMinutes: Math.ceil((to - from) / 60_000),
    }));
}

/** An appointment of a schedule lasts a day at most. */
const longestMillis = 86_400_000;
