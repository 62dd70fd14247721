import {
  assembleRecord,
  bookAppointment,
  claimTeleExpertise,
  findSlots,
  matchWaitlist,
  moveEntry,
  priceInvoice,
  requesterStatement,
  routeTeleExpertise,
} from "@guichet/rules/desk";
import { appointmentBooking } from "@guichet/rules/policies/appointment-booking";
import { insuranceCoverage } from "@guichet/rules/policies/insurance-coverage";
import { loyaltyDiscount } from "@guichet/rules/policies/loyalty-discount";
import { recordHandover } from "@guichet/rules/policies/record-handover";
import { teleExpertise } from "@guichet/rules/policies/tele-expertise";
import { waitlistOffer } from "@guichet/rules/policies/waitlist-offer";
import { exitCode, exitCodeOf, type ExitCode } from "../exit-code.js";
import { assembleRecordView } from "./assemble-record-view.js";
import { bookAppointmentView } from "./book-appointment-view.js";
import { claimTeleExpertiseView, isUnfinished } from "./claim-tele-expertise-view.js";
import { deskTask, type DeskTask } from "./desk-task.js";
import type { DeskTaskName } from "./desk-task-names.js";
import { findSlotsView } from "./find-slots-view.js";
import { matchWaitlistView } from "./match-waitlist-view.js";
import { moveEntryView } from "./move-entry-view.js";
import { priceInvoiceView } from "./price-invoice-view.js";
import { requesterStatementView } from "./requester-statement-view.js";
import { routeTeleExpertiseView } from "./route-tele-expertise-view.js";

const done = (): ExitCode => exitCode.decided;
const openOrDone = ({ status }: { readonly status: string }): ExitCode =>
  status === "open" ? exitCode.open : exitCode.decided;

/** The tasks of the desk, each with the policies it speaks for, its exit codes and its view. */
export const deskTasks: Readonly<Record<DeskTaskName, DeskTask>> = {
  "find-slots": deskTask({ policies: [waitlistOffer], run: findSlots, codeOf: done, view: findSlotsView }),
  "book-appointment": deskTask({
    policies: [appointmentBooking, waitlistOffer],
    run: (input: Parameters<typeof bookAppointment>[0]) => bookAppointment(input),
    codeOf: ({ action }) => {
      if (action === "ask") return exitCode.open;
      return action === "not-in-force" ? exitCode.notInForce : exitCode.decided;
    },
    view: bookAppointmentView,
  }),
  "match-waitlist": deskTask({
    policies: [waitlistOffer],
    run: (input: Parameters<typeof matchWaitlist>[0]) => matchWaitlist(input),
    codeOf: done,
    view: matchWaitlistView,
  }),
  "move-entry": deskTask({
    policies: [waitlistOffer],
    run: (input: Parameters<typeof moveEntry>[0]) => moveEntry(input),
    codeOf: done,
    view: moveEntryView,
  }),
  "price-invoice": deskTask({
    policies: [insuranceCoverage, loyaltyDiscount],
    run: priceInvoice,
    codeOf: openOrDone,
    view: priceInvoiceView,
  }),
  "assemble-record": deskTask({
    policies: [recordHandover],
    run: assembleRecord,
    codeOf: ({ status }) => exitCodeOf(status),
    view: assembleRecordView,
  }),
  "route-tele-expertise": deskTask({
    policies: [teleExpertise],
    run: routeTeleExpertise,
    codeOf: done,
    view: routeTeleExpertiseView,
  }),
  "claim-tele-expertise": deskTask({
    policies: [teleExpertise],
    run: claimTeleExpertise,
    codeOf: ({ responder, requester }) =>
      isUnfinished(responder) || isUnfinished(requester) ? exitCode.open : exitCode.decided,
    view: claimTeleExpertiseView,
  }),
  "requester-statement": deskTask({
    policies: [teleExpertise],
    run: requesterStatement,
    codeOf: openOrDone,
    view: requesterStatementView,
  }),
};
