import type { IsoDay } from "../../calendar/civil-day.js";
import type { IsoInstant } from "../../calendar/zones.js";
import type { Decision, Need } from "../../engine/decision.js";
import type { ClinicPolicy } from "../../language/clinic-policy.js";
import type { FactsOf, OutcomeOfPolicy } from "../../language/policy.js";
import type { AppointmentBooking } from "../../policies/appointment-booking/policy.js";
import type { WaitlistOffer } from "../../policies/waitlist-offer/policy.js";
import type { FoundSlot, Slot, SlotReason } from "./slot.js";

type Outcome = OutcomeOfPolicy<ClinicPolicy<AppointmentBooking>>;

/** A slot as it was offered: hand it back to `bookAppointment` when the patient accepts it. */
export interface SlotOffer {
  readonly slot: Slot;
  readonly offeredAt: IsoInstant;
  /** The day from which the same and the next day of the wish are counted, for as long as it is discussed. */
  readonly wishedOn: IsoDay;
}

/**
 * Why the slot that was chosen or offered is not booked: it is refused now, it is no longer in the schedule as it
 * was offered, or the answer to the wish is no longer to book.
 */
export type BookingChange = SlotReason | "slot-not-in-schedule" | "decision-changed";

/** What the patient is told of an appointment: the items the policy names, but for those only the clinic has words for. */
export type AppointmentTold = {
  readonly [Item in OutcomeOfPolicy<AppointmentBooking>["tellPatient"][number]]?: string;
};

interface Plan {
  /** What the plan was made from. */
  readonly decision: Decision<ClinicPolicy<AppointmentBooking>>;
  /** Why the slot that was chosen or offered is not booked; nothing where none was, or where it is. */
  readonly changed: readonly BookingChange[];
}

interface SlotPlan extends Plan {
  readonly action: "book-slot";
  readonly slot: Slot;
  readonly offer: SlotOffer;
  /** The next free slots in the order of the wish, at most five. */
  readonly alternatives: readonly FoundSlot[];
  readonly tellPatient: AppointmentTold;
  /** The clinic's zone, in which the day and the time are told. */
  readonly zone: string;
}

/** The patient chose or accepted this slot, and it is to be had: book it. */
export interface BookAgreedSlot extends SlotPlan {
  readonly agreed: true;
  readonly changed: readonly [];
}

/** The first slot that meets the wish: book it once the patient accepts it. */
export interface ProposeSlot extends SlotPlan {
  readonly agreed: false;
}

/** An entry for the waitlist: it lacks an id and a priority, which the contact centre gives it. */
export interface WaitlistDraft extends Required<NonNullable<FactsOf<WaitlistOffer>["entry"]>> {
  readonly state: "waiting";
  readonly madeAt: IsoInstant;
}

export interface AddToWaitlist extends Plan {
  readonly action: "add-to-waitlist";
  readonly entry: WaitlistDraft;
}

export interface RegisterInMis extends Plan {
  readonly action: "register-in-mis";
}

export interface AskForDocuments extends Plan {
  readonly action: "ask-for-documents";
}

export interface RefuseChannel extends Plan {
  readonly action: "refuse-channel";
  readonly permittedChannels: Outcome["permittedChannels"];
}

export interface AdmitImmediately extends Plan {
  readonly action: "admit-immediately";
  readonly alsoDo: Outcome["alsoDo"];
}

/** It depends on facts that are not known. */
export interface AskFirst extends Plan {
  readonly action: "ask";
  /** The actions that are possible. */
  readonly possible: readonly Outcome["action"][];
  /** The facts that decide between them. */
  readonly needs: readonly Need[];
}

/** The rules were not in force on the day of the request. */
export interface NotYetInForce extends Plan {
  readonly action: "not-in-force";
}

/** What to do with a wish for an appointment. */
export type BookingPlan =
  | BookAgreedSlot
  | ProposeSlot
  | AddToWaitlist
  | RegisterInMis
  | AskForDocuments
  | RefuseChannel
  | AdmitImmediately
  | AskFirst
  | NotYetInForce;
