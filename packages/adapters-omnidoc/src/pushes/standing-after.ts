import { holdRecord, type FeedItem, type TenantTransaction } from "@guichet/sync";
import type { OmnidocSettings } from "../omnidoc-options.js";
import { opinionsFeed } from "../requests/opinion-feed.js";
import type { OpinionBody } from "../to-facts/opinion-item.js";
import { etagOfVersion, isMatched } from "../wire/version.js";
import { patchedOpinion } from "./patched-opinion.js";
import { pushError } from "./push-error.js";
import type { PushedOpinion } from "./pushed-opinions.js";

/**
 * How requests stand after a push, by what it says and what is held here: nobody is asked. What is held is held fast
 * until the transaction has ended.
 *
 * Shape: a patch says which version it changes, by `If-Match`; otherwise nobody knows what it was to be applied to.
 * Errors: `push-incomplete` for a request that is only named, and a patch that cannot be applied; `changed-meanwhile`
 * where another version is held than the one that is to be replaced.
 */
export async function standingAfter(
  transaction: TenantTransaction,
  opinions: readonly PushedOpinion[],
  settings: OmnidocSettings,
): Promise<readonly FeedItem<OpinionBody>[]> {
  const items = [];
  for (const opinion of opinions.toSorted(byRemoteId)) {
    const { remoteId, ifMatch, item, operations } = opinion;
    const record = await holdRecord<OpinionBody>(transaction, opinionsFeed, remoteId);
    const isHeld = record !== undefined && isMatched(ifMatch ?? "", etagOfVersion(record.version));
    if (ifMatch !== undefined && !isHeld) throw pushError("changed-meanwhile");
    // A transaction that changes one request twice says nothing of what comes first.
    const isPatch = isHeld && opinions.filter((one) => one.remoteId === remoteId).length === 1;
    const patched = isPatch && operations && patchedOpinion(record, operations, settings);
    const after = item ?? (patched || undefined);
    if (after === undefined) throw pushError("push-incomplete");
    items.push(after);
  }
  return items;
}

function byRemoteId(left: PushedOpinion, right: PushedOpinion): number {
  return left.remoteId < right.remoteId ? -1 : 1;
}
