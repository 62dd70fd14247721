import type { JournalEntry } from "@guichet/sync/simulator";
import type { Row, RowChange } from "@guichet/sync/testing";
import type { MedotsEvent, SimulatedAppointment } from "@guichet/adapters-medots/simulator";
import { referenceIn } from "../../src/client/reference-note.js";
import type { Place } from "./clinics.js";

/** What somebody was told is done, and what it was about: the torture's own account, kept outside of the database. */
export interface Acknowledged {
  readonly tenant: string;
  readonly kind: string;
  readonly reference: string;
}

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
export interface Seen {
  readonly place: Place;
  readonly now: () => number;
  readonly rows: (table: string) => readonly Row[];
  readonly row: (table: string, key: string) => Row | undefined;
  /** By kind and reference, as in `book 1f…`. */
  readonly asked: ReadonlyMap<string, Asked>;
  readonly acknowledged: readonly Acknowledged[];
  /** The process that took a lease first. */
  readonly holders: ReadonlyMap<string, string>;
  /** The appointments by what happened to them, and those that were made over the interface by our reference. */
  readonly appointments: ReadonlyMap<number, SimulatedAppointment>;
  readonly events: readonly JournalEntry<MedotsEvent>[];
}

/** A promise about everything that is seen. It says what is wrong, or nothing. */
export interface Invariant {
  readonly id: string;
  readonly promise: string;
  /** After a commit, for each row it wrote, and the process that did. */
  readonly afterRow?: (change: RowChange, seen: Seen, by: string) => string | undefined;
  /** After a commit, once for all of it. */
  readonly afterCommit?: (changes: readonly RowChange[], seen: Seen) => string | undefined;
  /** After something happened on the platform. */
  readonly afterEvent?: (event: MedotsEvent, seen: Seen) => string | undefined;
  /** Once nothing goes wrong any more and everything has come to rest. */
  readonly atRest?: (seen: Seen) => string | undefined;
}

/** A promise that was broken. */
export class InvariantBroken extends Error {
  readonly invariant: string;

  constructor(invariant: string, what: string) {
    super(`${invariant}: ${what}`);
    this.name = "InvariantBroken";
    this.invariant = invariant;
  }
}

const keys: Readonly<Record<string, readonly string[]>> = {
  intents: ["tenant", "id"],
  bookings: ["tenant", "id"],
  decisions: ["tenant", "id"],
  inbox: ["tenant", "source", "event"],
  feeds: ["tenant", "feed"],
  records: ["tenant", "feed", "remote_id"],
  failed_items: ["tenant", "feed", "item"],
  waitlist_entries: ["tenant", "id"],
  waitlist_proposals: ["tenant", "id"],
};

export function keyOf(table: string, row: Row): string {
  return (keys[table] ?? []).map((column) => String(row[column])).join(" ");
}

/** Keeps what was seen, and checks every promise each time something new is. */
export class Watch implements Seen {
  readonly place: Place;
  readonly now: () => number;
  readonly asked = new Map<string, Asked>();
  readonly acknowledged: Acknowledged[] = [];
  readonly holders = new Map<string, string>();
  readonly appointments = new Map<number, SimulatedAppointment>();
  /** The intents that were set aside at some time. */
  readonly setAside = new Set<string>();
  readonly #invariants: readonly Invariant[];
  readonly #tables = new Map<string, Map<string, Row>>();
  #eventsSeen = 0;

  constructor(place: Place, now: () => number, invariants: readonly Invariant[]) {
    this.place = place;
    this.now = now;
    this.#invariants = invariants;
  }

  get events(): readonly JournalEntry<MedotsEvent>[] {
    return this.place.simulator.journal.entries;
  }

  rows(table: string): readonly Row[] {
    return [...(this.#tables.get(table)?.values() ?? [])];
  }

  row(table: string, key: string): Row | undefined {
    return this.#tables.get(table)?.get(key);
  }

  /** Whether an appointment of ours stands on the platform by this reference. */
  stands(reference: string): boolean {
    const { appointments } = this.place.simulator.world;
    return [...appointments.values()].some(({ note }) => note !== null && referenceIn(note) === reference);
  }

  sawCommit(changes: readonly RowChange[], by: string): void {
    for (const { table, before, after } of changes) {
      const lease = after?.["lease"];
      if (typeof lease === "string" && !this.holders.has(lease)) this.holders.set(lease, by);
      if (table === "intents" && after?.["state"] === "set-aside") this.setAside.add(String(after["id"]));
      const rows = this.#tables.get(table) ?? new Map<string, Row>();
      this.#tables.set(table, rows);
      if (after) rows.set(keyOf(table, after), after);
      else if (before) rows.delete(keyOf(table, before));
    }
    for (const change of changes) this.#check((one) => one.afterRow?.(change, this, by));
    this.#check((one) => one.afterCommit?.(changes, this));
  }

  /** The events that were not seen before. */
  sawPlatform(): readonly JournalEntry<MedotsEvent>[] {
    const fresh = this.events.slice(this.#eventsSeen);
    this.#eventsSeen = this.events.length;
    for (const event of fresh) {
      if (event.kind === "appointment-made" || event.kind === "appointment-changed")
        this.appointments.set(event.appointment.id, event.appointment);
      if (event.kind === "appointment-deleted") this.appointments.delete(event.appointment.id);
      this.#check((one) => one.afterEvent?.(event, this));
    }
    return fresh;
  }

  atRest(): void {
    this.#check((one) => one.atRest?.(this));
  }

  #check(ask: (invariant: Invariant) => string | undefined): void {
    for (const invariant of this.#invariants) {
      const wrong = ask(invariant);
      if (wrong !== undefined) throw new InvariantBroken(invariant.id, wrong);
    }
  }
}
