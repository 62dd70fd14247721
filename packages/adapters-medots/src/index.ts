export { capabilitiesOf } from "./client/capabilities-of.js";
export { MedotsClient } from "./client/medots-client.js";
export type { AppointmentStatus, MedotsClinic, MedotsOptions } from "./client/medots-options.js";
export { ReadFailure, type ReadFailureCode } from "./client/read-failure.js";

export {
  appointmentItem,
  assumedStatuses,
  type AppointmentBody,
  type AppointmentItem,
} from "./feed/appointment-item.js";
export { appointmentsFeed, type AppointmentsFeedOptions } from "./feed/appointments-feed.js";

export { findClients, type ClientSearch } from "./lookups/find-clients.js";
export { isSameClient } from "./lookups/is-same-client.js";
export { readClinics } from "./lookups/read-clinics.js";
export { readDictionary } from "./lookups/read-dictionary.js";
export { readEntryTypes } from "./lookups/read-entry-types.js";
export { readFreeTimes, type FreeTime, type FreeTimesQuery } from "./lookups/read-free-times.js";
export { readOrder, type OrderWithEntries } from "./lookups/read-order.js";
export { readUsers } from "./lookups/read-users.js";

export { bookAppointment, bookAppointmentKind, type AppointmentToBook } from "./outlets/book-appointment.js";
export {
  cancelAppointment,
  cancelAppointmentKind,
  type AppointmentToCancel,
} from "./outlets/cancel-appointment.js";
export {
  changeAppointment,
  changeAppointmentKind,
  type AppointmentChange,
} from "./outlets/change-appointment.js";
export { registerClient, registerClientKind, type ClientToRegister } from "./outlets/register-client.js";

export {
  readClinicTime,
  writeClinicTime,
  type ClinicTime,
  type ReadTime,
  type RepeatedTime,
} from "./wire/clinic-time.js";
export type { WireClient } from "./wire/client.js";
export type { WireClinic } from "./wire/clinic.js";
export type { WireDictionaryEntry } from "./wire/dictionary-entry.js";
export type { WireEntry } from "./wire/entry.js";
export type { WireEntryType } from "./wire/entry-type.js";
export type { WireOrder } from "./wire/order.js";
export type { WireUser } from "./wire/user.js";
