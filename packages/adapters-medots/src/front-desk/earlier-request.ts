import { readIntent, type IntentStatus, type TenantStore } from "@guichet/sync";
import { bookAppointmentKind } from "../outlets/book-appointment.js";
import { registerClientKind } from "../outlets/register-client.js";
import type { RequestAnswer } from "./appointment-request.js";

/** What was carried out under a reference before. */
export interface EarlierRequest {
  /** How far it is, where there is nothing to do but to say so. */
  readonly answer?: RequestAnswer;
  /** The number of the entry that was made for the patient. */
  readonly clientId?: number;
  /** Somebody else had the slot first. */
  readonly isLost: boolean;
}

/** Looks what became of a request that may have been made before. */
export async function earlierRequest(store: TenantStore, reference: string): Promise<EarlierRequest> {
  const { booking, registration } = await store.transaction(async (transaction) => ({
    booking: await readIntent(transaction, bookAppointmentKind, reference),
    registration: await readIntent(transaction, registerClientKind, reference),
  }));
  if (booking && booking.state !== "conflict") return { answer: answerOf(booking), isLost: false };
  const isLost = booking !== undefined;
  if (registration?.state !== "done") {
    return registration ? { answer: answerOf(registration), isLost } : { isLost };
  }
  return { clientId: Number(registration.remoteId), isLost };
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
