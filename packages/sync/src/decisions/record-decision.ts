import type { DecisionRecord } from "@guichet/rules/verify";
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
  const id = transaction.uuid();
  await transaction.query(sql`
    insert into guichet.decisions (tenant, id, record)
    values (${transaction.tenant}, ${id}, ${JSON.stringify(record)}::jsonb)`);
  return id;
}

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
