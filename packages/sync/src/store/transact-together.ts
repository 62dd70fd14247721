import type { TenantStore, TenantTransaction } from "./store.js";

/**
 * A clinic whose transactions take turns: what is asked for while one is under way runs in the next one, side by side,
 * with one commit for all. A commit is what costs most; so the more there is to do, the less each costs. When a turn
 * fails, each of it is run again in a transaction of its own: one that fails undoes no other.
 *
 * Whoever is inside must not ask for another transaction of it, which would only begin after their own.
 */
export function transactTogether(clinic: TenantStore): TenantStore {
  let asked: readonly Asked[] = [];
  let isUnderWay = false;
  const takeTurns = async (): Promise<void> => {
    while (asked.length > 0) {
      const turn = asked;
      asked = [];
      await commit(clinic, turn);
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

async function commit(clinic: TenantStore, turn: readonly Asked[]): Promise<void> {
  try {
    const told = await clinic.transaction((transaction) => {
      const shared = sharedBy(transaction);
      return allOf(turn.map(({ run }) => run(shared())));
    });
    for (const tell of told) tell();
  } catch (error) {
    const [first, ...others] = turn;
    if (others.length === 0) first?.reject(error);
    else await Promise.all(turn.map((one) => commit(clinic, [one])));
  }
}

/** All of them, or the first error once every one has ended: nobody is left who still writes. */
async function allOf<Result>(running: readonly Promise<Result>[]): Promise<readonly Result[]> {
  await Promise.allSettled(running);
  return Promise.all(running);
}

/** Parts of one transaction. While one of them is in a `contained`, the others wait: what it undoes is its own. */
function sharedBy(transaction: TenantTransaction): () => TenantTransaction {
  let contained: { readonly by: object; readonly over: Promise<unknown> } | undefined;
  return () => {
    const own = {};
    return {
      ...transaction,
      query: async (statement) => {
        while (contained && contained.by !== own) await contained.over;
        return transaction.query(statement);
      },
      contained: async (work) => {
        while (contained && contained.by !== own) await contained.over;
        const running = transaction.contained(work);
        if (contained) return running;
        contained = { by: own, over: running.catch(() => undefined) };
        try {
          return await running;
        } finally {
          contained = undefined;
        }
      },
    };
  };
}

/** Once whoever was just told has asked for what comes next. */
function soon(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
