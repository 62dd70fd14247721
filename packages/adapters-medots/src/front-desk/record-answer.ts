import type { Decision, Policy } from "@guichet/rules";
import { recordOf } from "@guichet/rules/verify";
import { recordDecision, type TenantTransaction } from "@guichet/sync";
import type { FrontDesk } from "./front-desk.js";

/** Keeps what may be kept of a decision at the desk, under a pseudonym of the patient; its id. */
export function recordAnswer<P extends Policy>(
  transaction: TenantTransaction,
  { recordKey }: FrontDesk,
  policy: P,
  decision: Decision<P>,
  about: { readonly subject: string; readonly at: string },
): Promise<string> {
  const { tenant } = transaction;
  const record = recordOf(policy, decision, { ...about, tenant, key: recordKey, purpose: "front-desk" });
  return recordDecision(transaction, record);
}
