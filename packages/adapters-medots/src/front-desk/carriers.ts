import {
  carrierFor,
  mirrorRecord,
  release,
  settleAgreed,
  transfer,
  type Carrier,
  type FeedItem,
  type TenantTransaction,
} from "@guichet/sync";
import type { AppointmentBody } from "../feed/appointment-item.js";
import { appointmentsFeedName } from "../feed/appointments-feed.js";
import { bookAppointment, type AppointmentToBook } from "../outlets/book-appointment.js";
import { cancelAppointment } from "../outlets/cancel-appointment.js";
import { changeAppointment } from "../outlets/change-appointment.js";
import { registerClient } from "../outlets/register-client.js";
import type { MedotsClient } from "../client/medots-client.js";
import { appointmentReference } from "./appointment-reference.js";
import { keepTimeKnown, keepTimesUnheld } from "./follow-appointment.js";

/**
 * What delivers the intents of a front desk. When MEDOTS has made an appointment, its reservation goes by the number it
 * has there; when it refuses, or somebody else was first, the slot is free with us too, and who was to have it from the
 * waitlist waits again. Where nobody knows, the slot stays held until a person has looked.
 */
export function deskCarriers(client: MedotsClient): readonly Carrier[] {
  return [
    carrierFor(bookAppointment(client), async (transaction, { reference, payload }, ended) => {
      if (ended.outcome === "set-aside") return;
      if (ended.outcome === "done") {
        const [, isNew] = await Promise.all([
          transfer(transaction, reference, appointmentReference(ended.remoteId)),
          knowAppointment(transaction, ended.remoteId, reference, payload),
          settleAgreed(transaction, { proposal: reference, isBooked: true }),
        ]);
        if (!isNew) await keepTimeKnown(transaction, appointmentsFeedName(payload.clinicId), ended.remoteId);
        return;
      }
      await release(transaction, reference);
      await settleAgreed(transaction, { proposal: reference, isBooked: false });
      await keepTimesUnheld(transaction, appointmentsFeedName(payload.clinicId));
    }),
    carrierFor(registerClient(client)),
    carrierFor(changeAppointment(client)),
    carrierFor(cancelAppointment(client)),
  ];
}

/**
 * Stores an appointment as it was made, until MEDOTS tells more of it: were it deleted before it is ever pulled, nobody
 * would miss it, and its time would stay held. The answer is false when more is known of it already.
 */
async function knowAppointment(
  transaction: TenantTransaction,
  remoteId: string,
  reference: string,
  { clinicId, userId, clientId, startsAt, durationMinutes }: AppointmentToBook,
): Promise<boolean> {
  const body: AppointmentBody = { clinicId, userId, clientId, startsAt, durationMinutes };
  const made: FeedItem<AppointmentBody> = { remoteId, version: "0", status: "booked", reference, body };
  return (
    (await mirrorRecord(transaction, { feed: appointmentsFeedName(clinicId), item: made })) !== undefined
  );
}
