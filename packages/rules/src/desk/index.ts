export type { IsoInstant } from "../calendar/zones.js";
export type { InputProblem } from "./read-input.js";

export type { BookAppointmentInput, BookingFacts } from "./appointments/booking-input.js";
export { bookAppointment, type BookAppointmentOptions } from "./appointments/book-appointment.js";
export type {
  AddToWaitlist,
  AdmitImmediately,
  AppointmentTold,
  AskFirst,
  AskForDocuments,
  BookAgreedSlot,
  BookingChange,
  BookingPlan,
  NotYetInForce,
  ProposeSlot,
  RefuseChannel,
  RegisterInMis,
  SlotOffer,
  WaitlistDraft,
} from "./appointments/booking-plan.js";
export { findSlots, type FindSlotsInput } from "./appointments/find-slots.js";
export type { SlotsFound } from "./appointments/look-for-slots.js";
export type {
  Absence,
  Appointment,
  EndTime,
  Practitioner,
  Schedule,
  Service,
  WorkingHours,
} from "./appointments/schedule.js";
export type { DayGroup, FoundSlot, RefusedSlot, Slot, SlotReason } from "./appointments/slot.js";
export { tellPatient } from "./appointments/tell-patient.js";
export type { Wish } from "./appointments/wish.js";

export {
  assembleRecord,
  type HandoverStep,
  type NextHandoverStep,
  type NoRecordChecklist,
  type RecordAssembly,
  type RecordAssemblyOptions,
  type RecordChecklist,
} from "./record/assemble-record.js";
export type { ChecklistDocument, RecordDocument } from "./record/document-checklist.js";
export type { ChecklistEvidence, HandoverEvidence } from "./record/evidence-checklist.js";
export type { ClinicCalendar, RecordAssemblyInput } from "./record/read-assembly.js";
export type { OpenWindow, SettledWindow, StatutoryWindow, WorkingDays } from "./record/statutory-window.js";
export type { RecordResponsible, StepDoer } from "./record/who-acts.js";

export type {
  AnswerAct,
  ClaimIdentifier,
  ClaimDraft,
  LumpSumShare,
  NamedParty,
  NoClaim,
  OpenResponderClaim,
  OpenRequesterClaim,
  PartyIdentifiers,
  RequestAct,
  RequesterClaim,
  ResponderClaim,
} from "./tele-expertise/claim-draft.js";
export type { ClaimRefusal, TeleExpertiseRole } from "./tele-expertise/claim-refusals.js";
export {
  claimTeleExpertise,
  type TeleExpertiseClaimInput,
  type TeleExpertiseClaims,
  type TeleExpertiseOptions,
} from "./tele-expertise/claim-tele-expertise.js";
export type { PaidAct } from "./tele-expertise/pay-within-ceiling.js";
export type {
  AvailableStretch,
  RequestAddressee,
  ResponderInput,
  TeleExpertiseRouteInput,
} from "./tele-expertise/read-route.js";
export type { RequesterStatementInput, StatementActInput } from "./tele-expertise/read-statement.js";
export {
  requesterStatement,
  type OpenStatement,
  type RequesterStatement,
  type SettledStatement,
} from "./tele-expertise/requester-statement.js";
export {
  routeTeleExpertise,
  type PassedOver,
  type PassedOverReason,
  type Routed,
  type RoutedToNobody,
  type TeleExpertiseRoute,
} from "./tele-expertise/route-tele-expertise.js";
export type { ResponderObstacle } from "./tele-expertise/candidates-for.js";
export type { CountedAct, OpenAct, UncountedAct } from "./tele-expertise/statement-acts.js";
export type { PossibleElements, PossibleRange } from "./possible-answers.js";

export {
  entryActors,
  entryEvents,
  entryStates,
  entryTransitions,
  possibleTransitions,
  type EntryActor,
  type EntryEvent,
  type EntryState,
  type EntryTransition,
  type SlotEvent,
} from "./waitlist/entry-states.js";
export { matchWaitlist, type SlotProposal, type WaitlistMatch } from "./waitlist/match-waitlist.js";
export { moveEntry, type MovedEntry, type MoveEntryInput } from "./waitlist/move-entry.js";
export type { Objection } from "./waitlist/objections-to.js";
export { explainPlan, type PlannedCondition, type WaitlistPlan } from "./waitlist/plan/explain-plan.js";
export type { Became } from "./waitlist/plan/segment-plan.js";
export type { ReasonCount, UnmatchedEntry, UnmatchedReason } from "./waitlist/unmatched-entry.js";
export type {
  EntryStanding,
  MatchWaitlistInput,
  WaitlistEntry,
  WaitlistSlot,
} from "./waitlist/waitlist-input.js";
export type { RefusalOf, WaitlistOptions } from "./waitlist/waitlist-policy.js";
export {
  whyNotProposed,
  type OfferReason,
  type WhyNotProposed,
  type WhyNotProposedInput,
} from "./waitlist/why-not-proposed.js";
export { amountInWords } from "./invoice/amount-in-words.js";
export type {
  CoverageStep,
  CurrencyTotal,
  Invoice,
  InvoiceNeed,
  LineDecisions,
  NumberRange,
  OpenInvoice,
  OpenLine,
  Payer,
  PricedInvoice,
  PricedLine,
  Sums,
} from "./invoice/invoice.js";
export type { InvoiceFacts, InvoicePolicies } from "./invoice/invoice-facts.js";
export type { InvoiceInput, InvoiceLineInput } from "./invoice/invoice-input.js";
export { priceInvoice, type PriceInvoiceOptions } from "./invoice/price-invoice.js";
