import { GuichetError } from "@guichet/rules";
import { clockAt } from "@guichet/rules/calendar";
import type { Slot } from "@guichet/rules/desk";
import {
  bookAppointmentKind,
  registerClientKind,
  requestAppointment,
  type AppointmentRequest,
} from "@guichet/adapters-medots";
import { referenceAfter } from "@guichet/sync";
import { patientOf, type TorturedClinic } from "../clinics.js";
import type { Deed } from "../deed.js";
import type { Asked } from "../seen.js";
import type { Simulation } from "../simulation.js";
import { neverAborted } from "./never-aborted.js";
import { placeOf } from "./place-of.js";

/** A wish, as somebody tells it to the contact centre. */
export interface ToldWish {
  readonly reference: string;
  readonly slot: Slot;
  /** Takes this slot, or whatever is offered. */
  readonly isChosen: boolean;
  /** The number of somebody registered, or of an invented person who is not. */
  readonly patient: { readonly clientId: number } | { readonly invented: number };
  readonly priority: number;
  /** Asks again how far it is, once a slot is being booked. */
  readonly asksAgain?: boolean;
}

/**
 * A patient, known or new, wishes for a time; some take what is offered to them, and so does everybody whose slot went to
 * somebody else.
 */
export function requestDeed(simulation: Simulation, clinic: TorturedClinic, wish: ToldWish): Deed {
  const { tenant } = clinic;
  const { reference, slot, isChosen, patient, priority, asksAgain = false } = wish;
  const from = clockAt(simulation.turns.now(), clinic.zone).day;
  const particulars = "invented" in patient ? patientOf(patient.invented) : undefined;
  const clientId = "clientId" in patient ? patient.clientId : undefined;
  const request: AppointmentRequest = {
    reference,
    wish: {
      service: slot.service,
      practitioner: isChosen ? slot.practitioner : "any",
      from,
      to: slot.day > from ? slot.day : from,
    },
    known: { channel: "contact-centre", visitKind: "first", emergency: false },
    patient: particulars
      ? { surname: particulars.surname, phone: particulars.phone }
      : { clientId: clientId ?? 0 },
    ...(isChosen ? { chosen: slot.id } : {}),
    ...(particulars ? { particulars } : {}),
    priority,
  };
  const stateOf = (one: string): unknown =>
    simulation.watch
      .rows("intents")
      .find(
        (row) => row["tenant"] === tenant && row["kind"] === bookAppointmentKind && row["reference"] === one,
      )?.["state"];
  const agreedBy = (entry: string): string | undefined => {
    const agreed = simulation.watch
      .rows("waitlist_proposals")
      .find((row) => row["tenant"] === tenant && row["entry"] === entry && row["state"] === "agreed");
    return agreed && String(agreed["id"]);
  };
  const isLost = (one: string): boolean => {
    const agreed = agreedBy(one);
    return agreed === undefined
      ? stateOf(one) === "conflict"
      : ["conflict", "refused"].includes(String(stateOf(agreed)));
  };
  /** Under which the next slot is asked for. */
  const ownReference = (): string => {
    let own = reference;
    while (isLost(own)) own = referenceAfter(own);
    return own;
  };
  const booking = (taken: Slot, own: string): Asked => ({
    tenant,
    reference: own,
    wants: { kind: "book", ...placeOf(taken, clinic), ...(clientId === undefined ? {} : { clientId }) },
  });
  if (particulars)
    simulation.ask({ tenant, reference, wants: { kind: "register", phone: particulars.phone } });
  if (isChosen) simulation.ask(booking(slot, reference));
  const deed: Deed = {
    name: `request ${isChosen ? slot.id : "whatever is free"} for ${clientId ?? particulars?.surname ?? ""}, ${reference}`,
    role: "desk",
    clinic,
    run: async ({ desk: { frontDesk } }) => {
      let own = ownReference();
      const takesOffer = !isChosen || own !== reference;
      let answer = await requestAppointment(frontDesk, request, neverAborted()).catch(refusedAsPast);
      if (
        answer !== "past" &&
        answer.outcome === "answered" &&
        answer.answer.answer === "offer" &&
        takesOffer
      ) {
        const { offer } = answer.answer;
        own = ownReference();
        simulation.ask(booking(offer.slot, own));
        answer = await requestAppointment(
          frontDesk,
          { ...request, chosen: undefined, offered: offer },
          neverAborted(),
        ).catch(refusedAsPast);
      }
      if (answer === "past") return "its time has come";
      if (answer.outcome === "booking") simulation.acknowledge(clinic, bookAppointmentKind, own);
      if (asksAgain && answer.outcome === "booking") simulation.unheard.push(deed);
      if (answer.outcome === "registering") {
        simulation.acknowledge(clinic, registerClientKind, reference);
        // Once there is an entry for the patient, the desk asks again.
        simulation.unheard.push(deed);
      }
      return answer.outcome === "answered" ? `answered ${answer.answer.answer}` : answer.outcome;
    },
  };
  return deed;
}

/** Who asks again too late is told so. */
function refusedAsPast(error: unknown): "past" {
  if (GuichetError.isInstance(error) && error.problems.some(({ code }) => code === "slot-in-the-past"))
    return "past";
  throw error;
}
