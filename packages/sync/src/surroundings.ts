/** All that this package touches of the world besides its store: tests and simulations pass their own. */
export interface Surroundings {
  readonly clock: Clock;
  readonly random: Random;
  readonly fetch: Fetch;
}

/** The time of this process. Deadlines go by the clock of the database, never by this one. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves after so many milliseconds; rejects with the signal's reason as soon as it is aborted. */
  readonly sleep: (millis: number, signal?: AbortSignal) => Promise<void>;
}

export interface Random {
  /** A number from 0 to below 1. */
  readonly next: () => number;
  /** A new UUID, version 4. */
  readonly uuid: () => string;
}

/** Sends one HTTP request, as `fetch` does: it rejects when no answer came. */
export type Fetch = (request: Request) => Promise<Response>;
