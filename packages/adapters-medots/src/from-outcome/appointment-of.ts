import { momentsAt } from "@guichet/rules/calendar";
import type { Slot } from "@guichet/rules/desk";
import type { AppointmentToBook } from "../outlets/book-appointment.js";
import type { Clinic } from "../to-facts/clinic.js";

/**
 * A slot as an appointment of a client; nothing where the clinic's clock shows its time twice that night: MEDOTS could
 * not be told which of the two is meant. Nothing either for a service that the clinic does not name.
 */
export function appointmentOf(slot: Slot, clientId: number, clinic: Clinic): AppointmentToBook | undefined {
  const service = clinic.services.find(({ id }) => id === slot.service);
  if (!service || momentsAt(slot, clinic.zone).length > 1) return undefined;
  return {
    clinicId: clinic.clinicId,
    userId: Number(slot.practitioner),
    clientId,
    startsAt: slot.startsAt,
    durationMinutes: slot.durationMinutes,
    appointmentTypeId: service.appointmentTypeId,
    appointmentSourceId: clinic.appointmentSourceId,
    entryTypeIds: service.entryTypeIds,
  };
}
