import { canonicalJson } from "@guichet/rules";
import { gathered } from "../store/gathered.js";
import { sql } from "../store/sql.js";
import type { Sealed } from "../store/sealing/sealer.js";
import { storableId } from "../store/storable-text.js";
import { storeError } from "../store/store-error.js";
import type { TenantTransaction } from "../store/store.js";
import type { IntentState } from "./intent-states.js";
import { payloadPlace } from "./payload-place.js";

/** What is to be done on a platform, once. */
export interface NewIntent<Kind extends string = string, Payload = unknown> {
  readonly kind: Kind;
  /** What the platform will be told to know it by; unique among the intents of its kind, and never changed. */
  readonly reference: string;
  /** Plain JSON. It may be personal: it is sealed, and erased when the intent has ended. */
  readonly payload: Payload;
  /** The id of the decision it carries out (`recordDecision`); `null` where no policy decided. */
  readonly decision: string | null;
  /** Not to be sent earlier than so many seconds from now. */
  readonly afterSeconds?: number;
}

/** An intent as it was recorded, now or the first time. */
export interface RecordedIntent {
  readonly id: string;
  readonly state: IntentState;
  readonly isNew: boolean;
}

/**
 * Records an intent in the caller's transaction: it is there exactly if all else is that the transaction does, and a
 * worker finds it once it is due. Recording it again, after an answer was lost, gives the same intent.
 *
 * Errors: `reference-taken` (by an intent with another content), `id-refused`.
 */
export async function recordIntent<Kind extends string, Payload>(
  transaction: TenantTransaction,
  intent: NewIntent<Kind, Payload>,
): Promise<RecordedIntent> {
  const { tenant, sealer } = transaction;
  const kind = storableId("kind", intent.kind);
  const reference = storableId("reference", intent.reference);
  const id = transaction.uuid();
  const content = canonicalJson(intent.payload);
  const identity = JSON.stringify([tenant, kind, reference]);
  const sealed = sealer.seal(content, payloadPlace(tenant, id));
  const digest = sealer.digest(content, identity);
  const afterSeconds = Math.max(0, intent.afterSeconds ?? 0);
  const { decision } = intent;
  const isNew = await insertIntent(transaction, {
    id,
    kind,
    reference,
    decision,
    digest,
    sealed,
    afterSeconds,
  });
  if (isNew) return { id, state: "pending", isNew: true };
  const [known] = await transaction.query<Known>(sql`
    select id::text, state, digest, digest_key as "digestKey"
    from guichet.intents where tenant = ${tenant} and kind = ${kind} and reference = ${reference}`);
  if (known && sealer.isDigestOf({ keyId: known.digestKey, bytes: known.digest }, content, identity)) {
    return { id: known.id, state: known.state, isNew: false };
  }
  throw storeError(
    "reference-taken",
    `intent, ${kind}`,
    "its reference is that of an intent with another content",
    "use a new reference for a new content",
  );
}

interface IntentRow {
  readonly id: string;
  readonly kind: string;
  readonly reference: string;
  readonly decision: string | null;
  readonly digest: Sealed;
  readonly sealed: Sealed;
  readonly afterSeconds: number;
}

/** Whether there was none by its reference. */
const insertIntent = gathered<IntentRow, boolean>(async ({ tenant, query }, rows) => {
  const made = await query<{ id: string }>(sql`
    insert into guichet.intents
      (tenant, id, kind, reference, decision, digest, digest_key, payload, payload_key, state, due_at)
    select ${tenant}, id, kind, reference, decision, digest, digest_key, payload, payload_key, 'pending',
      guichet.clock() + make_interval(secs => after_seconds)
    from unnest(
      ${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ kind }) => kind)}::text[],
      ${rows.map(({ reference }) => reference)}::text[], ${rows.map(({ decision }) => decision)}::uuid[],
      ${rows.map(({ digest }) => digest.bytes)}::bytea[], ${rows.map(({ digest }) => digest.keyId)}::text[],
      ${rows.map(({ sealed }) => sealed.bytes)}::bytea[], ${rows.map(({ sealed }) => sealed.keyId)}::text[],
      ${rows.map(({ afterSeconds }) => afterSeconds)}::float8[]
    ) as intent (id, kind, reference, decision, digest, digest_key, payload, payload_key, after_seconds)
    on conflict (tenant, kind, reference) do nothing
    returning id::text`);
  const ids = new Set(made.map(({ id }) => id));
  return rows.map(({ id }) => ids.has(id));
});

interface Known {
  readonly id: string;
  readonly state: IntentState;
  readonly digest: Uint8Array;
  readonly digestKey: string;
}
