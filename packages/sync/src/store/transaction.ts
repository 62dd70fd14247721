import { GuichetError } from "@guichet/rules";
import type { Database, Session } from "./database.js";
import { sql, sqlOfLibrary, type Sql } from "./sql.js";
import { isBusy, storeError } from "./store-error.js";

/** Statements that happen together or not at all. */
export interface Transaction {
  /** The rows, as the statement names their columns. */
  readonly query: <Row extends object>(statement: Sql) => Promise<readonly Row[]>;
  /** Runs `work` so that, when it throws, its own statements are undone and the transaction can go on. */
  readonly contained: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

const tries = 8;

/**
 * Runs `work` between `begin` and `commit`; what it throws rolls back. Where PostgreSQL gave up because two transactions
 * waited for each other, nothing has happened, and `work` is run again, up to eight times in all.
 *
 * Errors: `outcome-unknown` where the connection was lost during the commit: it may have happened. Everything built on
 * it may be asked again without doing anything twice.
 */
export async function inTransaction<Result>(
  database: Database,
  opening: readonly Sql[],
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  for (let left = tries - 1; ; left -= 1) {
    try {
      return await once(await database.connect(), opening, work);
    } catch (error) {
      if (left === 0 || !isBusy(error)) throw error;
    }
  }
}

async function once<Result>(
  session: Session,
  opening: readonly Sql[],
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  let fate: "keep" | "close" = "close";
  const rollBack = async (): Promise<void> => {
    try {
      await session.run(sql`rollback`);
      fate = "keep";
    } catch {
      // The connection is closed, which rolls back as well.
    }
  };
  try {
    let result: Result;
    try {
      // Sent together and answered before anything else is: without a `begin` nothing of `work` may run.
      await Promise.all([sql`begin`, ...opening].map((statement) => session.run(statement)));
      const running = new RunningTransaction(session);
      try {
        result = await work(running);
      } finally {
        running.end();
      }
      running.refuseBroken();
    } catch (error) {
      await rollBack();
      throw error;
    }
    try {
      await session.run(sql`commit`);
    } catch (error) {
      throw ofCommit(error);
    }
    fate = "keep";
    return result;
  } finally {
    session.release(fate);
  }
}

class RunningTransaction implements Transaction {
  readonly #session: Session;
  #failure: { readonly error: unknown } | undefined;
  #hasEnded = false;
  #depth = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  readonly query = async <Row extends object>(statement: Sql): Promise<readonly Row[]> => {
    // The connection is whoever's that has it next.
    if (this.#hasEnded) throw new TypeError("a statement of a transaction that has ended");
    try {
      return (await this.#session.run(statement)) as readonly Row[];
    } catch (error) {
      this.#failure ??= { error };
      throw error;
    }
  };

  readonly contained = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    this.refuseBroken();
    this.#depth += 1;
    const savepoint = `contained_${this.#depth}`;
    try {
      // Not waited for: should it fail, all that is sent after it fails with the transaction.
      const placed = this.query(sqlOfLibrary(`savepoint ${savepoint}`, []));
      placed.catch(() => undefined);
      try {
        const result = await work();
        await placed;
        this.refuseBroken();
        await this.query(sqlOfLibrary(`release savepoint ${savepoint}`, []));
        return result;
      } catch (error) {
        await this.#session.run(sqlOfLibrary(`rollback to savepoint ${savepoint}`, []));
        this.#failure = undefined;
        throw error;
      }
    } finally {
      this.#depth -= 1;
    }
  };

  /** From now on it takes no statement. */
  end(): void {
    this.#hasEnded = true;
  }

  /** PostgreSQL answers the commit of a transaction in which a statement failed with a rollback, and no error. */
  refuseBroken(): void {
    if (this.#failure) throw this.#failure.error;
  }
}

function ofCommit(error: unknown): unknown {
  const lost = GuichetError.isInstance(error) && error.code === "store-unreachable";
  return lost
    ? storeError(
        "outcome-unknown",
        "store",
        "the connection was lost while committing",
        "ask again: what was done is not done twice",
      )
    : error;
}
