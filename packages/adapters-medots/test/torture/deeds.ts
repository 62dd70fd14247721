import { GuichetError } from "@guichet/rules";
import { clockAt } from "@guichet/rules/calendar";
import type { Slot } from "@guichet/rules/desk";
import {
  addEntry,
  callTasks,
  deliverIntent,
  dueIntents,
  expireEntries,
  lapseProposals,
  pullChanges,
  reconcile,
  withdrawEntry,
  type CallOutcome,
  type Carrier,
  type Feed,
  type WaitlistWish,
} from "@guichet/sync";
import {
  answerCall,
  bookAppointmentKind,
  cancelAppointmentKind,
  changeAppointmentKind,
  offerOpenSlots,
  registerClientKind,
  requestAppointment,
  type AppointmentBody,
  type AppointmentRequest,
} from "@guichet/adapters-medots";
import { minutesOfSlot, patientOf, type TorturedClinic } from "./clinics.js";
import type { Desk } from "./desk.js";
import { InvariantBroken, type Asked } from "./seen.js";
import type { Deed, Role, Simulation } from "./simulation.js";

/** A signal that is never aborted. */
const never = (): AbortSignal => new AbortController().signal;

/** A wish, as somebody tells it to the contact centre. */
export interface ToldWish {
  readonly reference: string;
  readonly slot: Slot;
  /** Takes this slot, or whatever is offered. */
  readonly isChosen: boolean;
  /** The number of somebody registered, or of an invented person who is not. */
  readonly patient: { readonly clientId: number } | { readonly invented: number };
  readonly priority: number;
}

