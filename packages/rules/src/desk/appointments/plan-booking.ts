import { isoFromDay } from "../../calendar/civil-day.js";
import { instantFromMillis } from "../../calendar/zones.js";
import type { Decision } from "../../engine/decision.js";
import type { ClinicPolicy } from "../../language/clinic-policy.js";
import type { AppointmentBooking } from "../../policies/appointment-booking/policy.js";
import { answersOf, possibleElements } from "../possible-answers.js";
import type { AskedSlot } from "./asked-slot.js";
import type {
  BookAgreedSlot,
  BookingPlan,
  BookingChange,
  SlotOffer,
  ProposeSlot,
  AppointmentTold,
} from "./booking-plan.js";
import type { SlotsFound } from "./look-for-slots.js";
import type { Search } from "./search.js";
import { plainSlot, type Slot } from "./slot.js";
import { waitlistDraft } from "./waitlist-draft.js";

/** Everything a plan is made from. */
export interface Findings {
  readonly decision: Decision<ClinicPolicy<AppointmentBooking>>;
  readonly search: Search;
  readonly found: SlotsFound;
  /** The slot that was chosen or offered, where one was. */
  readonly asked: AskedSlot | undefined;
  readonly offered: SlotOffer | undefined;
}

/** The plan for the action the policy decided on. */
export function planBooking(findings: Findings): BookingPlan {
  const { decision, search } = findings;
  const { outcome, open } = answersOf(decision);
  const { action } = outcome;
  const plan = { decision, changed: changesIn(findings, action) };
  if (decision.status === "not-in-force") return { action: "not-in-force", ...plan };
  if (action === undefined) {
    const needs = decision.needs.filter(({ affects }) => affects.includes("action"));
    return { action: "ask", ...plan, possible: open.action?.oneOf ?? [], needs };
  }
  switch (action) {
    case "book-slot":
      return planSlot(findings, plan.changed);
    case "add-to-waitlist":
      return { action, ...plan, entry: waitlistDraft(search) };
    case "refuse-channel": {
      const channels = possibleElements(outcome.permittedChannels, open.permittedChannels);
      return { action, ...plan, permittedChannels: channels.certain };
    }
    case "admit-immediately": {
      const { certain } = possibleElements(outcome.alsoDo, open.alsoDo);
      return { action, ...plan, alsoDo: certain };
    }
    case "register-in-mis":
    case "ask-for-documents":
      return { action, ...plan };
  }
}

function changesIn({ asked, offered }: Findings, action: string | undefined): readonly BookingChange[] {
  const lost = asked && "changed" in asked ? asked.changed : [];
  return offered && action !== "book-slot" ? [...lost, "decision-changed"] : lost;
}

function planSlot(findings: Findings, changed: readonly BookingChange[]): BookAgreedSlot | ProposeSlot {
  const { decision, search, found, asked, offered } = findings;
  const agreed = asked && "slot" in asked ? asked.slot : undefined;
  const slot = agreed ?? found.slots[0];
  if (!slot) throw new TypeError("unreachable: a law of the policy: no booking without a free slot");
  const fresh = {
    slot: plainSlot(slot),
    offeredAt: instantFromMillis(search.at),
    wishedOn: isoFromDay(search.wishedOn),
  };
  const plan = {
    action: "book-slot",
    decision,
    slot: fresh.slot,
    offer: agreed && offered ? offered : fresh,
    alternatives: found.slots.filter(({ id }) => id !== slot.id).slice(0, mostAlternatives),
    tellPatient: toldOf(slot, findings),
    zone: search.schedule.zone,
  } as const;
  return agreed ? { ...plan, agreed: true, changed: [] } : { ...plan, agreed: false, changed };
}

const mostAlternatives = 5;

/** The items the policy names, with their words. */
function toldOf(slot: Slot, { decision, search: { schedule } }: Findings): AppointmentTold {
  const { outcome, open } = answersOf(decision);
  const practitioner = schedule.practitioners.find(({ id }) => id === slot.practitioner);
  const words = {
    "practitioner-full-name": practitioner?.fullName ?? slot.practitioner,
    "clinic-address": schedule.clinicAddress,
    "appointment-date": slot.day,
    "appointment-time": slot.time,
  } satisfies Required<AppointmentTold>;
  const items = possibleElements(outcome.tellPatient, open.tellPatient).certain;
  return Object.fromEntries(Object.entries(words).filter(([item]) => items.includes(item)));
}
