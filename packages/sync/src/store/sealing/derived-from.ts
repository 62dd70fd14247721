import { hkdfSync } from "node:crypto";

/** A key of its own for each purpose, which tells nothing of the key it comes from. */
export function derivedFrom(key: Uint8Array, purpose: "seal" | "digest" | "proof"): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", key, new Uint8Array(), `guichet/${purpose}/1`, 32));
}
