import { webhookKey } from "./webhook-key.js";
import { webhookSignature } from "./webhook-signature.js";

export interface WebhookToSign {
  /** Several while a secret is being replaced: a receiver that knows one of them accepts. */
  readonly secrets: readonly string[];
  /** Of the event: the same each time it is sent again. */
  readonly id: string;
  readonly rawBody: Uint8Array;
  readonly nowMillis: number;
}

/**
 * The headers of a webhook, for simulators and for whoever sends webhooks.
 *
 * Errors: `webhook-secret-refused`.
 *
 * Source: Standard Webhooks 1.0.0.
 */
export function signWebhook({
  secrets,
  id,
  rawBody,
  nowMillis,
}: WebhookToSign): Readonly<Record<string, string>> {
  const timestampSeconds = Math.floor(nowMillis / 1000);
  return {
    "webhook-id": id,
    "webhook-timestamp": String(timestampSeconds),
    "webhook-signature": secrets
      .map((secret) => webhookSignature(webhookKey(secret), id, timestampSeconds, rawBody))
      .join(" "),
  };
}
