import type { FactsOf } from "@guichet/rules";
import type { loyaltyDiscount } from "@guichet/rules/policies/loyalty-discount";

/** The lines of service that the loyalty discount tells apart. */
export type ServiceLine = NonNullable<NonNullable<FactsOf<typeof loyaltyDiscount>["service"]>["line"]>;

/** What the desk has to know of a clinic and MEDOTS does not tell. */
export interface Clinic {
  /** Its number on MEDOTS. */
  readonly clinicId: number;
  /** The zone of its clocks, of the tz database: MEDOTS writes times without an offset. */
  readonly zone: string;
  /** Where patients come to, in one line. */
  readonly address: string;
  /** What can be booked. */
  readonly services: readonly ClinicService[];
  /** The number that our appointments name as their source. */
  readonly appointmentSourceId: number;
  /** The lines of service of its catalogue, by the number of an entry type; what is not named is unknown. */
  readonly serviceLines?: Readonly<Record<number, ServiceLine>>;
}

/** Something a patient can make an appointment for, and what an appointment for it is on MEDOTS. */
export interface ClinicService {
  readonly id: string;
  /** The title of the specialty on MEDOTS: everybody who has it gives the service. */
  readonly specialty: string;
  readonly durationMinutes: number;
  readonly appointmentTypeId: number;
  readonly entryTypeIds: readonly number[];
}
