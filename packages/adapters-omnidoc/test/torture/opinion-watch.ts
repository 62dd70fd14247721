import type { FeedItem } from "@guichet/sync";
import type { JournalEntry } from "@guichet/sync/simulator";
import { HistoryWatch, type Invariant, type RowsSeen } from "@guichet/sync/testing";
import type { OpinionBody } from "@guichet/adapters-omnidoc";
import type { OmnidocEvent } from "@guichet/adapters-omnidoc/simulator";
import type { OpinionClinic } from "./clinics.js";

export type OpinionEvent = JournalEntry<OmnidocEvent> & { readonly clinic: OpinionClinic };

/** What a promise is checked against. */
export interface Seen extends RowsSeen {
  readonly clinics: readonly OpinionClinic[];
  /** The references that somebody asked for an opinion under, by clinic: `clinic-1 4f…`. */
  readonly asked: ReadonlySet<string>;
  readonly events: readonly OpinionEvent[];
  /** At rest, how the requests of a clinic stand on its platform. */
  readonly truth: ReadonlyMap<string, readonly FeedItem<OpinionBody>[]>;
}

export type OpinionInvariant = Invariant<Seen, OpinionEvent>;

/** Keeps what was seen of rows and of the platforms, and checks every promise each time something new is. */
export class OpinionWatch extends HistoryWatch<Seen, OpinionEvent> implements Seen {
  readonly clinics: readonly OpinionClinic[];
  readonly asked = new Set<string>();
  readonly events: OpinionEvent[] = [];
  readonly truth = new Map<string, readonly FeedItem<OpinionBody>[]>();
  readonly #seenOf = new Map<string, number>();

  constructor(clinics: readonly OpinionClinic[], invariants: readonly OpinionInvariant[]) {
    super(invariants);
    this.clinics = clinics;
  }

  protected get seen(): Seen {
    return this;
  }

  /** What happened on the platforms and was not seen before. */
  sawPlatforms(): readonly OpinionEvent[] {
    const fresh = this.clinics.flatMap((clinic) => {
      const { entries } = clinic.simulator.journal;
      const seen = this.#seenOf.get(clinic.tenant) ?? 0;
      this.#seenOf.set(clinic.tenant, entries.length);
      return entries.slice(seen).map((entry): OpinionEvent => ({ ...entry, clinic }));
    });
    for (const event of fresh) {
      this.events.push(event);
      this.sawEvent(event);
    }
    return fresh;
  }
}
