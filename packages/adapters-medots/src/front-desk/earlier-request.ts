import {
  agreedProposal,
  readIntent,
  readReservation,
  referenceAfter,
  type IntentStatus,
  type Reservation,
  type TenantStore,
} from "@guichet/sync";
import { bookAppointmentKind } from "../outlets/book-appointment.js";
import { registerClientKind } from "../outlets/register-client.js";
import type { RequestAnswer } from "./appointment-request.js";

/** What was carried out under the reference of a wish before. */
export interface EarlierRequest {
  /** How far it is, where there is nothing to do but to say so. */
  readonly answer?: RequestAnswer;
  /** The number of the entry that was made for the patient. */
  readonly clientId?: number;
  /** What MEDOTS had given to somebody else. */
  readonly lost: readonly Reservation[];
  /** Under which the next slot is asked for. */
  readonly reference: string;
}

/**
 * Looks what became of a wish that may have been told before, also where a call booked it: who waited for it, and agreed
 * to a slot, has that. What was lost to somebody else goes on under the next reference.
 */
export function earlierRequest(store: TenantStore, wish: string): Promise<EarlierRequest> {
  return store.transaction(async (transaction) => {
    const lost: Reservation[] = [];
    for (let reference = wish; ; reference = referenceAfter(reference)) {
      const agreed = await agreedProposal(transaction, reference);
      const booking = await readIntent(transaction, bookAppointmentKind, agreed ?? reference);
      if (booking?.state === "conflict" || (agreed !== undefined && waitsAgain(booking))) {
        const slot = await readReservation(transaction, agreed ?? reference);
        if (slot) lost.push(slot);
        continue;
      }
      if (booking) return { answer: answerOf(booking), lost, reference };
      const registration = await readIntent(transaction, registerClientKind, wish);
      if (registration?.state === "done") return { clientId: Number(registration.remoteId), lost, reference };
      return { ...(registration ? { answer: answerOf(registration) } : {}), lost, reference };
    }
  });
}

/** Who agreed on a call and is not booked after all is back on the waitlist (`settleAgreed`). */
function waitsAgain(booking: IntentStatus | undefined): boolean {
  return booking === undefined || booking.state === "refused";
}

function answerOf({ id, kind, state, code, remoteId }: IntentStatus): RequestAnswer {
  switch (state) {
    case "pending":
    case "sending":
    case "unknown":
      return { outcome: kind === registerClientKind ? "registering" : "on-its-way", intent: id };
    case "done":
      return { outcome: "booked", appointment: remoteId ?? "" };
    case "conflict":
    case "refused":
    case "set-aside":
      return { outcome: "left-to-people", code: code ?? state };
  }
}
