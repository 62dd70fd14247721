import { GuichetError, problemAt } from "@guichet/rules";
import { sql } from "../store/sql.js";
import type { TenantTransaction } from "../store/store.js";
import { wishIn } from "./read-entries.js";

/**
 * Looks whether the wish of everybody on the list opens. Whoever's does not is offered nothing and never called, so that
 * the others are not held up: a person sees to it, by the id.
 *
 * Errors: `wish-unreadable`, with every such entry.
 */
export async function checkWishes(transaction: TenantTransaction): Promise<void> {
  const rows = await transaction.query<{
    readonly id: string;
    readonly wish: Uint8Array;
    readonly wishKey: string;
  }>(sql`
    select id::text, wish, wish_key as "wishKey" from guichet.waitlist_entries
    where tenant = ${transaction.tenant} and state in ('waiting', 'proposed') order by id`);
  const problems = rows
    .filter(({ id, wish, wishKey }) => !wishIn(transaction, id, { keyId: wishKey, bytes: wish }))
    .map(({ id }) =>
      problemAt(
        "wish-unreadable",
        `waitlist entry ${id}`,
        "its wish does not open with the keys of this store",
        "restore the row from a copy, or withdraw the entry and ask the patient again",
      ),
    );
  if (problems.length > 0) throw new GuichetError("wish-unreadable", problems);
}
