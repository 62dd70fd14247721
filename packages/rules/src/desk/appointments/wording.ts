import type { BookAgreedSlot, BookingChange } from "./booking-plan.js";

/** What is said to a patient about an appointment, in one language. */
export interface AppointmentWording {
  readonly booked: string;
  readonly offered: string;
  readonly told: Readonly<Record<keyof BookAgreedSlot["tellPatient"], (words: string) => string>>;
  /** A day with its weekday. */
  readonly day: (weekday: string, day: string) => string;
  /** A time the clock shows twice that night, the first or the second of them. */
  readonly twice: Readonly<Record<"first" | "second", (time: string) => string>>;
  /** Why the slot that was chosen or offered is not booked. */
  readonly changed: Readonly<Record<BookingChange, string>>;
  /** What is to be found out before anything can be said. */
  readonly toFindOut: (facts: readonly string[]) => string;
}
