import { createHmac } from "node:crypto";

/** The `v1` signature of a webhook, as it stands in its header. */
export function webhookSignature(
  key: Uint8Array,
  id: string,
  timestampSeconds: number,
  rawBody: Uint8Array,
): string {
  const signed = createHmac("sha256", key).update(`${id}.${timestampSeconds}.`).update(rawBody);
  return `v1,${signed.digest("base64")}`;
}
