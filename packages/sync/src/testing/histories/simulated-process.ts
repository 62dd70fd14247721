import type { Database, Session } from "../../store/database.js";
import { storeOn } from "../../store/postgres-store.js";
import { sealerOf } from "../../store/sealing/sealer.js";
import { sql, sqlOfLibrary, type Sql } from "../../store/sql.js";
import type { Store } from "../../store/store.js";
import { storeError } from "../../store/store-error.js";
import type { Fetch, Random, Surroundings } from "../../surroundings.js";
import { testKeys } from "../open-test-store.js";
import type { HistoryDatabase, RowChange } from "./history-database.js";
import type { Turns } from "./turns.js";

/** A process of a simulation: a store over the shared database, and a world that takes turns. */
export interface SimulatedProcess {
  readonly name: string;
  readonly store: Store;
  readonly surroundings: Surroundings;
}

export interface ProcessOptions {
  readonly name: string;
  readonly turns: Turns;
  readonly database: Database;
  readonly changesTaken: HistoryDatabase["changesTaken"];
  readonly jurisdiction: string;
  readonly random: Random;
  readonly fetch: Fetch;
  /** By how many milliseconds its clock is wrong, at the time it is asked. */
  readonly clockOffset: () => number;
  /** Told what a transaction of it wrote, once that is committed, whether or not the process heard so. */
  readonly committed: (changes: readonly RowChange[]) => void;
}

/** Starts a process. Errors: those of `openStore`, and whatever fate has in store. */
export async function startProcess(options: ProcessOptions): Promise<SimulatedProcess> {
  const { name, turns, random, jurisdiction } = options;
  const surroundings: Surroundings = {
    clock: turns.clock(name, options.clockOffset),
    random,
    fetch: (request) =>
      turns.take(
        { process: name, name: `${request.method} ${new URL(request.url).pathname}` },
        () => options.fetch(request),
        () =>
          new TypeError("fetch failed", { cause: Object.assign(new Error("reset"), { code: "ECONNRESET" }) }),
      ),
  };
  const database = takingTurns(options);
  const store = await storeOn({ database, jurisdiction, sealer: sealerOf(testKeys), surroundings });
  return { name, store, surroundings };
}

/** A database whose statements wait for their turn. What a process leaves open when it ends is rolled back. */
function takingTurns(options: ProcessOptions): Database {
  const { name: process, turns, database } = options;
  return {
    close: () => Promise.resolve(),
    connect: async () => {
      const opened: { session?: Session } = {};
      const open = async (): Promise<Session> => (opened.session = await turns.track(database.connect()));
      try {
        return new SteppedSession(await turns.take({ process, name: "connect" }, open, unreachable), options);
      } catch (error) {
        // Invariant: whoever never heard that it is connected gives nothing back.
        opened.session?.release("keep");
        throw error;
      }
    },
  };
}

class SteppedSession implements Session {
  readonly #session: Session;
  readonly #options: ProcessOptions;
  #state: "closed" | "to-begin" | "open" = "closed";
  #isLost = false;
  #last: Promise<void> = Promise.resolve();

  constructor(session: Session, options: ProcessOptions) {
    this.#session = session;
    this.#options = options;
  }

  /** Statements are answered in the order they are sent, also when nobody waits between them. */
  readonly run = (statement: Sql): Promise<readonly object[]> => {
    const answer = this.#last.then(() => this.#runNext(statement));
    this.#last = answer.then(
      () => undefined,
      () => undefined,
    );
    return answer;
  };

  readonly release = (): void => {
    // Invariant: whatever broke in the simulation, the real connection is whole.
    if (this.#state === "closed") this.#session.release("keep");
    else
      void this.#rollBack().finally(() => {
        this.#session.release("keep");
      });
  };

  async #runNext(statement: Sql): Promise<readonly object[]> {
    const { name: process, turns } = this.#options;
    if (this.#isLost) throw unreachable();
    const name = nameOf(statement);
    const lost = (): Error => {
      this.#isLost = true;
      return unreachable();
    };
    try {
      return await turns.take({ process, name }, () => this.#carryOut(name, statement), lost);
    } catch (error) {
      // What a connection leaves open when it breaks, PostgreSQL rolls back.
      if (this.#isBroken()) await this.#rollBack();
      throw error;
    }
  }

  async #carryOut(name: string, statement: Sql): Promise<readonly object[]> {
    const { turns, name: process, changesTaken, committed } = this.#options;
    if (name === "begin") {
      // It is sent with the first statement: a history has a hundred thousand of them.
      this.#state = "to-begin";
      turns.holdDatabase(process);
      return [];
    }
    if (this.#state === "to-begin") {
      this.#state = "open";
      const begin = `begin; set local guichet.simulated_time = '${new Date(turns.now()).toISOString()}'`;
      if (isOpening(statement)) return this.#send(sqlOfLibrary(`${begin}; ${inlined(statement)}`, []));
      await this.#send(sqlOfLibrary(begin, []));
    }
    if (name === "rollback") {
      await this.#rollBack();
      return [];
    }
    if (name !== "commit") return this.#send(statement);
    const changes = await this.#send(sqlOfLibrary(`commit; ${changesTaken}`, []));
    this.#closed();
    committed(changes as readonly RowChange[]);
    return [];
  }

  #isBroken(): boolean {
    return this.#isLost || this.#options.turns.hasEnded(this.#options.name);
  }

  #send(statement: Sql): Promise<readonly object[]> {
    return this.#options.turns.track(this.#session.run(statement));
  }

  async #rollBack(): Promise<void> {
    const isOpen = this.#state === "open";
    if (this.#state !== "closed") this.#closed();
    if (isOpen) await this.#send(sql`rollback`);
  }

  #closed(): void {
    this.#state = "closed";
    this.#options.turns.holdDatabase(undefined);
  }
}

function unreachable(): Error {
  return storeError("store-unreachable", "store", "the database does not answer", "see whether it runs");
}

function nameOf({ text }: Sql): string {
  return ["begin", "commit", "rollback"].includes(text) ? text : "query";
}

/** What every transaction starts with: whose rows it sees. */
function isOpening({ text }: Sql): boolean {
  return text.startsWith("select set_config(") || text.startsWith("set local role");
}

/** The statement with its texts in their places: several statements are sent at once only without parameters. */
function inlined({ text, values }: Sql): string {
  return text.replace(
    /\$(\d+)/g,
    (_, place: string) => `'${String(values[Number(place) - 1]).replaceAll("'", "''")}'`,
  );
}
