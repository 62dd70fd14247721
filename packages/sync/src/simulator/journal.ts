import type { Clock } from "../surroundings.js";

/** Something that happened on a simulated platform, when and in which order. */
export type JournalEntry<Event> = Event & {
  /** Counts from 0: what happened in one millisecond is in order too. */
  readonly place: number;
  /** Milliseconds since 1970, by the platform's own clock. */
  readonly atMillis: number;
};

/** All that really happened on a simulated platform. It is only added to: tests take it for the truth. */
export class Journal<Event extends object> {
  readonly #entries: JournalEntry<Event>[] = [];
  readonly #clock: Pick<Clock, "now">;

  constructor(clock: Pick<Clock, "now">) {
    this.#clock = clock;
  }

  record(event: Event): void {
    const entry = { ...structuredClone(event), place: this.#entries.length, atMillis: this.#clock.now() };
    this.#entries.push(Object.freeze(entry));
  }

  get entries(): readonly JournalEntry<Event>[] {
    return this.#entries;
  }
}
