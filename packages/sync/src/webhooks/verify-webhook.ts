import { timingSafeEqual } from "node:crypto";
import { webhookKey } from "./webhook-key.js";
import { webhookSignature } from "./webhook-signature.js";

export interface WebhookToVerify {
  /** Of one tenant on one platform: the current secret, and the old one while it is being replaced. */
  readonly secrets: readonly string[];
  readonly headers: Headers;
  /** The bytes as they arrived: a body that was parsed and written again has another signature. */
  readonly rawBody: Uint8Array;
  readonly nowMillis: number;
  /** How far the clock of the sender may be off, both ways, inclusive. 300 when left out. */
  readonly toleranceSeconds?: number;
}

/** What became of a webhook: whose event it is, or why it is not believed. */
export type VerifiedWebhook =
  | { readonly outcome: "accepted"; readonly id: string; readonly timestampSeconds: number }
  | { readonly outcome: "refused"; readonly code: WebhookRefusal };

export type WebhookRefusal =
  "header-missing" | "id-malformed" | "timestamp-malformed" | "too-old" | "too-new" | "signature-wrong";

/**
 * Whether a webhook was signed with a secret of ours, lately. A replay within the tolerance is accepted here: the inbox
 * takes each event id once.
 *
 * Errors: `webhook-secret-refused` for a secret of ours that is none.
 *
 * Source: Standard Webhooks 1.0.0; signatures of version `v1` only.
 */
export function verifyWebhook({
  secrets,
  headers,
  rawBody,
  nowMillis,
  toleranceSeconds = 300,
}: WebhookToVerify): VerifiedWebhook {
  const keys = secrets.map(webhookKey);
  const [id, timestamp, signatures] = ["id", "timestamp", "signature"].map((name) =>
    headers.get(`webhook-${name}`),
  );
  if (!id || !timestamp || !signatures) return refused("header-missing");
  // Invariant: without a dot in it, the signed text has one reading only.
  if (!/^[\x21-\x2d\x2f-\x7e]{1,256}$/.test(id)) return refused("id-malformed");
  if (!/^[1-9]\d{0,11}$/.test(timestamp)) return refused("timestamp-malformed");
  const timestampSeconds = Number(timestamp);
  const age = Math.floor(nowMillis / 1000) - timestampSeconds;
  if (age > toleranceSeconds) return refused("too-old");
  if (age < -toleranceSeconds) return refused("too-new");

  const given = signatures.split(" ").map((signature) => Buffer.from(signature));
  const matches = keys
    .map((key) => Buffer.from(webhookSignature(key, id, timestampSeconds, rawBody)))
    // Every pair is compared, so that the time taken tells nothing of which one matched.
    .flatMap((own) => given.map((other) => own.length === other.length && timingSafeEqual(own, other)));
  return matches.includes(true) ? { outcome: "accepted", id, timestampSeconds } : refused("signature-wrong");
}

function refused(code: WebhookRefusal): VerifiedWebhook {
  return { outcome: "refused", code };
}
