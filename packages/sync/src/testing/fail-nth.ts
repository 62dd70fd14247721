import type { Database, Session } from "../store/database.js";
import { storeError } from "../store/store-error.js";
import type { Fetch, Surroundings } from "../surroundings.js";

/** How a step fails. */
export type Failure =
  /** It has no effect, and says so. */
  | "before"
  /** It has its effect, and the process ends there: no later step does anything. */
  | "after"
  /** It has its effect, and the answer is lost: it looks as if the connection broke. */
  | "lost";

/** Counts steps, and makes one of them fail. */
export interface Faults {
  /** How many steps there were. */
  readonly count: () => number;
  /** Whether the step that was to fail did. */
  readonly hasFailed: () => boolean;
  readonly database: (database: Database) => Database;
  readonly fetch: (fetch: Fetch) => Fetch;
  readonly surroundings: (surroundings: Surroundings) => Surroundings;
  /** Any other awaited step, by a name of its own. */
  readonly step: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

/** Thrown by every step of a process that is taken to have ended. */
export class ProcessEnded extends Error {
  constructor() {
    super("the process ended here");
    this.name = "ProcessEnded";
  }
}

/**
 * Makes the n-th step fail, counted from 1 over all that is wrapped: each connection, each statement (`begin` and `commit`
 * among them), each HTTP request, each sleep. With no number nothing fails and the steps are counted.
 *
 * @example
 * for (const failure of ["before", "after", "lost"] as const) {
 *   for (let nth = 1; ; nth += 1) {
 *     const faults = failNth(nth, failure);
 *     …
 *     if (!faults.hasFailed()) break;
 *   }
 * }
 */
export function failNth(nth?: number, failure: Failure = "before"): Faults {
  let count = 0;
  let hasEnded = false;
  const step = async <Result>(work: () => Promise<Result>, lost: () => Error): Promise<Result> => {
    if (hasEnded) throw new ProcessEnded();
    count += 1;
    if (count !== nth) return work();
    if (failure === "before") throw lost();
    await work();
    hasEnded = failure === "after";
    throw hasEnded ? new ProcessEnded() : lost();
  };
  const fetchStep =
    (fetch: Fetch): Fetch =>
    (request) =>
      step(
        () => fetch(request),
        () => new TypeError("fetch failed"),
      );
  return {
    count: () => count,
    hasFailed: () => nth !== undefined && count >= nth,
    fetch: fetchStep,
    step: (work) => step(work, connectionLost),
    surroundings: (surroundings) => ({
      ...surroundings,
      fetch: fetchStep(surroundings.fetch),
      clock: {
        now: surroundings.clock.now,
        sleep: (millis, signal) => step(() => surroundings.clock.sleep(millis, signal), connectionLost),
      },
    }),
    database: (database) => ({
      close: database.close,
      connect: async () => {
        const session = await connectIn(database, (work) => step(work, connectionLost));
        let isLost = false;
        return {
          run: async (statement) => {
            // PostgreSQL rolls back what a lost connection left open.
            if (isLost) throw connectionLost();
            const before = count + 1;
            try {
              return await step(() => session.run(statement), connectionLost);
            } catch (error) {
              isLost ||= before === nth || hasEnded;
              throw error;
            }
          },
          release: (fate) => {
            session.release(isLost || hasEnded ? "close" : fate);
          },
        };
      },
    }),
  };
}

/** A connection that was made, and whose making failed nevertheless, is closed: nobody has it. */
async function connectIn(
  database: Database,
  step: (work: () => Promise<void>) => Promise<void>,
): Promise<Session> {
  const made: Session[] = [];
  try {
    await step(async () => {
      made.push(await database.connect());
    });
  } catch (error) {
    for (const session of made) session.release("close");
    throw error;
  }
  const [session] = made;
  if (!session) throw connectionLost();
  return session;
}

function connectionLost(): Error {
  return storeError("store-unreachable", "store", "the database does not answer", "see whether it runs");
}
