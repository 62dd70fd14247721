import type { Slot } from "@guichet/rules/desk";
import {
  readIntent,
  recordCall,
  recordIntent,
  release,
  settleAgreed,
  type CallOutcome,
  type TenantTransaction,
} from "@guichet/sync";
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
  /** The proposal has ended otherwise: tell the patient that nothing is booked. */
  | { readonly outcome: "too-late" }
  /** The clinic does not give this service any more: the patient waits again. */
  | { readonly outcome: "not-bookable" }
  /** The patient agreed, and MEDOTS has turned it down since: nothing is booked, and the patient waits again. */
  | { readonly outcome: "not-booked"; readonly intent: string };

/**
 * Records what a call came to, once. Only who agreed is booked: what MEDOTS is to be told is written down in the
 * transaction that records the call, under the reference by which the slot is held. Recorded again, after a second click
 * or a lost answer, the same outcome has the same answer, and nothing is done twice.
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
    if (call.outcome === "recorded-before") return answerOf(transaction, proposal, call.slot);
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

/** How far a booking is that was agreed to before. */
async function answerOf(transaction: TenantTransaction, proposal: string, slot: Slot): Promise<CallAnswer> {
  const known = await readIntent(transaction, bookAppointmentKind, proposal);
  if (!known) return { outcome: "not-bookable" };
  const { id: intent, state } = known;
  return state === "conflict" || state === "refused"
    ? { outcome: "not-booked", intent }
    : { outcome: "booking", intent, slot };
}
