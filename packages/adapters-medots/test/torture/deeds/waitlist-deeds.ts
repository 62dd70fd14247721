import { clockAt } from "@guichet/rules/calendar";
import {
  addEntry,
  callTasks,
  expireEntries,
  lapseProposals,
  withdrawEntry,
  type CallOutcome,
  type CallTask,
  type ProposalEnd,
  type WaitlistWish,
} from "@guichet/sync";
import { answerCall, bookAppointmentKind, offerOpenSlots } from "@guichet/adapters-medots";
import { minutesOfSlot, type TorturedClinic } from "../clinics.js";
import type { Deed, Role } from "../deed.js";
import { InvariantBroken } from "@guichet/sync/testing";
import type { Simulation } from "../simulation.js";
import { neverAborted } from "./never-aborted.js";
import { placeOf } from "./place-of.js";
import { requestDeed } from "./request-deed.js";

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
    run: async ({ desk: { frontDesk } }) =>
      `${(await offerOpenSlots(frontDesk, neverAborted())).length} to call`,
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

const endOf: Readonly<Record<CallOutcome, ProposalEnd>> = {
  agreed: "agreed",
  "refuses-slot": "refused",
  declined: "declined",
  "not-reached": "not-reached",
};

/**
 * The contact centre calls somebody, and writes down what was said; now and then too late. Where nothing was heard of it,
 * the same is written down again.
 */
export function callDeed(
  simulation: Simulation,
  clinic: TorturedClinic,
  { outcome, place, minutes }: Call,
): Deed {
  let task: CallTask | undefined;
  return {
    name: `call, ${outcome}, ${minutes} min`,
    role: "desk",
    clinic,
    run: async ({ store, desk: { frontDesk }, process }) => {
      if (!task) {
        const tasks = await store.transaction(callTasks);
        task = tasks[Math.floor(place * tasks.length)];
      }
      if (!task) return "nobody to call";
      const { proposal, slot, patient } = task;
      const wants = { kind: "book", ...placeOf(slot, clinic), clientId: Number(patient) } as const;
      if (outcome === "agreed") simulation.ask({ tenant: clinic.tenant, reference: proposal, wants });
      if (minutes > 0) await process.surroundings.clock.sleep(minutes * 60_000);
      const answer = await answerCall(frontDesk, { proposal, outcome });
      if (answer.outcome === "booking") {
        simulation.acknowledge(clinic, bookAppointmentKind, proposal);
        // Who waited asks again how far the wish is, whatever was said on the phone.
        const asked = { reference: task.entry, slot, isChosen: false, priority: 0 };
        simulation.unheard.push(
          requestDeed(simulation, clinic, { ...asked, patient: { clientId: Number(patient) } }),
        );
      }
      const known = simulation.watch.row("waitlist_proposals", `${clinic.tenant} ${proposal}`);
      if (answer.outcome === "too-late" && known?.["state"] === endOf[outcome])
        throw new InvariantBroken(
          "I7",
          `${outcome} was recorded for ${proposal}, and is said to be too late`,
        );
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
