import type { TenantStore, TenantTransaction } from "./store.js";

/**
 * How transactions that share a commit run: `one-by-one`, each as if it had waited for the commit of those before it, or
 * `side-by-side`, their statements in any order, and `reserve`, `recordDecision` and `recordIntent` of all of them in one
 * statement each: faster, for those that do no more than these, or look at no row that another of them writes.
 */
export type Together = "one-by-one" | "side-by-side";

/**
 * A clinic whose transactions take turns: what is asked for while one is under way runs in the next one, with one commit
 * for all. A commit is what costs most; so the more there is to do, the less each costs: for a front desk that many ask
 * at once. When a turn fails, each of it is run again in a transaction of its own: one that fails undoes no other.
 *
 * Whoever is inside must not ask for another transaction of it, which would only begin after their own, nor wait for
 * anything but the database: others wait with them.
 *
 * Errors: those of each transaction, to who asked for it.
 *
 * @example
 * const desk = transactTogether(clinic);
 * const booked = await Promise.all(wishes.map((wish) => desk.transaction((transaction) => book(transaction, wish))));
 */
export function transactTogether(clinic: TenantStore, how: Together = "one-by-one"): TenantStore {
  let asked: readonly Asked[] = [];
  let isUnderWay = false;
  const takeTurns = async (): Promise<void> => {
    while (asked.length > 0) {
      const turn = asked;
      asked = [];
      await commit(clinic, turn, how);
      await soon();
    }
    isUnderWay = false;
  };
  return {
    ...clinic,
    transaction: (work) =>
      new Promise((resolve, reject) => {
        const run = async (transaction: TenantTransaction): Promise<() => void> => {
          const result = await work(transaction);
          return () => {
            resolve(result);
          };
        };
        asked = [...asked, { run, reject }];
        if (isUnderWay) return;
        isUnderWay = true;
        void soon().then(takeTurns);
      }),
  };
}

interface Asked {
  /** Answers how to tell who asked, once it is committed. */
  readonly run: (transaction: TenantTransaction) => Promise<() => void>;
  readonly reject: (error: unknown) => void;
}

async function commit(clinic: TenantStore, turn: readonly Asked[], how: Together): Promise<void> {
  try {
    const told = await clinic.transaction((transaction) => ways[how](transaction, turn));
    for (const tell of told) tell();
  } catch (error) {
    const [first, ...others] = turn;
    if (others.length === 0) first?.reject(error);
    else await Promise.all(turn.map((one) => commit(clinic, [one], how)));
  }
}

const ways: Readonly<
  Record<
    Together,
    (transaction: TenantTransaction, turn: readonly Asked[]) => Promise<readonly (() => void)[]>
  >
> = {
  "one-by-one": async (transaction, turn) => {
    const told: (() => void)[] = [];
    for (const { run } of turn) told.push(await run(transaction));
    return told;
  },
  "side-by-side": (transaction, turn) => {
    const shared = sharedBy(transaction);
    return allOf(turn.map(({ run }) => run(shared())));
  },
};

/** All of them, or the first error once every one has ended: nobody is left who still writes. */
async function allOf<Result>(running: readonly Promise<Result>[]): Promise<readonly Result[]> {
  await Promise.allSettled(running);
  return Promise.all(running);
}

/** Parts of one transaction. While one of them is in a `contained`, the others wait: what it undoes is its own. */
function sharedBy(transaction: TenantTransaction): () => TenantTransaction {
  let contained: { readonly by: object; readonly over: Promise<unknown> } | undefined;
  const partOf = (shared?: TenantTransaction): TenantTransaction => {
    const own = {};
    return {
      ...transaction,
      get shared() {
        return contained?.by === own ? undefined : shared;
      },
      query: async (statement) => {
        while (contained && contained.by !== own) await contained.over;
        return transaction.query(statement);
      },
      contained: async (work) => {
        while (contained && contained.by !== own) await contained.over;
        if (contained) return transaction.contained(work);
        // Before the work begins: what it asks for is asked in here.
        let end = (): void => undefined;
        contained = { by: own, over: new Promise<void>((resolve) => (end = resolve)) };
        try {
          return await transaction.contained(work);
        } finally {
          contained = undefined;
          end();
        }
      },
    };
  };
  const shared = partOf();
  return () => partOf(shared);
}

/** Once whoever was just told has asked for what comes next. */
function soon(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
