import type { Need } from "@guichet/rules";
import type {
  AdmitImmediately,
  AppointmentTold,
  BookingChange,
  FoundSlot,
  RefuseChannel,
  Slot,
  SlotOffer,
  WaitlistDraft,
} from "@guichet/rules/desk";
import type { AppointmentToBook } from "../outlets/book-appointment.js";
import type { ClientToRegister } from "../outlets/register-client.js";

/** Something to carry out: with us at once, and on MEDOTS by an intent. */
export type CarriedOut =
  | {
      readonly do: "book";
      readonly slot: Slot;
      readonly appointment: AppointmentToBook;
      readonly tellPatient: AppointmentTold;
    }
  | { readonly do: "wait"; readonly client: number; readonly entry: WaitlistDraft }
  | { readonly do: "register"; readonly client: ClientToRegister };

/** What somebody at the desk has to say, ask or do. */
export type DeskAnswer =
  /** Say it to the patient; handed back as accepted, it is booked. */
  | {
      readonly answer: "offer";
      readonly offer: SlotOffer;
      readonly alternatives: readonly FoundSlot[];
      readonly tellPatient: AppointmentTold;
      /** Why the slot that was chosen or accepted is not this one. */
      readonly changed: readonly BookingChange[];
    }
  /** Find these things out. */
  | { readonly answer: "ask"; readonly needs: readonly Need[] }
  /** Ask for the papers that are missing or do not count. */
  | { readonly answer: "ask-for-documents" }
  | { readonly answer: "refuse-channel"; readonly permittedChannels: RefuseChannel["permittedChannels"] }
  | { readonly answer: "admit-immediately"; readonly alsoDo: AdmitImmediately["alsoDo"] }
  /** Say which patient it is: nobody was found, or several were, and none was named. */
  | { readonly answer: "name-patient" }
  /** Take down what an entry for the patient needs. */
  | { readonly answer: "take-particulars" }
  /** Make this appointment on MEDOTS by hand: its time comes twice that night. */
  | { readonly answer: "book-by-hand"; readonly slot: Slot }
  | { readonly answer: "not-in-force" };
