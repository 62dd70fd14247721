import type { Slot } from "@guichet/rules/desk";
import { recordCall, recordIntent, release, settleAgreed, type CallOutcome } from "@guichet/sync";
import { appointmentOf } from "../from-outcome/appointment-of.js";
import { bookAppointmentKind } from "../outlets/book-appointment.js";
import type { FrontDesk } from "./front-desk.js";

/** What the contact centre heard on the phone, about one proposal. */
export interface AnsweredCall {
  readonly proposal: string;
  readonly outcome: CallOutcome;
}

/** What recording a call came to. */
export type CallAnswer =
  /** The patient agreed: the slot is theirs, and MEDOTS is being told. */
  | { readonly outcome: "booking"; readonly intent: string; readonly slot: Slot }
  /** It is written down; the slot is free again. */
  | { readonly outcome: "recorded" }
  /** The proposal has ended: tell the patient that nothing is booked. */
  | { readonly outcome: "too-late" }
  /** The clinic does not give this service any more: the patient waits again. */
  | { readonly outcome: "not-bookable" };

/**
 * Records what a call came to, once. Only who agreed is booked: what MEDOTS is to be told is written down in the
 * transaction that records the call, under the reference by which the slot is held.
 *
 * Errors: those of the store.
 */
export function answerCall(
  { clinic, store }: FrontDesk,
  { proposal, outcome }: AnsweredCall,
): Promise<CallAnswer> {
  return store.transaction(async (transaction) => {
    const call = await recordCall(transaction, { proposal, outcome });
    if (call.outcome === "too-late") return { outcome: "too-late" };
    if (outcome !== "agreed") return { outcome: "recorded" };
    const { slot, entry, decision } = call;
    const payload = appointmentOf(slot, Number(entry.patient), clinic);
    if (!payload) {
      await release(transaction, proposal);
      await settleAgreed(transaction, { proposal, isBooked: false });
      return { outcome: "not-bookable" };
    }
    const intent = { kind: bookAppointmentKind, reference: proposal, payload, decision };
    const { id } = await recordIntent(transaction, intent);
    return { outcome: "booking", intent: id, slot };
  });
}
