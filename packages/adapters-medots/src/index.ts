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

export { compareClient, type Likeness, type PersonKnown } from "./lookups/compare-client.js";
export { findClients, type ClientSearch } from "./lookups/find-clients.js";
export { findPatient, type PatientSearch, type PatientsFound } from "./lookups/find-patient.js";
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

export { answerCall, type AnsweredCall, type CallAnswer } from "./front-desk/answer-call.js";
export type { AppointmentRequest, RequestAnswer } from "./front-desk/appointment-request.js";
export { appointmentReference } from "./front-desk/appointment-reference.js";
export { deskCarriers } from "./front-desk/carriers.js";
export { deskWork, type DeskWorkOptions } from "./front-desk/desk-work.js";
export { followAppointments } from "./front-desk/follow-appointment.js";
export type { DeskPolicies, FrontDesk } from "./front-desk/front-desk.js";
export { offerOpenSlots } from "./front-desk/offer-open-slots.js";
export { priceOrder, type LineProposal, type PricedOrder } from "./front-desk/price-order.js";
export {
  registerPatient,
  type PatientRegistration,
  type RegistrationAnswer,
} from "./front-desk/register-patient.js";
export { requestAppointment } from "./front-desk/request-appointment.js";
export type { CarriedOut, DeskAnswer } from "./from-outcome/desk-step.js";
export type { PapersKnown, RequestKnown } from "./to-facts/booking-facts.js";
export type { Clinic, ClinicService, ServiceLine } from "./to-facts/clinic.js";
export type { OrderKnown } from "./to-facts/invoice-of.js";

export { platformSheet, type SheetRow, type Standing } from "./platform-sheet.js";
