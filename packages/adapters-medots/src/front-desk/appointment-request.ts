import type { IsoInstant } from "@guichet/rules/calendar";
import type { AppointmentTold, BookingPlan, Slot, SlotOffer, Wish } from "@guichet/rules/desk";
import type { EndedState } from "@guichet/sync";
import type { DeskAnswer } from "../from-outcome/desk-step.js";
import type { ClientToRegister } from "../outlets/register-client.js";
import type { PatientSearch } from "../lookups/find-patient.js";
import type { RequestKnown } from "../to-facts/booking-facts.js";
import type { WireClient } from "../wire/client.js";

/** A wish for an appointment, as far as it has got. */
export interface AppointmentRequest {
  /** A UUID of the desk's: under it, whatever is carried out is carried out once. */
  readonly reference: string;
  readonly wish: Wish;
  /** What is left out is unknown, and asked for where it matters. */
  readonly known: RequestKnown;
  /** Whom it is for: the number on MEDOTS, or by what to look, with the particulars. Left out: not said yet. */
  readonly patient?: { readonly clientId: number } | PatientSearch | undefined;
  /** What an entry for the patient is made from, should there be none. */
  readonly particulars?: ClientToRegister | undefined;
  /** The id of the slot the patient chose among those found. */
  readonly chosen?: string | undefined;
  /** An earlier offer, which the patient accepts. */
  readonly offered?: SlotOffer | undefined;
  /** Whose turn it is, should it come to the waitlist: a whole number, higher first; 0 when left out. */
  readonly priority?: number | undefined;
}

/** What a request came to. */
export type RequestAnswer =
  /** The slot is held, and MEDOTS is being told. */
  | {
      readonly outcome: "booking";
      readonly intent: string;
      readonly slot: Slot;
      readonly tellPatient: AppointmentTold;
    }
  /** What was asked before, under the same reference, is on its way to MEDOTS. */
  | { readonly outcome: "on-its-way"; readonly intent: string }
  /** It is booked, under this number on MEDOTS. */
  | { readonly outcome: "booked"; readonly appointment: string }
  /** An entry for the patient is being made: ask again under the same reference once it is. */
  | { readonly outcome: "registering"; readonly intent: string }
  /** The patient is on the waitlist, by this entry. */
  | { readonly outcome: "waiting"; readonly entry: string }
  /** The patient waited under this reference and has left the list: to wait again, ask under a new one. */
  | { readonly outcome: "wait-ended"; readonly state: EndedState; readonly endedAt: IsoInstant }
  /** Any of these may be the patient: somebody says who, or asks again with `noneOf` in the search. */
  | { readonly outcome: "choose-patient"; readonly clients: readonly WireClient[] }
  /** What the desk says, asks or does now. */
  | { readonly outcome: "answered"; readonly answer: DeskAnswer; readonly plan: BookingPlan }
  /** MEDOTS refused it, or nobody knows whether it was done: a person looks. */
  | { readonly outcome: "left-to-people"; readonly code: string };
