import { readRecord } from "../feeds/mirror-records.js";
import type { Intent } from "../platform/outlet.js";
import type { TenantTransaction } from "../store/store.js";
import type { Carrier } from "./carrier.js";

/** Whether a record says that another intent made this: looks alone do not tell, where the platform holds no reference. */
export async function isOfAnother(
  transaction: TenantTransaction,
  { feedOf }: Pick<Carrier, "feedOf">,
  intent: Intent,
  remoteId: string,
): Promise<boolean> {
  const feed = feedOf(intent);
  const known = feed === undefined ? undefined : await readRecord(transaction, feed, remoteId);
  return known !== undefined && known.reference !== null && known.reference !== intent.reference;
}
