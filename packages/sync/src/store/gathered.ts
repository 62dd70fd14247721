import DataLoader from "dataloader";
import type { TenantTransaction } from "./store.js";

/** A statement for many rows: an answer for each, in their order. */
export type AskForMany<Row, Answer> = (
  transaction: TenantTransaction,
  rows: readonly Row[],
) => Promise<readonly Answer[]>;

/**
 * Asks for one row what is written for many. Transactions that run side by side ask for theirs in one statement: what a
 * statement costs is mostly that there is one.
 */
export function gathered<Row, Answer>(
  askForMany: AskForMany<Row, Answer>,
): (transaction: TenantTransaction, row: Row) => Promise<Answer> {
  const loaders = new WeakMap<TenantTransaction, DataLoader<Row, Answer>>();
  return (transaction, row) => {
    const { shared } = transaction;
    if (!shared) return new DataLoader<Row, Answer>((rows) => askForMany(transaction, rows), alone).load(row);
    const known = loaders.get(shared);
    const loader = known ?? new DataLoader<Row, Answer>((rows) => askForMany(shared, rows), { cache: false });
    if (!known) loaders.set(shared, loader);
    return loader.load(row);
  };
}

const alone = { cache: false, batch: false };