/** A patient, known or new, wishes for a time; some take what is offered to them. */
export function requestDeed(simulation: Simulation, clinic: TorturedClinic, wish: ToldWish): Deed {
  const { tenant } = clinic;
  const { reference, slot, isChosen, patient, priority } = wish;
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
  const booking = (taken: Slot): Asked => ({
    tenant,
    reference,
    wants: { kind: "book", ...placeOf(taken, clinic), ...(clientId === undefined ? {} : { clientId }) },
  });
  if (particulars)
    simulation.ask({ tenant, reference, wants: { kind: "register", phone: particulars.phone } });
  if (isChosen) simulation.ask(booking(slot));
  const deed: Deed = {
    name: `request ${isChosen ? slot.id : "whatever is free"} for ${clientId ?? particulars?.surname ?? ""}, ${reference}`,
    role: "desk",
    clinic,
    run: async ({ desk: { frontDesk } }) => {
      let answer = await requestAppointment(frontDesk, request, never()).catch(refusedAsPast);
      if (
        answer !== "past" &&
        answer.outcome === "answered" &&
        answer.answer.answer === "offer" &&
        !isChosen
      ) {
        const { offer } = answer.answer;
        simulation.ask(booking(offer.slot));
        answer = await requestAppointment(frontDesk, { ...request, offered: offer }, never()).catch(
          refusedAsPast,
        );
      }
      if (answer === "past") return "its time has come";
      if (answer.outcome === "booking") simulation.acknowledge(clinic, bookAppointmentKind, reference);
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

/** The website tells of a wish; it may tell it twice. */
export function toldDeed(
  simulation: Simulation,
  clinic: TorturedClinic,
  event: { readonly id: string; readonly slot: Slot; readonly patient: number },
): Deed {
  const { id, slot, patient } = event;
  let isTaken = false;
  return {
    name: `told of ${slot.id} for ${patient}, ${id}`,
    role: "desk",
    clinic,
    run: async ({ store, desk }) => {
      const at = simulation.turns.now();
      const wants = { kind: "book", ...placeOf(slot, clinic), clientId: patient } as const;
      const came = await store.transaction((transaction) =>
        desk.told(transaction, { id, slot, patient, at }, (reference) => {
          simulation.ask({ tenant: clinic.tenant, reference, wants });
        }),
      );
      if (came === "taken" && isTaken) throw new InvariantBroken("I2", `event ${id} was taken twice`);
      isTaken ||= came === "taken";
      return came;
    },
  };
}

/** An appointment is to be at another time. */
export function moveDeed(
  simulation: Simulation,
  clinic: TorturedClinic,
  wish: { readonly remoteId: string; readonly reference: string; readonly slot: Slot },
): Deed {
  const { remoteId, reference, slot } = wish;
  const wants = { kind: "change", ...placeOf(slot, clinic), remoteId: Number(remoteId) } as const;
  simulation.ask({ tenant: clinic.tenant, reference, wants });
  const at = simulation.turns.now();
  return {
    name: `move ${remoteId} to ${slot.id}, ${reference}`,
    role: "desk",
    clinic,
    run: async ({ store, desk }) => {
      await store.transaction((transaction) => desk.move(transaction, remoteId, { reference, slot, at }));
      simulation.acknowledge(clinic, changeAppointmentKind, reference);
      return "recorded";
    },
  };
}

export function cancelDeed(
  simulation: Simulation,
  clinic: TorturedClinic,
  { remoteId, reference }: { readonly remoteId: string; readonly reference: string },
): Deed {
  const wants = { kind: "cancel", remoteId: Number(remoteId) } as const;
  simulation.ask({ tenant: clinic.tenant, reference, wants });
  const at = simulation.turns.now();
  return {
    name: `cancel ${remoteId}, ${reference}`,
    role: "desk",
    clinic,
    run: async ({ store, desk }) => {
      await store.transaction((transaction) => desk.cancel(transaction, remoteId, reference, at));
      simulation.acknowledge(clinic, cancelAppointmentKind, reference);
      return "recorded";
    },
  };
}

/** Somebody is put on the waitlist for two days. */
export function waitDeed(
  simulation: Simulation,
  clinic: TorturedClinic,
  entry: {
    readonly id: string;
    readonly patient: number;
    readonly service: string;
    readonly specialty: string;
    readonly priority: number;
  },
): Deed {
  const { id, patient, service, specialty, priority } = entry;
  const now = simulation.turns.now();
  const wish: WaitlistWish = {
    patient: String(patient),
    service,
    specialty,
    practitioner: "any",
    from: clockAt(now, clinic.zone).day,
    to: clockAt(now + 48 * 3_600_000, clinic.zone).day,
    weekdays: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
    earliestTime: "00:00",
    latestTime: "23:59",
    durationMinutes: minutesOfSlot,
  };
  return {
    name: `wait ${patient}, ${id}`,
    role: "desk",
    clinic,
    run: async ({ store, desk }) => {
      const added = await store.transaction(async (transaction) => {
        const decision = await desk.decide(transaction, patient, now);
        return addEntry(transaction, { id, wish, priority, decision });
      });
      return added.outcome;
    },
  };
}

/** Goes through the waitlist, and proposes what is free. */
export function offerDeed(clinic: TorturedClinic): Deed {
  return {
    name: "offer open slots",
    role: "desk",
    clinic,
    run: async ({ desk: { frontDesk } }) => `${(await offerOpenSlots(frontDesk, never())).length} to call`,
  };
}

/** A call about one of those who are to be called. */
export interface Call {
  readonly outcome: CallOutcome;
  /** Which of them, from 0 to below 1. */
  readonly place: number;
  /** How long it takes until the answer is written down. */
  readonly minutes: number;
}

/** The contact centre calls somebody, and writes down what was said; now and then too late. */
export function callDeed(
  simulation: Simulation,
  clinic: TorturedClinic,
  { outcome, place, minutes }: Call,
): Deed {
  return {
    name: `call, ${outcome}, ${minutes} min`,
    role: "desk",
    clinic,
    run: async ({ store, desk: { frontDesk }, process }) => {
      const tasks = await store.transaction(callTasks);
      const task = tasks[Math.floor(place * tasks.length)];
      if (!task) return "nobody to call";
      const { proposal, slot, patient } = task;
      const wants = { kind: "book", ...placeOf(slot, clinic), clientId: Number(patient) } as const;
      if (outcome === "agreed") simulation.ask({ tenant: clinic.tenant, reference: proposal, wants });
      if (minutes > 0) await process.surroundings.clock.sleep(minutes * 60_000);
      const answer = await answerCall(frontDesk, { proposal, outcome });
      if (answer.outcome === "booking") simulation.acknowledge(clinic, bookAppointmentKind, proposal);
      return `${proposal} ${answer.outcome}`;
    },
  };
}

export function withdrawDeed(clinic: TorturedClinic, entry: string): Deed {
  return {
    name: `withdraw ${entry}`,
    role: "desk",
    clinic,
    run: async ({ store }) =>
      (await store.transaction((transaction) => withdrawEntry(transaction, { entry, by: "patient" })))
        ? "left"
        : "had left",
  };
}

/** Ends what has run out, by the clock of the database. */
export function lapseDeed(clinic: TorturedClinic, role: Role): Deed {
  return {
    name: "lapse",
    role,
    clinic,
    run: async ({ store }) => {
      const ended = await store.transaction(lapseProposals);
      const expired = await store.transaction((transaction) => expireEntries(transaction, clinic.zone));
      return `${ended.length} lapsed, ${expired.length} expired`;
    },
  };
}

/** A worker delivers what is due, up to four intents. */
export function deliverDeed(simulation: Simulation, clinic: TorturedClinic, role: Role): Deed {
  return {
    name: "deliver",
    role,
    clinic,
    run: async ({ store, desk, process: { store: all, surroundings } }) => {
      const carriers = desk.carriers.map((carrier) => simulation.planted?.carrier?.(carrier) ?? carrier);
      const wanted = carriers.map(({ kind }) => ({ tenant: clinic.tenant, kind }));
      const due = await all.overview((transaction) => dueIntents(transaction, wanted, 4));
      const came: string[] = [];
      for (const { id } of due) {
        const carrierOf = (kind: string): Carrier | undefined => carriers.find((one) => one.kind === kind);
        const delivered = await deliverIntent(store, id, { carrierOf, ...surroundings });
        came.push(`${id.slice(0, 8)} ${delivered.outcome}${"code" in delivered ? ` ${delivered.code}` : ""}`);
      }
      return came.join(", ") || "nothing due";
    },
  };
}

export function pullDeed(simulation: Simulation, clinic: TorturedClinic, role: Role): Deed {
  return {
    name: "pull",
    role,
    clinic,
    run: async ({ store, desk }) =>
      JSON.stringify(
        await pullChanges(store, feedOf(simulation, desk), { follow: desk.follow, signal: never() }),
      ),
  };
}

export function reconcileDeed(clinic: TorturedClinic, role: Role): Deed {
  return {
    name: "reconcile",
    role,
    clinic,
    // Few appointments: one that is deleted is a large share of them.
    run: async ({ store, desk }) =>
      JSON.stringify(
        await reconcile(store, desk.feed, {
          follow: desk.follow,
          signal: never(),
          options: { heldFrom: 1_000 },
        }),
      ),
  };
}

function feedOf({ planted }: Simulation, desk: Desk): Feed<AppointmentBody> {
  return planted?.feed?.(desk.feed) ?? desk.feed;
}

/** A slot as the platform's clock shows it. */
export function placeOf(
  slot: Pick<Slot, "startsAt" | "practitioner">,
  { zone }: TorturedClinic,
): { readonly userId: number; readonly date: string; readonly time: string } {
  const { day: date, time } = clockAt(Date.parse(slot.startsAt), zone);
  return { userId: Number(slot.practitioner), date, time };
}

/** Who asks again too late is told so. */
function refusedAsPast(error: unknown): "past" {
  if (GuichetError.isInstance(error) && error.problems.some(({ code }) => code === "slot-in-the-past"))
    return "past";
  throw error;
}
