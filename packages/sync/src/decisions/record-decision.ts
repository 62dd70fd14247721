import type { DecisionRecord } from "@guichet/rules/verify";
import { gathered } from "../store/gathered.js";
import { sql } from "../store/sql.js";
import type { TenantTransaction } from "../store/store.js";

/**
 * Keeps what may be kept of a decision (`recordOf` of `@guichet/rules/verify`), so that what is done because of it can
 * name it. The answer is its id.
 */
export async function recordDecision(
  transaction: TenantTransaction,
  record: DecisionRecord,
): Promise<string> {
  return insertDecision(transaction, { id: transaction.uuid(), record });
}

const insertDecision = gathered<{ id: string; record: DecisionRecord }, string>(
  async ({ tenant, query }, decisions) => {
    await query(sql`
      insert into guichet.decisions (tenant, id, record)
      select ${tenant}, id, record
      from unnest(
        ${decisions.map(({ id }) => id)}::uuid[], ${decisions.map(({ record }) => JSON.stringify(record))}::jsonb[]
      ) as decision (id, record)`);
    return decisions.map(({ id }) => id);
  },
);

/** The record of a decision, to replay it. */
export async function readDecision(
  transaction: TenantTransaction,
  id: string,
): Promise<DecisionRecord | undefined> {
  const [row] = await transaction.query<{ record: DecisionRecord }>(
    sql`select record from guichet.decisions where tenant = ${transaction.tenant} and id = ${id}`,
  );
  return row?.record;
}
