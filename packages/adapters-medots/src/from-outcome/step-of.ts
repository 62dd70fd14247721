import { GuichetError, problemAt } from "@guichet/rules";
import type { BookingPlan } from "@guichet/rules/desk";
import { match } from "ts-pattern";
import type { ClientToRegister } from "../outlets/register-client.js";
import type { Clinic } from "../to-facts/clinic.js";
import { appointmentOf } from "./appointment-of.js";
import type { CarriedOut, DeskAnswer } from "./desk-step.js";

/** Whom a plan is for, as far as MEDOTS and the desk know. */
export interface PlannedFor {
  readonly clinic: Clinic;
  /** The number of the patient's entry on MEDOTS. */
  readonly clientId?: number | undefined;
  /** What the desk has taken down for a new entry. */
  readonly particulars?: ClientToRegister | undefined;
}

/**
 * What a plan comes to: something that is carried out, or an answer for the desk. Nothing is carried out that the
 * patient did not agree to, and nothing for a patient whose entry is not known.
 *
 * Errors: `plan-unknown`, for a plan of another version of the rules.
 */
export function stepOf(
  plan: BookingPlan,
  { clinic, clientId, particulars }: PlannedFor,
): CarriedOut | DeskAnswer {
  return match<BookingPlan, CarriedOut | DeskAnswer>(plan)
    .with({ action: "book-slot", agreed: true }, ({ slot, tellPatient }) => {
      if (clientId === undefined) return { answer: "name-patient" };
      const appointment = appointmentOf(slot, clientId, clinic);
      return appointment ? { do: "book", slot, appointment, tellPatient } : { answer: "book-by-hand", slot };
    })
    .with({ action: "book-slot", agreed: false }, ({ offer, alternatives, tellPatient, changed }) => ({
      answer: "offer",
      offer,
      alternatives,
      tellPatient,
      changed,
    }))
    .with({ action: "add-to-waitlist" }, ({ entry }) =>
      clientId === undefined ? { answer: "name-patient" } : { do: "wait", client: clientId, entry },
    )
    .with({ action: "register-in-mis" }, () =>
      particulars === undefined ? { answer: "take-particulars" } : { do: "register", client: particulars },
    )
    .with({ action: "ask-for-documents" }, ({ action }) => ({ answer: action }))
    .with({ action: "refuse-channel" }, ({ action, permittedChannels }) => ({
      answer: action,
      permittedChannels,
    }))
    .with({ action: "admit-immediately" }, ({ action, alsoDo }) => ({ answer: action, alsoDo }))
    .with({ action: "ask" }, ({ action, needs }) => ({ answer: action, needs }))
    .with({ action: "not-in-force" }, ({ action }) => ({ answer: action }))
    .exhaustive(refuseUnknown);
}

/** A plan of another version; what `exhaustive` would throw quotes all of it. */
function refuseUnknown(): never {
  const code = "plan-unknown";
  throw new GuichetError(code, [
    problemAt(code, "medots, plan", "its action is not known here", "use one version of the packages"),
  ]);
}
