import type { BookAppointmentOptions, PriceInvoiceOptions } from "@guichet/rules/desk";
import type { ProposeOpenSlotsInput, TenantStore } from "@guichet/sync";
import type { MedotsClient } from "../client/medots-client.js";
import type { Clinic } from "../to-facts/clinic.js";

/** The front desk of a clinic: whom it asks, where it keeps what it does, and the clinic's own rules. */
export interface FrontDesk {
  readonly clinic: Clinic;
  readonly client: MedotsClient;
  /** Where many ask at once, `transactTogether` of it: they share commits. */
  readonly store: TenantStore;
  /** At least 32 random bytes that only the clinic has: records of decisions name nobody, but by a pseudonym made with it. */
  readonly recordKey: Uint8Array;
  /** How long a free slot is held for whom it is proposed to; an hour when left out. */
  readonly holdSeconds?: number;
  /** How many days ahead appointments are followed, and slots offered to the waitlist; 60 when left out. */
  readonly daysAhead?: number;
  /** The policies as the clinic amended them; as shipped when left out. */
  readonly policies?: DeskPolicies;
}

/** Each as it was issued, or as `amend` gave it. */
export interface DeskPolicies extends NonNullable<PriceInvoiceOptions["policies"]> {
  readonly appointmentBooking?: NonNullable<BookAppointmentOptions["policy"]>;
  readonly waitlistOffer?: NonNullable<ProposeOpenSlotsInput["policy"]>;
}

/** Days ahead that a desk looks when it does not say. */
export const standardDaysAhead = 60;
