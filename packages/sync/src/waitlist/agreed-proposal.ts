import { isUuid } from "../store/is-uuid.js";
import { sql } from "../store/sql.js";
import type { TenantTransaction } from "../store/store.js";

/** The proposal to which somebody agreed who waited by this entry: what books it goes by its id. */
export async function agreedProposal(
  { tenant, query }: TenantTransaction,
  entry: string,
): Promise<string | undefined> {
  if (!isUuid(entry)) return undefined;
  const [agreed] = await query<{ id: string }>(sql`
    select id::text from guichet.waitlist_proposals
    where tenant = ${tenant} and entry = ${entry} and state = 'agreed'`);
  return agreed?.id;
}
