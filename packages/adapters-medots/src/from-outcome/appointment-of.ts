import { clockAt, millisFromInstant, momentsAt, type IsoDay, type IsoTime } from "@guichet/rules/calendar";
import type { Slot } from "@guichet/rules/desk";
import type { Clinic } from "../to-facts/clinic.js";

/** An appointment in the words of MEDOTS: what is sent to make one. */
export interface NewAppointment {
  readonly clinicId: number;
  readonly userId: number;
  readonly clientId: number;
  /** On the clinic's calendar. */
  readonly date: IsoDay;
  /** On the clinic's clock. */
  readonly time: IsoTime;
  /** In minutes. */
  readonly duration: number;
  readonly appointmentTypeId: number;
  readonly appointmentSourceId: number;
  readonly entryTypeIds: readonly number[];
}

/**
 * A slot as an appointment of a client; nothing where MEDOTS cannot be told which moment is meant, as its times bear
 * no offset and the clinic's clock shows this one twice that night.
 */
export function appointmentOf(slot: Slot, clientId: number, clinic: Clinic): NewAppointment | undefined {
  const service = clinic.services.find(({ id }) => id === slot.service);
  const { day: date, time } = clockAt(millisFromInstant(slot.startsAt) ?? 0, clinic.zone);
  if (!service || momentsAt({ day: date, time }, clinic.zone).length > 1) return undefined;
  return {
    clinicId: clinic.clinicId,
    userId: Number(slot.practitioner),
    clientId,
    date,
    time,
    duration: slot.durationMinutes,
    appointmentTypeId: service.appointmentTypeId,
    appointmentSourceId: clinic.appointmentSourceId,
    entryTypeIds: service.entryTypeIds,
  };
}
