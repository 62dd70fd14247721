import type { IsoDay } from "@guichet/rules/calendar";
import { checkWishes, feedWork, type ClinicWork } from "@guichet/sync";
import { appointmentsFeed } from "../feed/appointments-feed.js";
import { deskCarriers } from "./carriers.js";
import { followAppointments } from "./follow-appointment.js";
import { standardDaysAhead, type FrontDesk } from "./front-desk.js";
import { offerOpenSlots } from "./offer-open-slots.js";

/** How often a worker looks after a front desk, and from which day on. */
export interface DeskWorkOptions {
  /** How often it is asked what changed on MEDOTS; 60. */
  readonly pullEverySeconds?: number | undefined;
  /** How often everything there is compared with what is known; 3,600. */
  readonly reconcileEverySeconds?: number | undefined;
  /** The first day that counts: appointments before it are never known. All of them count when left out. */
  readonly followedFrom?: IsoDay | undefined;
  /** How often the waitlist is gone through; 60. */
  readonly offerEverySeconds?: number | undefined;
}

/**
 * What a worker does for a front desk: it tells MEDOTS what was agreed, follows the appointments there, and goes through
 * the waitlist.
 *
 * @example
 * const worker = runWorker({ store, clinics: [deskWork(desk)] });
 */
export function deskWork(desk: FrontDesk, options: DeskWorkOptions = {}): ClinicWork {
  const { clinic, client, store, daysAhead = standardDaysAhead } = desk;
  const { offerEverySeconds = 60, pullEverySeconds, reconcileEverySeconds, followedFrom } = options;
  const feed = appointmentsFeed(client, { clinicId: clinic.clinicId, followedFrom, daysAhead });
  return {
    clinic: store,
    carriers: deskCarriers(client),
    feeds: [
      feedWork(feed, { follow: followAppointments(feed.name), pullEverySeconds, reconcileEverySeconds }),
    ],
    chores: [
      {
        name: "waitlist",
        everySeconds: offerEverySeconds,
        run: async (clinic, signal) => {
          const tasks = await offerOpenSlots(desk, signal);
          // Everybody else is served: what cannot be read is told, and holds up nobody.
          await clinic.transaction(checkWishes);
          return tasks.length;
        },
      },
    ],
  };
}
