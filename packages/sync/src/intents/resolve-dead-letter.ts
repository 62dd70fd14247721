import type { GuichetError } from "@guichet/rules";
import { recordMadeBy } from "../feeds/mirror-records.js";
import type { Intent } from "../platform/outlet.js";
import { isUuid } from "../store/is-uuid.js";
import { sql, type Sql } from "../store/sql.js";
import { storableId } from "../store/storable-text.js";
import { storeError } from "../store/store-error.js";
import type { TenantTransaction } from "../store/store.js";
import type { Carrier } from "./carrier.js";
import { isOfAnother } from "./is-of-another.js";
import { openIntent, type SealedIntent } from "./open-intent.js";
import type { Ended } from "./settle-intent.js";

/** What a person found out about an intent that was set aside. */
export type Resolution =
  /** It is not there: send it as if for the first time. */
  | { readonly resolution: "send" }
  /** Nobody knows: go on as a worker would, which never sends twice. */
  | { readonly resolution: "try-again" }
  /** It is there, under this number. */
  | { readonly resolution: "done"; readonly remoteId: string }
  /** It is not there, and is not to be. */
  | { readonly resolution: "give-up"; readonly code: string };

/**
 * Takes an intent from those set aside. One that ends so has the consequences of one that ended by itself, in the same
 * transaction: what they are, the carrier of its kind says. No platform is asked.
 *
 * Errors: `intent-not-set-aside`. Of one that is to end also `intent-not-carried`, `payload-unreadable`, `id-refused`, and
 * where a record tells otherwise `remote-id-of-another` or `intent-was-done`.
 */
export async function resolveDeadLetter(
  transaction: TenantTransaction,
  id: string,
  resolution: Resolution,
  carriers: readonly Carrier[],
): Promise<void> {
  const { tenant } = transaction;
  const letter = isUuid(id) ? await holdLetter(transaction, id) : undefined;
  if (!letter) throw refused("intent-not-set-aside", "there is none set aside by this id", "list them first");
  await transaction.query(sql`
    update guichet.intents
    set ${changeOf(resolution)}, moved_at = guichet.clock()
    where tenant = ${tenant} and id = ${letter.id}`);
  const ended = endOf(resolution);
  if (!ended) return;
  const carrier = carriers.find(({ kind }) => kind === letter.kind);
  if (!carrier) {
    throw refused(
      "intent-not-carried",
      "none of the carriers is of its kind",
      "name the one that sends it: what else happens when it ends, it says",
    );
  }
  const intent = openIntent(transaction, letter);
  if (!intent) {
    throw refused("payload-unreadable", "its payload does not open", "add the key it was sealed with");
  }
  await refuseUntrue(transaction, carrier, intent, ended);
  await carrier.ended(transaction, intent, ended);
}

async function holdLetter(
  { tenant, query }: TenantTransaction,
  id: string,
): Promise<SealedIntent | undefined> {
  const [letter] = await query<SealedIntent>(sql`
    select id::text, kind, reference, payload, payload_key as "payloadKey"
    from guichet.intents
    where tenant = ${tenant} and id = ${id} and state = 'set-aside'
    for update`);
  return letter;
}

/** How an intent ends by what a person says; nothing where a worker goes on with it. */
function endOf(resolution: Resolution): Ended | undefined {
  switch (resolution.resolution) {
    case "send":
    case "try-again":
      return undefined;
    case "done":
      return { outcome: "done", remoteId: resolution.remoteId };
    case "give-up":
      return { outcome: "refused", code: resolution.code };
  }
}

/** People mistake one number for another, and do not always find what is there. */
async function refuseUntrue(
  transaction: TenantTransaction,
  carrier: Carrier,
  intent: Intent,
  ended: Ended,
): Promise<void> {
  if (ended.outcome === "done") {
    if (!(await isOfAnother(transaction, carrier, intent, ended.remoteId))) return;
    throw refused("remote-id-of-another", "another intent made what has this number", "look again");
  }
  const feed = carrier.feedOf(intent);
  const made = feed === undefined ? undefined : await recordMadeBy(transaction, feed, intent.reference);
  if (made) throw refused("intent-was-done", "a record bears its reference", "say that it is done");
}

function refused(code: string, what: string, todo: string): GuichetError {
  return storeError(code, "intent", what, todo);
}

const erased = sql`payload = null, payload_key = null`;
const fromTheStart = sql`attempts = 0, doubts = 0, tried_from = guichet.clock(), due_at = guichet.clock()`;

function changeOf(resolution: Resolution): Sql {
  switch (resolution.resolution) {
    case "send":
      return sql`state = 'pending', sent_by = null, ${fromTheStart}`;
    case "try-again":
      return sql`state = case when sent_by is null then 'pending' else 'unknown' end, ${fromTheStart}`;
    case "done":
      return sql`state = 'done', remote_id = ${storableId("remote id", resolution.remoteId)}, code = null, ${erased}`;
    case "give-up":
      return sql`state = 'refused', code = ${resolution.code}, ${erased}`;
  }
}
