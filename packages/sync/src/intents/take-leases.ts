import type { Capabilities } from "../platform/capabilities.js";
import { sql } from "../store/sql.js";
import type { TenantTransaction } from "../store/store.js";
import type { DeliveryOptions } from "./delivery-options.js";
import type { LeasedIntent } from "./leased-intent.js";

/** What asking for an intent came to. */
export type Taken =
  | { readonly outcome: "leased"; readonly intent: LeasedIntent }
  /** Somebody else has it, it has ended, or it is not due yet. */
  | { readonly outcome: "not-due" }
  /** An earlier request may still take effect; looking would prove nothing before. */
  | { readonly outcome: "postponed" }
  | { readonly outcome: "set-aside"; readonly code: string };

/** How the platform of a kind is to be dealt with. */
export interface KindSheet {
  readonly kind: string;
  readonly capabilities: Capabilities;
}

/**
 * Takes those of these intents that are due, for this worker alone, and says by its state what is to be done with each:
 * `sending` it, or first looking for what became of it (`unknown`). Where an earlier send may have had its effect and the
 * platform can neither tell nor bear it twice, it is set aside. Kinds without a sheet are left to others.
 */
export async function takeLeases(
  transaction: TenantTransaction,
  ids: readonly string[],
  sheets: readonly KindSheet[],
  { leaseSeconds, marginSeconds, maxDoubts }: DeliveryOptions,
): Promise<readonly Taken[]> {
  const { tenant } = transaction;
  const lease = transaction.uuid();
  const sheetRows = JSON.stringify(sheets.map(({ kind, capabilities }) => ({ ...capabilities, kind })));
  const isHeld = sql`due.step in ('send', 'look')`;
  const leaseUntil = sql`guichet.clock() + make_interval(secs => ${leaseSeconds})`;
  const rows = await transaction.query<DueRow>(sql`
    with due as (
      select intent.*, case
          when doubts >= ${maxDoubts} then 'too-many-doubts'
          when state = 'pending' or sheet."idempotencyKeys" then 'send'
          when not sheet."searchByReference" then 'outcome-unknown'
          when may_look_from > guichet.clock() then 'wait'
          else 'look'
        end as step, may_look_from
      from guichet.intents as intent
      join jsonb_to_recordset(${sheetRows}::jsonb) as sheet
        (kind text, "idempotencyKeys" boolean, "searchByReference" boolean, "requestLifeSeconds" float8) using (kind)
      cross join lateral (
        select coalesce(sent_by, guichet.clock())
          + make_interval(secs => coalesce(sheet."requestLifeSeconds", 0) + ${marginSeconds}) as may_look_from
      ) as moment
      where tenant = ${tenant} and id = any (${ids}::uuid[]) and ${isOpen}
        and due_at <= guichet.clock() and (lease_until is null or lease_until <= guichet.clock())
      for update of intent skip locked
    )
    update guichet.intents as intent
    set state = case due.step when 'send' then 'sending' when 'look' then 'unknown' when 'wait' then 'unknown' else 'set-aside' end,
        code = case when due.step in ('too-many-doubts', 'outcome-unknown') then due.step else intent.code end,
        attempts = intent.attempts + (${isHeld})::int, doubts = intent.doubts + (${isHeld})::int,
        lease = case when ${isHeld} then ${lease}::uuid end, lease_until = case when ${isHeld} then ${leaseUntil} end,
        sent_by = case due.step when 'send' then ${leaseUntil} else intent.sent_by end,
        due_at = case due.step when 'wait' then due.may_look_from else intent.due_at end,
        moved_at = guichet.clock()
    from due
    where intent.tenant = ${tenant} and intent.id = any (${ids}::uuid[]) and intent.id = due.id
    returning intent.id::text, intent.kind, intent.reference, intent.payload, intent.payload_key as "payloadKey",
      intent.attempts, intent.doubts, due.step, due.state <> 'pending' as "mayHaveReached",
      extract(epoch from guichet.clock() - intent.tried_from)::float8 as "triedSeconds"`);
  const byId = new Map(rows.map((row) => [row.id, takenAs(row, lease)]));
  return ids.map((id) => byId.get(id) ?? { outcome: "not-due" });
}

/**
 * Said so that they are looked up by their ids. By the index of what is due, which needs the states it is made for, PostgreSQL
 * reads all that is due of the clinic, as long as there are no statistics.
 */
const isOpen = sql`state not in ('done', 'conflict', 'refused', 'set-aside')`;

interface DueRow extends Omit<LeasedIntent, "state" | "lease"> {
  readonly step: "send" | "look" | "wait" | "too-many-doubts" | "outcome-unknown";
}

function takenAs({ step, ...intent }: DueRow, lease: string): Taken {
  switch (step) {
    case "send":
      return { outcome: "leased", intent: { ...intent, lease, state: "sending" } };
    case "look":
      return { outcome: "leased", intent: { ...intent, lease, state: "unknown" } };
    case "wait":
      return { outcome: "postponed" };
    default:
      return { outcome: "set-aside", code: step };
  }
}
