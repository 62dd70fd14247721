import type { JournalEntry } from "@guichet/sync/simulator";
import { HistoryWatch, type Invariant, type RowsSeen } from "@guichet/sync/testing";
import type { MedotsEvent, SimulatedAppointment } from "@guichet/adapters-medots/simulator";
import { referenceIn } from "../../src/client/reference-note.js";
import type { Place } from "./clinics.js";

/** What an intent asks of the platform, as the torture wrote it down before it was recorded. */
export interface Asked {
  readonly tenant: string;
  readonly reference: string;
  readonly wants:
    | {
        readonly kind: "book";
        readonly userId: number;
        /** Left out for somebody who is not registered yet. */ readonly clientId?: number;
        readonly date: string;
        readonly time: string;
      }
    | {
        readonly kind: "change";
        readonly remoteId: number;
        readonly userId: number;
        readonly date: string;
        readonly time: string;
      }
    | { readonly kind: "cancel"; readonly remoteId: number }
    | { readonly kind: "register"; readonly phone: string };
}

/** What a promise is checked against: the rows as they were committed, and what really happened on the platform. */
export interface Seen extends RowsSeen {
  readonly place: Place;
  readonly now: () => number;
  /** By kind and reference, as in `book 1f…`. */
  readonly asked: ReadonlyMap<string, Asked>;
  /** The appointments by what happened to them, and those that were made over the interface by our reference. */
  readonly appointments: ReadonlyMap<number, SimulatedAppointment>;
  readonly events: readonly JournalEntry<MedotsEvent>[];
}

export type MedotsInvariant = Invariant<Seen, MedotsEvent>;

/** Keeps what was seen, and checks every promise each time something new is. */
export class Watch extends HistoryWatch<Seen, MedotsEvent> implements Seen {
  readonly place: Place;
  readonly now: () => number;
  readonly asked = new Map<string, Asked>();
  readonly appointments = new Map<number, SimulatedAppointment>();
  #eventsSeen = 0;

  constructor(place: Place, now: () => number, invariants: readonly MedotsInvariant[]) {
    super(invariants);
    this.place = place;
    this.now = now;
  }

  protected get seen(): Seen {
    return this;
  }

  get events(): readonly JournalEntry<MedotsEvent>[] {
    return this.place.simulator.journal.entries;
  }

  /** Whether an appointment of ours stands on the platform by this reference. */
  stands(reference: string): boolean {
    const { appointments } = this.place.simulator.world;
    return [...appointments.values()].some(({ note }) => note !== null && referenceIn(note) === reference);
  }

  /** The events that were not seen before. */
  sawPlatform(): readonly JournalEntry<MedotsEvent>[] {
    const fresh = this.events.slice(this.#eventsSeen);
    this.#eventsSeen = this.events.length;
    for (const event of fresh) {
      if (event.kind === "appointment-made" || event.kind === "appointment-changed")
        this.appointments.set(event.appointment.id, event.appointment);
      if (event.kind === "appointment-deleted") this.appointments.delete(event.appointment.id);
      this.sawEvent(event);
    }
    return fresh;
  }
}
