import { sql } from "../sql.js";
import { storeError } from "../store-error.js";
import type { Transaction } from "../transaction.js";
import { derivedFrom } from "./derived-from.js";
import type { SealingKeys } from "./sealing-keys.js";

/**
 * Ties a database to the keys it is sealed with. Whoever first uses a key leaves a proof of it there. Whoever opens the
 * database has the last key that was used, so that nobody begins beside another; an earlier one too, as long as
 * something is sealed with it; and none that only bears the name.
 *
 * Errors: `keys-differ`, `key-unknown`.
 */
export async function claimKeys(
  { query }: Pick<Transaction, "query">,
  { current, keys }: SealingKeys,
): Promise<void> {
  await query(sql`select pg_advisory_xact_lock(hashtextextended('guichet.sealing-keys', 0))`);
  const known = await query<{ readonly id: string; readonly proof: Uint8Array }>(
    sql`select id, proof from guichet.sealing_keys order by number`,
  );
  for (const { id, proof } of known) {
    const key = keys[id];
    if (key !== undefined && !Buffer.from(derivedFrom(key, "proof")).equals(proof)) throw otherKey(id);
  }
  const isLacking = (id: string | undefined): id is string => id !== undefined && keys[id] === undefined;
  const last = known.at(-1)?.id;
  if (isLacking(last)) throw lackingKey(last);
  const dropped = known.map(({ id }) => id).filter(isLacking);
  if (known.length === 0 || dropped.length > 0) {
    const needed = (await keysInUse({ query })).find(isLacking);
    if (needed !== undefined) throw lackingKey(needed);
    await query(sql`delete from guichet.sealing_keys where id = any(${dropped})`);
  }
  const key = keys[current];
  if (key === undefined || known.some(({ id }) => id === current)) return;
  const proof = derivedFrom(key, "proof");
  await query(sql`insert into guichet.sealing_keys (id, proof) values (${current}, ${proof})`);
}

/** Reads every row: for the first opening, and for one after a key was dropped. */
async function keysInUse({ query }: Pick<Transaction, "query">): Promise<readonly string[]> {
  const rows = await query<{ readonly id: string }>(sql`
    select digest_key as id from guichet.intents
    union select payload_key from guichet.intents where payload_key is not null
    union select wish_key from guichet.waitlist_entries where wish_key is not null`);
  return rows.map(({ id }) => id);
}

function otherKey(id: string): Error {
  return storeError(
    "keys-differ",
    "sealing keys",
    `the key "${id}" is not the one of this name that the database is sealed with`,
    "use the keys it was opened with before",
  );
}

function lackingKey(id: string): Error {
  return storeError(
    "key-unknown",
    "sealing keys",
    `no key "${id}", which the database is sealed with`,
    "use the keys it was opened with before; drop one only once nothing is sealed with it",
  );
}
