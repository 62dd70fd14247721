import { GuichetError, problemAt } from "@guichet/rules";

/**
 * The key inside a secret: base64, with `whsec_` before it or not, 24 to 64 bytes long.
 *
 * Errors: `webhook-secret-refused`.
 *
 * Source: Standard Webhooks 1.0.0, "Signature scheme".
 */
export function webhookKey(secret: string): Buffer {
  const text = secret.replace(/^whsec_/, "");
  const key = Buffer.from(text, "base64");
  if (
    key.toString("base64").replaceAll("=", "") !== text.replaceAll("=", "") ||
    key.length < 24 ||
    key.length > 64
  )
    throw new GuichetError("webhook-secret-refused", [
      problemAt(
        "webhook-secret-refused",
        "webhook secret",
        "not 24 to 64 bytes in base64",
        'copy it from the platform, with its "whsec_"',
      ),
    ]);
  return key;
}
