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
  /** The number of "the desk" among the sources of appointments. */
  readonly appointmentSourceId: number;
  /** ISO 4217: the currency of its price list. */
  readonly currency: string;
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
